"""The one clock: what has fallen due is done, dossier by dossier, and nothing twice.

Any number of workers may do this at once, as often as they like, on PostgreSQL and on SQLite: each
dossier is taken by one of them, in a transaction of its own (design §4.1, §4.5).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from opposition import clock
from opposition.engine import faults, stepping
from opposition.models import Demand, Dossier

ROWS = 200  # demands looked at in one tick: a few seconds of work
LATER = timedelta(hours=1)  # a dossier that fails is tried again then (design §4.4)


@dataclass(frozen=True)
class Ticked:
    """How many steps were done, and whether more is due already: then tick again at once."""

    done: int
    more: bool


def tick(now: datetime) -> Ticked:
    """Do the steps that are due at `now` (aware, civil time), the longest due first.

    A dossier that fails is put off by an hour and logged; the others go on.
    """
    now = now.astimezone(clock.PARIS)
    ready = Demand.objects.due(now).filter(stepping.ready(now, "dossier"))
    rows = list(ready.values_list("dossier_id", flat=True)[:ROWS])
    done = 0
    for dossier in dict.fromkeys(rows):
        done += _advance(dossier, now)
    return Ticked(done, more=len(rows) == ROWS and done > 0)


def _advance(dossier: UUID, now: datetime) -> int:
    """The steps of one dossier; whatever goes wrong there stays there."""
    try:
        return stepping.advance(dossier, now)
    except Exception as error:  # noqa: BLE001 - one poisoned row must not stop the clock
        faults.report("dossier", dossier, error)
    try:
        _put_off(dossier, now)
    except Exception as error:  # noqa: BLE001 - nor must a second fault
        faults.report("not put off: dossier", dossier, error)
    return 0


def _put_off(dossier: UUID, now: datetime) -> None:
    with transaction.atomic(durable=True):
        # Locked first, as whoever writes does: dossier, then demands.
        Dossier.objects.select_for_update().filter(id=dossier).first()
        Demand.objects.due(now).filter(dossier=dossier).update(due_at=now + LATER)
