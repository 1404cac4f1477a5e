"""« Corriger cette date », « cela n’a pas eu lieu »: a line is struck, never changed.

The right fact follows as a line of its own, with what was sealed beside it. What says the same in
another journal is corrected with it, and a letter that came back still is the letter that left.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import cast

from django.utils.translation import gettext as _

from opposition import records
from opposition.domain.events import Facts
from opposition.domain.vocabulary import BODY_WRITES, Kind, Party, Track
from opposition.dossiers.acts import desks, order, twins
from opposition.dossiers.acts.desks import Desk
from opposition.dossiers.acts.faults import ActError
from opposition.records import Case, Entry, Line

CORRECT, STRIKE = "corriger", "annuler"

DATED = BODY_WRITES | {
    Kind.SENT,
    Kind.RETURNED,
    Kind.RECEIVED,
    Kind.PROOF_ASKED,
    Kind.ID_GIVEN,
    Kind.REMINDER_SENT,
    Kind.FILED,
    Kind.CNIL_REGISTERED,
    Kind.CNIL_NEWS,
    Kind.CNIL_OUTCOME,
}
# Said on the day itself: there is no date to correct.
SAID = frozenset(
    {
        Kind.NOTHING_CAME,
        Kind.COVERED,
        Kind.INCOMPLETE,
        Kind.CONTESTED,
        Kind.REMINDER_SKIPPED,
    }
)


def mendable(case: Case) -> dict[int, tuple[str, ...]]:
    """The lines that the person may correct or strike, by their number: the words of the acts."""
    found = {line.event.ordinal: tuple(_ways(case, line)) for line in twins.standing(case)}
    return {ordinal: ways for ordinal, ways in found.items() if ways}


def corrected(case: Case, *, today: date, seen: int, line_ordinal: int, on: date) -> None:
    """The fact of this line happened on another day."""
    with desks.opened(case, today, seen) as desk:
        line = _line(desk.case, line_ordinal)
        lines: list[tuple[Case, Entry]] = []
        for one, told in [*twins.of(desk, desk.case, line), (desk.case, line)]:
            lines += [(one, entry) for entry in _restated(desk, one, told, on)]
        wrong = chain(_allowed(desk.case, line, CORRECT), order.of_correction(desk, line, on))
        desks.write(desk, lines, wrong)


def struck(case: Case, *, today: date, seen: int, line_ordinal: int) -> None:
    """The fact of this line did not happen."""
    with desks.opened(case, today, seen) as desk:
        line = _line(desk.case, line_ordinal)
        lines: list[tuple[Case, Entry]] = []
        for one, told in [*twins.of(desk, desk.case, line), (desk.case, line)]:
            lines += [(one, strike(gone, today)) for gone in (*_returns(one, told), told)]
        desks.write(desk, lines, _allowed(desk.case, line, STRIKE))


def strike(line: Line, today: date) -> Entry:
    """The line that strikes this one."""
    return Entry(Kind.CORRECTED, today, Party.CITIZEN, Facts(replaces=line.event.ordinal))


def _ways(case: Case, line: Line) -> Iterator[str]:
    kind = line.event.kind
    if line.event.by is not Party.CITIZEN:
        return
    if kind in DATED:
        yield CORRECT
    # A complaint that came back has undone what its requests said of it: it is filed again.
    undone = kind is Kind.RETURNED and case.demand.track == Track.COMPLAINT
    if kind in DATED | SAID and not undone:
        yield STRIKE


def _line(case: Case, ordinal: int) -> Line:
    found = [line for line in case.lines if line.event.ordinal == ordinal]
    if not found:
        raise ActError("", _("cette ligne n’est pas dans ce journal."))
    return found[0]


def _allowed(case: Case, line: Line, way: str) -> Iterator[ActError]:
    if way not in mendable(case).get(line.event.ordinal, ()):
        yield ActError("", _("cette ligne ne se corrige pas, ou l’a déjà été."))


def _restated(desk: Desk, case: Case, line: Line, on: date) -> list[Entry]:
    """What came back first, so that an act ends with its own line; it names the new one."""
    returns = _returns(case, line)
    number = case.last + 2 * len(returns) + 2
    entries = []
    for back in returns:
        again = _same(desk, back, back.event.happened_at)
        facts = cast("Facts", {**again.facts, "of": number})
        entries += [strike(back, desk.today), replace(again, facts=facts)]
    return [*entries, strike(line, desk.today), _same(desk, line, on)]


def _returns(case: Case, line: Line) -> list[Line]:
    number = line.event.ordinal
    return [one for one in twins.standing(case) if one.event.facts.get("of") == number]


def _same(desk: Desk, line: Line, on: date) -> Entry:
    private = records.private(desk.dossier, line)
    return Entry(
        line.event.kind, on, Party.CITIZEN, line.event.facts, noted=line.noted, private=private
    )
