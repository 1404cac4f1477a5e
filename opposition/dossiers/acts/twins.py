"""One fact, several journals: a complaint filed is said in its own and in each request's it names.

The lines of one filing share their day and their letter. Where two complaints left on one day
without a letter of ours, a request goes with the complaint that is about it.
"""

from collections.abc import Iterable, Iterator

from opposition.domain import events
from opposition.domain.vocabulary import Kind, Track
from opposition.dossiers.acts.desks import Desk
from opposition.records import Case, Line

FILING = frozenset({Kind.SENT, Kind.FILED})  # in a complaint's own journal
Lines = list[tuple[Case, Line]]


def standing(case: Case) -> list[Line]:
    """The lines that no correction has struck, in the order of the journal."""
    kept = events.standing_lines((line.event for line in case.lines), Track(case.demand.track))
    ordinals = {event.ordinal for event in kept}
    return [line for line in case.lines if line.event.ordinal in ordinals]


def named(desk: Desk, complaint: Case) -> list[Case]:
    """The requests that this complaint, once filed, has named."""
    return [
        one
        for one in desk.cases
        if any(_belongs(desk, complaint, one, line) for line in _filings(one))
    ]


def of(desk: Desk, case: Case, line: Line) -> Lines:
    """The lines of the other journals that say the same fact as this one."""
    complaint = _complaint(desk, case, line)
    if complaint is None:
        return []
    around = [complaint, *named(desk, complaint)]
    return [
        (one, other)
        for one in around
        if one.demand.id != case.demand.id
        for other in standing(one)
        if _tells_the_same(one, other, line)
    ]


def _complaint(desk: Desk, case: Case, line: Line) -> Case | None:
    """The complaint whose filing, or whose end, this line tells; None for any other line."""
    if case.demand.track == Track.COMPLAINT:
        return case if line.event.kind in FILING | {Kind.CNIL_OUTCOME} else None
    if line.event.kind not in {Kind.FILED, Kind.CNIL_OUTCOME}:
        return None
    filings = [line] if line.event.kind is Kind.FILED else list(_filings(case))
    found = (_owner(desk, case, filing) for filing in filings)
    return next((complaint for complaint in found if complaint), None)


def _belongs(desk: Desk, complaint: Case, request: Case, line: Line) -> bool:
    owner = _owner(desk, request, line) if request.demand.track == Track.REQUEST else None
    return owner is not None and owner.demand.id == complaint.demand.id


def _owner(desk: Desk, request: Case, line: Line) -> Case | None:
    """The complaint that this filing of a request belongs to."""
    fitting = [
        one
        for one in desk.cases
        if one.demand.track == Track.COMPLAINT and any(_alike(f, line) for f in _filings(one))
    ]
    fitting.sort(key=lambda one: one.demand.about_id != request.demand.id)
    return fitting[0] if fitting else None


def _filings(case: Case) -> Iterator[Line]:
    kinds = FILING if case.demand.track == Track.COMPLAINT else {Kind.FILED}
    return (line for line in standing(case) if line.event.kind in kinds)


def _tells_the_same(case: Case, other: Line, line: Line) -> bool:
    if line.event.kind is Kind.CNIL_OUTCOME:
        return other.event.kind is line.event.kind and _alike(other, line)
    return other.event.ordinal in _ordinals(_filings(case)) and _alike(other, line)


def _ordinals(lines: Iterable[Line]) -> set[int]:
    return {line.event.ordinal for line in lines}


def _alike(one: Line, other: Line) -> bool:
    same_day = one.event.happened_at == other.event.happened_at
    return same_day and one.noted.get("letter") == other.noted.get("letter")
