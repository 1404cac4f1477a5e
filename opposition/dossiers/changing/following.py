"""Whether mails come, and whether the portal goes on following: each undone by one click."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.db import transaction

from opposition import records
from opposition.domain.vocabulary import CLOSINGS, Kind, Party, Track
from opposition.models import Demand, Dossier
from opposition.records import Case, Entry


def mute(dossier: Dossier, *, at: datetime) -> None:
    """No mail of the timeline any more; the page says everything. `at` is civil; idempotent."""
    _mails(dossier, Kind.MUTED, at, muted_at=at)


def unmute(dossier: Dossier, *, at: datetime) -> None:
    """The mails come again; idempotent."""
    _mails(dossier, Kind.UNMUTED, at, muted_at=None)


def stop(dossier: Dossier, *, today: date, only: Demand | None = None) -> None:
    """« Ne plus suivre »: all, or one request with the complaint held about it; idempotent.

    The letters stay valid (rule 11); nothing is withdrawn and nothing erased.
    """
    _write(dossier, Kind.CLOSED, today, lambda case: case.standing.open and _meant(case, only))


def resume(dossier: Dossier, *, today: date, only: Demand | None = None) -> None:
    """Takes up again what was stopped, by the person or by the clock; by name, `only`, also what
    was settled. What was withdrawn stays withdrawn."""
    _write(dossier, Kind.REOPENED, today, lambda case: _reopens(case, only) and _meant(case, only))


def keep(dossier: Dossier, *, today: date) -> None:
    """« Continuez à suivre »: the twelve quiet months begin again (rule 19); once a day counts."""
    _write(dossier, Kind.KEPT, today, lambda case: case.standing.open and not _kept(case, today))


def _mails(dossier: Dossier, kind: Kind, at: datetime, *, muted_at: datetime | None) -> None:
    with transaction.atomic():
        locked = records.lock(dossier.id)
        if (locked.muted_at is None) is not (muted_at is None):
            locked.muted_at = muted_at
            locked.save(update_fields=["muted_at"])
            _note(kind, at.date(), _cases(locked, at.date(), lambda case: case.standing.open))
    dossier.refresh_from_db()


def _write(dossier: Dossier, kind: Kind, today: date, meant: Callable[[Case], bool]) -> None:
    with transaction.atomic():
        _note(kind, today, _cases(records.lock(dossier.id), today, meant))


def _note(kind: Kind, today: date, cases: Iterable[Case]) -> None:
    line = Entry(kind, today, Party.CITIZEN)
    records.record_all(((case.demand, line) for case in cases), today=today)


def _cases(dossier: Dossier, today: date, meant: Callable[[Case], bool]) -> list[Case]:
    return [case for case in records.cases(dossier, today) if meant(case)]


def _meant(case: Case, only: Demand | None) -> bool:
    """The demand itself, and the complaint about it as long as it has not left."""
    if only is None or case.demand.id == only.id:
        return True
    held = case.demand.track == Track.COMPLAINT and not _left(case)
    return held and case.demand.about_id == only.id


def _left(case: Case) -> bool:
    return case.standing.sending.sent_on is not None or case.standing.filed_on is not None


def _reopens(case: Case, only: Demand | None) -> bool:
    if case.standing.open or case.standing.withdrawn:
        return False
    named = only is not None and case.demand.id == only.id
    closings = [line.event.kind for line in case.lines if line.event.kind in CLOSINGS]
    return named or closings[-1] is Kind.CLOSED


def _kept(case: Case, today: date) -> bool:
    told = [line.event for line in case.lines if line.event.kind is Kind.KEPT]
    return bool(told) and told[-1].happened_at == today
