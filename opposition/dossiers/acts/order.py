"""Where a corrected day may lie among the days that are known."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from opposition.domain import french
from opposition.domain.vocabulary import BODY_WRITES, Kind, Track
from opposition.dossiers.acts import faults, twins
from opposition.dossiers.acts.desks import Desk
from opposition.dossiers.acts.faults import ActError
from opposition.models import Letter
from opposition.records import Case, Line

AT_CNIL = frozenset({Kind.CNIL_REGISTERED, Kind.CNIL_NEWS, Kind.CNIL_OUTCOME})
LEAVING = frozenset({Kind.SENT, Kind.FILED, Kind.REMINDER_SENT})
# What can only come after a letter has left, or after a question was asked.
AFTER = {
    Kind.SENT: BODY_WRITES | AT_CNIL | {Kind.RECEIVED, Kind.RETURNED, Kind.PROOF_ASKED},
    Kind.FILED: AT_CNIL,
    Kind.REMINDER_SENT: frozenset({Kind.RETURNED}),
    Kind.ID_ASKED: frozenset({Kind.ID_GIVEN}),
}


def of_correction(desk: Desk, line: Line, on: date) -> Iterator[ActError]:
    """What cannot be of a line of the desk's demand moved to that day."""
    kind = line.event.kind
    if kind in LEAVING:
        yield from faults.of_leaving(on, _letter(line))
    if kind is Kind.ID_GIVEN:
        yield from _before_asked(desk.case, line, on)
    elif kind in AT_CNIL and desk.case.demand.track == Track.COMPLAINT:
        yield from faults.of_filing(desk.case, on)
    elif kind is not Kind.SENT:
        yield from faults.of_following(desk.case, on)
    yield from _after_next(desk.case, line, on)


def _letter(line: Line) -> Letter | None:
    noted = line.noted.get("letter")
    return Letter.objects.filter(id=noted).first() if noted else None


def _before_asked(case: Case, line: Line, on: date) -> Iterator[ActError]:
    was = line.event.happened_at
    asked = [c.asked for c in case.standing.sending.identity if c.given == was]
    if asked and on < asked[-1]:
        told = _("elles ne peuvent pas être données avant d’être demandées, le %(day)s.")
        yield ActError("on", told % {"day": french.day(asked[-1])})


def _after_next(case: Case, line: Line, on: date) -> Iterator[ActError]:
    """Not past the first thing that came of it."""
    kinds, was = AFTER.get(line.event.kind, frozenset()), line.event.happened_at
    next_ = [
        one.event.happened_at
        for one in twins.standing(case)
        if one.event.kind in kinds and one.event.happened_at >= was
    ]
    if next_ and on > min(next_):
        told = _("cette date est après ce qui a suivi, le %(day)s.")
        yield ActError("on", told % {"day": french.day(min(next_))})
