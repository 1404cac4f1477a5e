"""The one-time key of a request to be followed: the same for every copy of the same form."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from django.core import signing

from opposition import vault
from opposition.correspondence import Answers

SALT = "opposition.following"
LIFE = 24 * 60 * 60  # seconds; the host's time, which no demonstration moves


def key(answers: Answers) -> str:
    """What the page carries in a hidden field: the submission, signed with its time."""
    return signing.dumps(str(submission(answers)), salt=SALT)


def read(text: str, answers: Answers) -> UUID | None:
    """The submission; None when the page is more than a day old, or was made for other answers."""
    try:
        told = signing.loads(text, salt=SALT, max_age=LIFE)
    except signing.BadSignature:
        return None
    found = submission(answers)
    return found if told == str(found) else None


def submission(answers: Answers) -> UUID:
    """Drawn from the letters' references and the person: a double click, a second tab and a form
    sent again next month all give this one. Keyed: whoever holds a letter cannot compute it."""
    words = (*_person(answers), *(answers.references[name] for name in sorted(answers.references)))
    return UUID(bytes=vault.fingerprint("submission", "\0".join(words))[:16], version=4)


def otherwise(submission: UUID, reached: str) -> UUID:
    """The submission of the same form after the person has changed how they are to be reached."""
    return uuid5(submission, reached)


def _person(answers: Answers) -> tuple[str, ...]:
    person: Mapping[str, Any] = answers.represents or answers.citizen
    return tuple(str(person[name]) for name in ("given_names", "birth_name", "birth_date"))
