"""Where an act is written: the dossier locked and read again, the act judged, noted once."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from uuid import UUID

from django.db import transaction

from opposition import records
from opposition.domain.vocabulary import Kind, Party
from opposition.dossiers.acts import faults
from opposition.dossiers.acts.faults import ActError
from opposition.models import Dossier
from opposition.records import Case, Entry, Line, StaleError

# Of the dossier itself: written in every journal, they say nothing of the demand.
BESIDE = frozenset({Kind.MENDED, Kind.EMAIL_CHANGED, Kind.MUTED, Kind.UNMUTED, Kind.KEPT})

Lines = Sequence[tuple[Case, Entry]]


@dataclass(frozen=True)
class Desk:
    """One dossier, locked, as it stands now; `seen` is the last line that the page showed."""

    dossier: Dossier
    cases: tuple[Case, ...]
    case: Case
    today: date
    seen: int

    def now(self, case: Case) -> Case:
        """The same demand as it stands now; ValueError for one of another dossier."""
        found = [one for one in self.cases if one.demand.id == case.demand.id]
        if not found:
            raise ValueError(f"demand {case.demand.id} is no part of this dossier")
        return found[0]

    def related(self, case: Case) -> Iterator[Case]:
        """The other demands of the dossier."""
        return (one for one in self.cases if one.demand.id != case.demand.id)


@contextmanager
def opened(case: Case, today: date, seen: int) -> Iterator[Desk]:
    """The desk for one act on this demand, in one transaction."""
    with transaction.atomic():
        dossier = records.lock(case.demand.dossier_id)
        cases = tuple(records.cases(dossier, today))
        here = next(one for one in cases if one.demand.id == case.demand.id)
        yield Desk(dossier, cases, here, today, seen)


def write(desk: Desk, lines: Lines, wrong: Iterable[ActError] = ()) -> None:
    """Notes these lines, unless they just have been; the first of what is wrong is raised.

    Nothing is judged of an act sent again: what it did may have closed the way that led to it; nor
    of one from an outdated page, whose days would be held against what the person has not read.
    """
    if _repeated(desk, lines):
        return
    _refuse_outdated(desk)
    days = (faults.of_day(entry.happened_at, desk.today) for _, entry in lines)
    for fault in chain(wrong, *days):
        raise fault
    pairs = [(case.demand, entry) for case, entry in lines]
    records.record_all(pairs, today=desk.today)


def _refuse_outdated(desk: Desk) -> None:
    """Neither the portal's own doings nor a mail stopped meanwhile outdate what is told here."""
    for line in desk.case.lines:
        told = line.event.by is not Party.PORTAL and line.event.kind not in BESIDE
        if told and line.event.ordinal > desk.seen:
            raise StaleError(str(desk.case.demand.id))


def _repeated(desk: Desk, lines: Lines) -> bool:
    """Double click, two tabs, replay: what the person said last in each journal, word for word."""
    told: dict[UUID, list[Entry]] = {}
    for case, entry in lines:
        told.setdefault(case.demand.id, []).append(entry)
    return all(
        _ends_with(desk, case, told[case.demand.id])
        for case in desk.cases
        if case.demand.id in told
    )


def _ends_with(desk: Desk, case: Case, told: Sequence[Entry]) -> bool:
    said = [line for line in case.lines if _says(line)][-len(told) :]
    if len(said) < len(told) or _meant_anew(desk, case, said[0]):
        return False
    pairs = zip(said, told, strict=True)
    return all(_same(desk.dossier, line, entry) for line, entry in pairs)


def _says(line: Line) -> bool:
    return line.event.by is Party.CITIZEN and line.event.kind not in BESIDE


def _meant_anew(desk: Desk, case: Case, first: Line) -> bool:
    """The page showed these very lines, and something came after them: the words are new ones."""
    here = case.demand.id == desk.case.demand.id
    after = any(
        line.event.ordinal > first.event.ordinal
        and line.event.by is not Party.CITIZEN
        and line.event.kind is not Kind.NOTIFIED  # a notice is no news to answer anew
        for line in case.lines
    )
    return here and desk.seen >= first.event.ordinal and after


def _same(dossier: Dossier, line: Line, entry: Entry) -> bool:
    event = line.event
    clear = (event.kind, event.happened_at, event.facts, dict(line.noted))
    if clear != (entry.kind, entry.happened_at, entry.facts, dict(entry.noted)):
        return False
    return records.private(dossier, line) == dict(entry.private)
