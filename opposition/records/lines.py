"""One line: from what is to be noted to its row, from the row to what the machine reads."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from opposition import vault
from opposition.domain import events
from opposition.domain.events import Facts
from opposition.domain.vocabulary import Kind, Party
from opposition.models import Dossier, Event

PRIVATE = "event.private"  # the label under which the sealed part is bound to its line
NOTED = frozenset({"letter"})  # ids that a line may hold in the clear beside the domain's facts
_FACTS = frozenset(Facts.__annotations__)


@dataclass(frozen=True)
class Entry:
    """What is to be noted. `facts` and `noted` stay in the clear: dates, codes and ids only;
    whatever else there is to say goes into `private`, which is sealed."""

    kind: Kind
    happened_at: date
    by: Party
    facts: Facts = field(default_factory=Facts)
    noted: Mapping[str, str] = field(default_factory=dict)
    private: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """A line of the journal, read: what the machine reads of it, and what lies beside."""

    event: events.Event
    id: UUID
    recorded_at: datetime  # the database's own time
    noted: Mapping[str, str]
    sealed: bytes | None


def clear(entry: Entry) -> dict[str, Any]:
    """What the row holds in the clear; ValueError for anything outside the allow-list (§4.9)."""
    unknown = (entry.facts.keys() - _FACTS) | (entry.noted.keys() - NOTED)
    if unknown:
        raise ValueError(f"not to be kept in the clear: {', '.join(sorted(unknown))}")
    facts = events.write_facts(entry.facts)
    if events.read_facts(facts) != entry.facts:
        raise ValueError("facts that would be read back otherwise than they were written")
    ids = dict(entry.noted) | ({"reply": facts["reply"]} if "reply" in facts else {})
    return facts | {name: str(UUID(value)) for name, value in ids.items()}


def row(entry: Entry, demand_id: UUID, ordinal: int, key: bytes) -> Event:
    """The row, not saved: its place in the chain and its moment are given by `chain.add`.

    `key` is the dossier's. ValueError for what may not be written, vault.SealError for a private
    text that is no Unicode.
    """
    if isinstance(entry.happened_at, datetime):
        raise ValueError("a line happens on a day, not at a moment")  # noqa: TRY004 - as the rest
    event = Event(
        demand_id=demand_id,
        ordinal=ordinal,
        kind=Kind(entry.kind),
        happened_at=entry.happened_at,
        by=Party(entry.by),
        facts=clear(entry),
    )
    if entry.private:
        text = json.dumps(dict(entry.private), ensure_ascii=False, sort_keys=True)
        event.private = vault.seal(key, text, label=PRIVATE, owner=event.id)
    return event


def read(event: Event) -> Line:
    """The row as a line; the sealed part stays sealed."""
    fact = events.Event(
        Kind(event.kind),
        event.happened_at,
        event.ordinal,
        Party(event.by),
        events.read_facts(event.facts),
    )
    noted = {name: event.facts[name] for name in NOTED & event.facts.keys()}
    sealed = None if event.private is None else bytes(event.private)
    return Line(fact, event.id, event.recorded_at, noted, sealed)


def private(dossier: Dossier, line: Line) -> dict[str, str]:
    """The sealed part of a line of this dossier; empty where there is none.

    vault.SealError for a line of another dossier, or one that was altered.
    """
    if line.sealed is None:
        return {}
    key = vault.unwrap(dossier.key, dossier.id)
    told: dict[str, str] = json.loads(vault.unseal(key, line.sealed, label=PRIVATE, owner=line.id))
    return told


def canonical(event: Event) -> bytes:
    """The bytes that the line's link binds: the same on every database.

    Of the sealed part only the SHA-256 counts. Its ciphertext stays where it is when the dossier's
    key is destroyed: nobody can read it any more, and the chain still holds.
    """
    sealed = None if event.private is None else hashlib.sha256(bytes(event.private)).hexdigest()
    values = {
        "position": event.position,
        "id": str(event.id),
        "demand": str(event.demand_id),
        "ordinal": event.ordinal,
        "kind": event.kind,
        "happened_at": event.happened_at.isoformat(),
        "recorded_at": event.recorded_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": event.by,
        "facts": event.facts,
        "private": sealed,
    }
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()
