"""What only the person can say, on the day they say it (rules 1 and 6)."""

from datetime import date
from itertools import chain

from django.utils.translation import gettext as _

from opposition.domain.events import Facts
from opposition.domain.vocabulary import Kind, Party, Scope
from opposition.dossiers.acts import desks, faults
from opposition.dossiers.acts.faults import ActError
from opposition.records import Case, Entry


def nothing_came(case: Case, *, today: date, seen: int) -> None:
    """Neither letter, nor ameli message, nor mail."""
    _say(case, today, seen, Kind.NOTHING_CAME)


def covered(case: Case, *, today: date, seen: int) -> None:
    """The answer covers all that was asked: the demand closes."""
    _say(case, today, seen, Kind.COVERED)


def contested(case: Case, *, today: date, seen: int) -> None:
    """The person does not accept the answer."""
    _say(case, today, seen, Kind.CONTESTED)


def incomplete(case: Case, *, today: date, seen: int, scopes: frozenset[Scope]) -> None:
    """A part of what was asked is still without answer: the clock goes on for it."""
    with desks.opened(case, today, seen) as desk:
        entry = Entry(Kind.INCOMPLETE, today, Party.CITIZEN, Facts(scopes=frozenset(scopes)))
        none = ActError("scopes", _("dites quelle partie reste sans réponse."))
        wrong = chain(faults.of_closed(desk.case), [] if scopes else [none])
        desks.write(desk, [(desk.case, entry)], wrong)


def _say(case: Case, today: date, seen: int, kind: Kind) -> None:
    with desks.opened(case, today, seen) as desk:
        line = Entry(kind, today, Party.CITIZEN)
        desks.write(desk, [(desk.case, line)], faults.of_closed(desk.case))
