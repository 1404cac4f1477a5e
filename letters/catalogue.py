"""The letters that exist: `texts/<key>/letter.toml` and what it says of the words beside it."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from letters import paths


class Mark(StrEnum):
    """How well a citation is checked: text seen, secondary source, to be checked by a lawyer."""

    SEEN = "V"
    SECONDARY = "S"
    UNCHECKED = "M"


class Need(StrEnum):
    """What went before a letter, without which it may not be printed; see `letters/needs.py`."""

    LATE = "late"
    REFUSED = "refused"
    OVERDUE_REQUEST = "overdue-request"
    FIRST_REMINDER = "first-reminder"


@dataclass(frozen=True)
class Basis:
    """A text of law that a letter cites."""

    cite: str
    mark: Mark


@dataclass(frozen=True)
class Text:
    """A letter's text: version, last reading, subject, summary, legal bases, what it needs."""

    key: str
    version: str
    checked_on: date
    subject: str
    salutation: str
    bases: tuple[Basis, ...]
    needs: tuple[Need, ...] = ()
    statements: tuple[str, ...] = ()
    number_line: bool = False
    reply_slip: bool = False
    short: bool = False


def read(folder: Path) -> Text:
    """One letter's description; an unknown key in it is a TypeError."""
    raw: dict[str, Any] = tomllib.loads((folder / "letter.toml").read_text("utf-8"))
    raw["bases"] = tuple(Basis(cite=b["cite"], mark=Mark(b["mark"])) for b in raw["bases"])
    raw["needs"] = tuple(Need(name) for name in raw.get("needs", ()))
    raw["statements"] = tuple(raw.get("statements", ()))
    text = Text(**raw)
    if text.key != folder.name:
        raise ValueError(f"{folder.name}: its letter.toml says {text.key}")
    return text


@functools.cache
def all_texts() -> Mapping[str, Text]:
    """Every letter of the release, by key."""
    folders = sorted(file.parent for file in paths.TEXTS.glob("*/letter.toml"))
    return {folder.name: read(folder) for folder in folders}


def get(key: str) -> Text:
    """One letter; an unknown key is an error that names those which exist."""
    try:
        return all_texts()[key]
    except KeyError:
        known = ", ".join(all_texts())
        raise UnknownLetterError(
            f"le courrier «\u202f{key}\u202f» n’existe pas ({known})."
        ) from None


class UnknownLetterError(LookupError):
    """No letter has this key."""
