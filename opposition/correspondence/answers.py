"""What a person has answered, ready for the press: frozen, and gone with the request."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from opposition.models.addressee import Addressee

# The letter to each body, by the short name that forms, files and buttons use.
KEYS: Mapping[str, str] = {"fund": "fund-objection", "hdh": "hdh-objection"}


@dataclass(frozen=True)
class Answers:
    """The whole form; `citizen`, `represents` have the shape of `letters.reading.parse`."""

    citizen: Mapping[str, Any]
    represents: Mapping[str, Any] | None
    place: str
    fund: str
    bodies: Mapping[str, Addressee]
    lines: Mapping[str, tuple[str, ...]]
    grounds: tuple[str, ...]
    statements: tuple[str, ...]
    references: Mapping[str, str]
    today: date
