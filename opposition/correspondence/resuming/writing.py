"""From the option chosen to the letter itself: facts, press's locks, words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from letters import catalogue, reading
from letters import enclosures as pieces
from opposition.correspondence import requests
from opposition.correspondence.requests import Request
from opposition.correspondence.resuming import facts
from opposition.correspondence.resuming.cases import Case
from opposition.correspondence.resuming.options import Option
from opposition.models.addressee import Addressee


@dataclass(frozen=True, kw_only=True)
class Draft:
    """All that one letter needs; `citizen`, `represents` have the shape of `reading.parse`."""

    option: Option
    cases: tuple[Case, ...]
    addressee: Addressee
    lines: tuple[str, ...]
    citizen: Mapping[str, Any]
    represents: Mapping[str, Any] | None
    place: str
    fund: str
    reference: str
    court_seized: bool | None
    disclose_identity: bool | None
    complained_on: date | None  # the complaint that this one completes
    today: date


def write(draft: Draft) -> Request:
    """The letter; `LetterError` names the first fact at fault, by the press's own locks too."""
    option = draft.option
    return requests.made(option.key, option.letter, draft.addressee, raw(draft))


def raw(draft: Draft) -> dict[str, Any]:
    """The letter's facts as JSON would hold them."""
    entries = facts.earlier(draft.option, draft.cases)
    found: dict[str, Any] = {
        "citizen": dict(draft.citizen),
        "addressee": {
            "name": draft.addressee.letter_name,
            "service": draft.addressee.letter_service,
            "address": list(draft.lines),
        },
        "place": draft.place,
        "date": draft.today.isoformat(),
        "reference": draft.reference,
        "fund": draft.fund,
        "earlier": [entry for _name, entry in entries] + _completed(draft),
        "court_seized": draft.court_seized,
        "disclose_identity": draft.disclose_identity,
    }
    return found | ({"represents": dict(draft.represents)} if draft.represents else {})


def _completed(draft: Draft) -> list[dict[str, str]]:
    """A second complaint says that it completes the first (rule 6)."""
    if draft.complained_on is None:
        return []
    key, name = draft.option.letter, draft.addressee.letter_name
    return [{"key": key, "addressee": name, "sent_on": draft.complained_on.isoformat()}]


def enclosures(draft: Draft) -> list[str]:
    """What the person puts with the letter, as the letter lists it."""
    return pieces.of(catalogue.get(draft.option.letter), reading.parse(raw(draft)))
