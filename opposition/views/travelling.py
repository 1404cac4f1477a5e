"""The time machine: each date on the way is lived, so that the journal says what came due when."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import Min, QuerySet

from opposition import clock, engine
from opposition.domain.plan.values import FALLS_DUE_AT
from opposition.models import Demand, Dossier

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
STOPS = 400  # dates lived on one way at most: whoever wants more presses again


def leave_for(by: timedelta, dossier: Dossier | None) -> None:
    """Move on by that much, through every date on which the portal has something to do."""
    arrival = clock.now() + by
    for _stop in range(STOPS):
        there = next_date(dossier)
        if there is None or there > arrival:
            break
        live_at(there)
    live_at(arrival)


def to_next_date(dossier: Dossier | None) -> bool:
    """Move on to the next date of the dossier, or of all; False where none is ahead."""
    there = next_date(dossier)
    if there is not None:
        live_at(there)
    return there is not None


def live_at(moment: datetime) -> None:
    """Set the clock there and let the engine do what is due, mails included."""
    ahead = moment - clock.now()
    if ahead > timedelta(0):
        clock.move(ahead + timedelta(seconds=1))  # the file counts whole seconds
    now = clock.now()
    while engine.tick(now).more:
        pass
    sent: set[UUID] = set()
    while left := [one for one in engine.waiting(now) if one not in sent]:
        for one in left:
            engine.deliver(one, now)
        sent |= set(left)


def next_date(dossier: Dossier | None) -> datetime | None:
    """The next moment of the timeline. What waits since today's notice is done tomorrow at six."""
    now = clock.now()
    demands = _followed(dossier)
    ahead = demands.filter(due_at__gt=now).aggregate(first=Min("due_at"))["first"]
    found = [ahead.astimezone(clock.PARIS)] if ahead else []
    if demands.filter(due_at__lte=now).exists():
        found.append(_tomorrow(now))
    return min(found, default=None)


def _followed(dossier: Dossier | None) -> QuerySet[Demand]:
    return Demand.objects.filter(dossier=dossier) if dossier else Demand.objects.all()


def _tomorrow(now: datetime) -> datetime:
    at = time(FALLS_DUE_AT.hour, FALLS_DUE_AT.minute, tzinfo=clock.PARIS)
    return datetime.combine(now.date() + DAY, at)
