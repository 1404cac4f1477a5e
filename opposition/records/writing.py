"""Writing into journals: lines, chain and caches in one transaction, or nothing at all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from opposition import vault
from opposition.models import Demand, Dossier, Event
from opposition.records import caches, chain, lines, reading
from opposition.records.lines import Entry
from opposition.records.locking import lock, refuse_outdated


def record(demand: Demand, *entries: Entry, today: date, seen: int | None = None) -> list[Event]:
    """Adds these lines to the demand's journal, in this order, and refreshes the whole dossier.

    `seen` is the last line that the page showed. Errors as `record_all`.
    """
    pairs = [(demand, entry) for entry in entries]
    return record_all(pairs, today=today, seen=None if seen is None else {demand.id: seen})


def record_all(
    pairs: Iterable[tuple[Demand, Entry]],
    *,
    today: date,
    seen: Mapping[UUID, int] | None = None,
) -> list[Event]:
    """Adds each line to the journal of its demand, all of one dossier, in the order given.

    StaleError where a journal went on after `seen`; ValueError for a line that may not be written
    or demands of several dossiers; Dossier.DoesNotExist for an erased one. The demands given then
    say what their rows say.
    """
    pairs = list(pairs)
    if not pairs:
        return []
    with transaction.atomic():
        dossier = lock(_dossier_of(pairs))
        demands, rows = caches.held(dossier), reading.journals(dossier)
        refuse_outdated(rows, seen or {})
        if {demand.id for demand, _ in pairs} - {demand.id for demand in demands}:
            raise ValueError("a demand that is not of this dossier")
        added = _rows(dossier, pairs, rows)
        chain.add(added)
        cases = reading.judged(demands, [*rows, *added], today)
        caches.write(demands, caches.differences(dossier, cases))
    _tell(pairs, demands)
    return added


def _dossier_of(pairs: Iterable[tuple[Demand, Entry]]) -> UUID | None:
    first, *others = {demand.dossier_id for demand, _ in pairs}
    if others:
        raise ValueError("the demands of one dossier at a time")
    return first


def _rows(
    dossier: Dossier, pairs: Iterable[tuple[Demand, Entry]], before: Sequence[Event]
) -> list[Event]:
    """Each entry's row, under the next number of its journal."""
    key = vault.unwrap(dossier.key, dossier.id)
    last = Counter({row.demand_id: row.ordinal for row in before})  # the last one wins
    added = []
    for demand, entry in pairs:
        last[demand.id] += 1
        added.append(lines.row(entry, demand.id, last[demand.id], key))
    return added


def _tell(pairs: Iterable[tuple[Demand, Entry]], demands: Iterable[Demand]) -> None:
    fresh = {demand.id: demand for demand in demands}
    for demand, _ in pairs:
        demand.state, demand.due_at = fresh[demand.id].state, fresh[demand.id].due_at
