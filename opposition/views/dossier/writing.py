"""The letter that a page shows: the frozen one where there is one, else as it would be today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from opposition.correspondence import Request, followed
from opposition.correspondence.followed import Complaint, locks
from opposition.correspondence.requests import stamped
from opposition.models import Dossier, Letter
from opposition.records import Case
from opposition.views import specimen


@dataclass(frozen=True)
class Desk:
    """One letter of one demand of one dossier, on one day."""

    dossier: Dossier
    cases: Sequence[Case]
    case: Case
    key: str
    today: date

    @property
    def is_complaint(self) -> bool:
        """It goes to the CNIL, not to the body."""
        return self.key in locks.COMPLAINTS


@dataclass(frozen=True)
class Sheet:
    """The letter itself; `row` where it is frozen, `posted_on` where it has left."""

    request: Request
    row: Letter | None = None
    posted_on: date | None = None


def desk(dossier: Dossier, cases: Sequence[Case], reference: str, key: str, today: date) -> Desk:
    """Http404 for a reference that is none of this dossier's, or a letter that is none of its."""
    for case in cases:
        if case.demand.reference == reference and key in followed.letters_of(case.demand):
            return Desk(dossier, cases, case, key, today)
    raise Http404


def kept(desk: Desk) -> Sheet | None:
    """The frozen letter: the one to send, else the last that left."""
    row = followed.unposted(desk.case.demand, desk.key)
    if row:
        return Sheet(followed.thaw(row), row)
    row = followed.frozen(desk.case.demand, desk.key)
    if row is None:
        return None
    return Sheet(followed.thaw(row), row, followed.posted(desk.case.demand).get(row.id))


def check(desk: Desk) -> None:
    """LockedError where the letter may not be written today."""
    locks.check(desk.case, desk.key)


def live(desk: Desk, answers: Complaint | None) -> Sheet:
    """As it would be written today; errors as `followed.compose`."""
    request = followed.compose(
        desk.dossier, desk.cases, desk.case.demand, desk.key, today=desk.today, answers=answers
    )
    return Sheet(request)


def freeze(desk: Desk, request: Request, at: datetime) -> Letter:
    """Its words no longer change; a complaint notes the requests that it names."""
    covers = [case.demand.id for case in named(desk, None)]
    marked = stamped(request, specimen.word())
    return followed.freeze(desk.dossier, desk.case.demand, marked, at=at, covers=covers)


def named(desk: Desk, row: Letter | None) -> list[Case]:
    """The requests that a complaint is about: those of the day, or of the day it was frozen."""
    if not desk.is_complaint:
        return []
    if row is None:
        return followed.accused(desk.cases, desk.key)
    return [case for case in desk.cases if str(case.demand.id) in row.covers]


def outdated(desk: Desk, sheet: Sheet) -> tuple[str, ...]:
    """Why a frozen letter that has not left would not be written any more."""
    waiting = sheet.row is not None and sheet.posted_on is None
    return followed.because(desk.case, desk.key) if waiting else ()


def again(desk: Desk) -> bool:
    """Whether a letter that has left may leave once more: it came back, or nothing proves it."""
    case = desk.case
    question = bool(case.plan.proof_ways or case.standing.sending.returned_on)
    return question and not followed.because(case, desk.key)
