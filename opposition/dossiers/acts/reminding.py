"""Reminders are proposed, not imposed (rule 12)."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Unpack

from django.utils.translation import gettext as _

from opposition.domain import french
from opposition.domain.vocabulary import Kind, Party
from opposition.dossiers.acts import desks, faults, sending
from opposition.dossiers.acts.faults import ActError
from opposition.dossiers.acts.sending import Posting
from opposition.records import Case, Entry


def reminder_sent(case: Case, *, today: date, seen: int, **told: Unpack[Posting]) -> None:
    """A reminder has left."""
    with desks.opened(case, today, seen) as desk:
        letter = sending.frozen(desk, told.get("letter"))
        wrong = chain(
            faults.of_closed(desk.case),
            faults.of_following(desk.case, told["on"]),
            faults.of_leaving(told["on"], letter),
            _too_early(desk.case, told["on"]),
        )
        line = sending.departure(Kind.REMINDER_SENT, told)
        desks.write(desk, [(desk.case, line)], wrong)


def reminder_skipped(case: Case, *, today: date, seen: int) -> None:
    """The person goes on without a reminder: the law does not ask for one."""
    with desks.opened(case, today, seen) as desk:
        line = Entry(Kind.REMINDER_SKIPPED, today, Party.CITIZEN)
        desks.write(desk, [(desk.case, line)], faults.of_closed(desk.case))


def _too_early(case: Case, on: date) -> Iterator[ActError]:
    """Before the deadline it would be noted and count for nothing: better said than silent."""
    late = case.plan.deadline.overdue_from if case.plan.deadline else None
    if late and on < late:
        told = _("le délai court jusqu’au %(day)s exclu : un rappel compte à partir de ce jour.")
        yield ActError("on", told % {"day": french.day(late)})
