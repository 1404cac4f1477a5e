"""The demonstration's postbox: what Django's file backend wrote instead of sending it."""

import email
import email.policy
import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

_END = re.compile(rb"^-{79}\n", re.MULTILINE)  # django.core.mail.backends.console
_ADDRESS = re.compile(r"(https?://\S+)")
MOST = 100  # mails shown


@dataclass(frozen=True)
class Mail:
    """One mail; `pieces` are its words, each with the address to follow where it is one."""

    to: str
    subject: str
    pieces: tuple[tuple[str, str], ...]


def mails() -> list[Mail]:
    """The newest first. A file that is being written may lack its end: it is shown all the same."""
    folder = Path(settings.EMAIL_FILE_PATH)
    found: list[Mail] = []
    for file in sorted(folder.glob("*.log"), reverse=True):
        parts = [part for part in _END.split(file.read_bytes()) if part.strip()]
        found += [_mail(part) for part in reversed(parts)]
        if len(found) >= MOST:
            break
    return found[:MOST]


def _mail(raw: bytes) -> Mail:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    body = message.get_body(("plain",))
    words = str(body.get_content()) if body else ""
    return Mail(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        pieces=tuple(_piece(text) for text in _ADDRESS.split(words.strip())),
    )


def _piece(text: str) -> tuple[str, str]:
    """An address of this very portal is followed within it, whatever name it was started under."""
    here = str(settings.SITE_URL).rstrip("/")
    link = text.removeprefix(here) if text.startswith(f"{here}/") else ""
    return text, link
