"""The caches of everybody, made again from the journals, in batches."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from opposition.domain import machine
from opposition.domain.vocabulary import Track
from opposition.models import Demand, Dossier, Event
from opposition.records import caches, lines, reading
from opposition.records.caches import Cache, Difference

AT_ONCE = 200  # dossiers, or erased demands, in memory


def rebuild(*, today: date, really: bool = False) -> Iterator[Difference]:
    """Each demand whose row differs from its journal on that civil day; written if `really`.

    Only a dossier that seems to differ is locked, and looked at again: somebody may just have
    written in it.
    """
    yield from _followed(today, really=really)
    yield from _erased(really=really)


def _followed(today: date, *, really: bool) -> Iterator[Difference]:
    after = Q()
    while batch := list(Dossier.objects.filter(after).order_by("id")[:AT_ONCE]):
        after = Q(id__gt=batch[-1].id)
        for dossier_id in _suspects(batch, today):
            try:
                yield from caches.refresh(dossier_id, today=today, really=really)
            except Dossier.DoesNotExist:  # erased meanwhile
                continue


def _suspects(batch: Sequence[Dossier], today: date) -> list[UUID]:
    demands: dict[UUID | None, list[Demand]] = defaultdict(list)
    for demand in Demand.objects.filter(dossier__in=batch):
        demands[demand.dossier_id].append(demand)
    rows = _rows([demand for several in demands.values() for demand in several])
    found = []
    for dossier in batch:
        own = demands[dossier.id]
        told = [row for demand in own for row in rows[demand.id]]
        if caches.differences(dossier, reading.judged(own, told, today)):
            found.append(dossier.id)
    return found


def _erased(*, really: bool) -> Iterator[Difference]:
    """What an erased dossier leaves: dates and codes, a state, and nothing that falls due."""
    after = Q(dossier=None)
    while batch := list(Demand.objects.filter(after).order_by("id")[:AT_ONCE]):
        after = Q(dossier=None, id__gt=batch[-1].id)
        rows = _rows(batch)
        found = []
        for demand in batch:
            told = (lines.read(row).event for row in rows[demand.id])
            new = Cache(machine.fold(told, Track(demand.track)).state, None)
            if caches.of(demand) != new:
                found.append(Difference(demand.id, caches.of(demand), new))
        if really:
            caches.write(batch, found)
        yield from found


def _rows(demands: Sequence[Demand]) -> dict[UUID, list[Event]]:
    rows: dict[UUID, list[Event]] = defaultdict(list)
    for row in Event.objects.filter(demand__in=demands).order_by("demand_id", "ordinal"):
        rows[row.demand_id].append(row)
    return rows
