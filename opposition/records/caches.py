"""`Demand.state` and `Demand.due_at`: what the journal amounts to, kept where a query finds it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from opposition.domain.vocabulary import State
from opposition.models import Demand, Dossier
from opposition.records import reading
from opposition.records.locking import lock
from opposition.records.reading import Case


@dataclass(frozen=True)
class Cache:
    """What a demand's row says of its journal."""

    state: State
    due_at: datetime | None


@dataclass(frozen=True)
class Difference:
    """A demand whose row says something else than its journal."""

    demand: UUID
    old: Cache
    new: Cache


def differences(dossier: Dossier, cases: Sequence[Case]) -> list[Difference]:
    """The demands of one dossier, all of which are given, whose rows are not what they should be.

    Nothing falls due before the dossier is confirmed: until then it is retention's, by its own
    48 hours (rule 19), and nobody is written to. The confirmation is the dossier's own or any
    line of a journal that says so: the one may be written before the other.
    """
    confirmed = dossier.confirmed_at is not None or any(c.standing.confirmed_on for c in cases)
    found = []
    for case in cases:
        step = case.plan.step if confirmed else None
        old, new = of(case.demand), Cache(case.standing.state, step.falls_due if step else None)
        if old != new:
            found.append(Difference(case.demand.id, old, new))
    return found


def of(demand: Demand) -> Cache:
    """What the row says."""
    return Cache(State(demand.state), demand.due_at)


def write(demands: Iterable[Demand], found: Iterable[Difference]) -> None:
    """Writes what was found different, in one query, into rows and into these objects."""
    new = {difference.demand: difference.new for difference in found}
    changed = [demand for demand in demands if demand.id in new]
    for demand in changed:
        demand.state, demand.due_at = new[demand.id].state, new[demand.id].due_at
    if changed:
        Demand.objects.bulk_update(changed, ["state", "due_at"])


def refresh(dossier_id: UUID | None, *, today: date, really: bool = True) -> list[Difference]:
    """Brings the caches of one dossier up to its journals, under its lock; what was different.

    Not `really`: only says it. Dossier.DoesNotExist where the dossier was erased.
    """
    with transaction.atomic():
        dossier = lock(dossier_id)
        demands = held(dossier)
        found = differences(dossier, reading.judged(demands, reading.journals(dossier), today))
        if really:
            write(demands, found)
        return found


def held(dossier: Dossier) -> list[Demand]:
    """The dossier's demands, locked; the dossier is locked already."""
    return list(Demand.objects.select_for_update().filter(dossier=dossier))
