"""How long the portal keeps what, and the sweep that keeps its word (rule 19).

One transaction per dossier: one that fails is told in the log by its id, and stops no other. Civil
time decides, save for links, which live by the database's own clock.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils.timezone import localtime

from opposition.correspondence import followed
from opposition.domain import periods
from opposition.domain.vocabulary import OPEN, Party
from opposition.dossiers import erasing
from opposition.models import AccessLink, Dispatch, Dossier, Event, moment
from opposition.models.mail import Status

logger = logging.getLogger(__name__)
AT_ONCE = 200  # ids in memory
MONTHS_VARY = timedelta(days=3)  # between counting months forwards and backwards

Counts = tuple[int, int]


@dataclass(frozen=True)
class Period:
    """How long, counted from what, and where that is said."""

    months: int = 0
    span: timedelta = timedelta()
    since: str = ""
    source: str = ""


PERIODS: Mapping[str, Period] = {
    "unconfirmed": Period(
        span=timedelta(hours=48), since="l’ouverture d’un dossier non confirmé", source="règle 19"
    ),
    # Two months to go to court, then about a year of « reasonable time » (Czabaj: secondary source)
    "closed": Period(
        months=14, since="la dernière ligne d’un dossier dont tout est clos", source="règle 19"
    ),
    "links": Period(
        span=timedelta(days=90),
        since="la fin ou la révocation d’un lien",
        source="choix du portail",
    ),
    "notices": Period(
        span=timedelta(days=30),
        since="l’envoi d’un avis, pour son contenu",
        source="choix du portail",
    ),
}


@dataclass(frozen=True)
class Swept:
    """How many of each are gone; `failed` dossiers are tried again at the next sweep."""

    unconfirmed: int
    closed: int
    links: int
    notices: int
    files: int
    failed: int


def sweep(now: datetime) -> Swept:
    """Destroys what has been kept long enough at the civil moment `now`, aware, in Paris; harmless
    if repeated."""
    unconfirmed, failed = _erase(_unconfirmed(now), now, _is_unconfirmed)
    closed, failed_too = _erase(_closed(now.date()), now, _is_over)
    return Swept(
        unconfirmed=unconfirmed,
        closed=closed,
        links=_delete_links(),
        notices=_empty_notices(now),
        files=_remove_files(),
        failed=failed + failed_too,
    )


def _erase(found: Iterable[UUID], now: datetime, still: Callable[[Dossier, date], bool]) -> Counts:
    done = failed = 0
    for dossier_id in found:
        try:
            done += _erase_one(dossier_id, now, still)
        except Exception as error:  # noqa: BLE001 - a dossier that cannot go stops no other
            # No trace: it may hold a line of the dossier.
            logger.error("dossier %s is not erased: %s", dossier_id, type(error).__name__)  # noqa: TRY400
            failed += 1
    return done, failed


def _erase_one(dossier_id: UUID, now: datetime, still: Callable[[Dossier, date], bool]) -> bool:
    """Looks again under the lock: somebody may just have confirmed, or gone on."""
    with transaction.atomic():
        dossier = Dossier.objects.select_for_update().filter(id=dossier_id).first()
        if dossier is None or not still(dossier, now.date()):
            return False
        erasing.erase(dossier, at=now, by=Party.PORTAL)
        return True


def _unconfirmed(now: datetime) -> Iterator[UUID]:
    return _ids(Dossier.objects.unconfirmed(opened_before=now - PERIODS["unconfirmed"].span))


def _is_unconfirmed(dossier: Dossier, _today: date) -> bool:
    return dossier.confirmed_at is None


def _closed(today: date) -> Iterator[UUID]:
    """Candidates: nothing is open, nothing happened for about so long."""
    about = periods.add_months(today, -PERIODS["closed"].months) + MONTHS_VARY
    last = Max("demands__events__happened_at")
    ended = Dossier.objects.confirmed().exclude(demands__state__in=OPEN)
    return _ids(ended.annotate(last=last).filter(last__lte=about))


def _is_over(dossier: Dossier, today: date) -> bool:
    """Nor was anything noted for so long: what somebody tells us today of a day long past would
    otherwise go at once."""
    if dossier.demands.filter(state__in=OPEN).exists():
        return False
    lines = Event.objects.filter(demand__dossier=dossier)
    told = lines.aggregate(happened=Max("happened_at"), noted=Max("recorded_at"))
    last = max(told["happened"], localtime(told["noted"]).date())
    return periods.add_months(last, PERIODS["closed"].months) <= today


def _ids(found: QuerySet[Dossier]) -> Iterator[UUID]:
    """In their order, so that one that stays is passed over and not met again."""
    rest = found
    while batch := list(rest.order_by("id").values_list("id", flat=True)[:AT_ONCE]):
        yield from batch
        rest = found.filter(id__gt=batch[-1])


def _delete_links() -> int:
    before = moment.now() - PERIODS["links"].span
    dead = AccessLink.objects.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before))
    return dead.delete()[0]


def _empty_notices(now: datetime) -> int:
    """The row stays, and says that a mail left; what the mail said goes."""
    before = now - PERIODS["notices"].span
    over = Q(status__in=(Status.SENT, Status.FAILED, Status.DROPPED))
    old = Dispatch.objects.filter(over, letter__isnull=True, not_before__lt=before)
    return old.exclude(content=None).update(content=None)


def _remove_files() -> int:
    """What a crash left behind, or a deletion that could not remove its file."""
    found = list(followed.strays())
    for file in found:
        file.unlink(missing_ok=True)
    return len(found)
