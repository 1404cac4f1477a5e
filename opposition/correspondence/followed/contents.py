"""The content of a frozen letter: one canonical JSON text, from which the letter comes back."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from letters.compose import Letter
from opposition.correspondence.requests import Request
from opposition.models.addressee import Addressee

FORMAT = 1  # of the text: old letters stay readable when it changes
FIELDS = {field.name: field for field in Addressee._meta.concrete_fields}


def text(request: Request) -> str:
    """All that the letter is: the facts, the words made of them, the body as it was that day.

    The same letter gives the same text (RFC 8785 is the idea: sorted keys, no spaces).
    """
    content = {
        "format": FORMAT,
        "facts": request.facts,
        "name": request.name,
        "reference": request.reference,
        "short": request.short,
        "enclosures": request.enclosures,
        "letter": asdict(request.letter),
        "body": {name: _plain(getattr(request.body, name)) for name in FIELDS},
    }
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(content: str) -> str:
    """The SHA-256 that stands beside a content, in hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


def request(content: str) -> Request:
    """The letter that `text` wrote down; nothing is composed again."""
    told = json.loads(content)
    return Request(
        name=told["name"],
        body=_body(told["body"]),
        letter=_letter(told["letter"]),
        short=told["short"],
        reference=told["reference"],
        facts=told["facts"],
        enclosures=tuple(told["enclosures"]),
    )


def _letter(told: dict[str, Any]) -> Letter:
    lists = {name: tuple(told[name]) for name in ("statements", "defects")}
    return Letter(**{**told, **lists})


def _body(told: dict[str, Any]) -> Addressee:
    """A record that nobody saves; a column that came or went since is left as a new record's."""
    kept = {name: told[name] for name in FIELDS.keys() & told.keys()}
    return Addressee(**{name: FIELDS[name].to_python(value) for name, value in kept.items()})


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
