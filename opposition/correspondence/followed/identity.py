"""Who exercises the right, as the form gave it: sealed in the dossier, opened to write a letter."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from opposition import vault
from opposition.correspondence.answers import Answers
from opposition.models.dossier import Dossier

LABEL = "dossier.identity"


@dataclass(frozen=True)
class Identity:
    """What the letters say of a person; `citizen` and `represents` as `letters.reading` takes them.

    `represents` is the person concerned where somebody else signs; None: the citizen is.
    """

    citizen: Mapping[str, Any]
    represents: Mapping[str, Any] | None
    place: str
    fund: str
    grounds: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()

    @property
    def concerned(self) -> Mapping[str, Any]:
        """The person whose data the letters are about."""
        return self.represents or self.citizen

    @property
    def person(self) -> tuple[str, ...]:
        """What tells the person concerned from any other: given names, birth name, birth date."""
        who = self.concerned
        return (who["given_names"], who["birth_name"], who["birth_date"])

    @property
    def name(self) -> str:
        """The person concerned, by the name in use: « Noé Lefèvre »."""
        who = self.concerned
        return f"{who['given_names']} {who.get('usual_name') or who['birth_name']}".strip()


def identity_of(answers: Answers) -> Identity:
    """What the form gave, without the bodies: each demand keeps its own."""
    return Identity(
        citizen=dict(answers.citizen),
        represents=dict(answers.represents) if answers.represents else None,
        place=answers.place,
        fund=answers.fund,
        grounds=answers.grounds,
        statements=answers.statements,
    )


def seal_identity(identity: Identity, key: bytes, owner: UUID) -> bytes:
    """The identity as the dossier `owner` stores it; `key` is the dossier's, unwrapped."""
    text = json.dumps(asdict(identity), ensure_ascii=False)
    return vault.seal(key, text, label=LABEL, owner=owner)


def read_identity(dossier: Dossier) -> Identity:
    """The identity of a dossier; `vault.SealError` where its key is gone."""
    return unsealed(dossier, vault.unwrap(dossier.key, dossier.id))


def unsealed(dossier: Dossier, key: bytes) -> Identity:
    """The same, for who has unwrapped the key already."""
    told = json.loads(vault.unseal(key, dossier.identity, label=LABEL, owner=dossier.id))
    lists = {name: tuple(told[name]) for name in ("grounds", "statements")}
    return Identity(**{**told, **lists})
