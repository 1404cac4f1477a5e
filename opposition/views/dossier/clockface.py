"""The one date that a card shows large: what it is, how far away, how it was counted."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from opposition.domain import french
from opposition.domain.deadlines import Deadline
from opposition.domain.vocabulary import State, Track
from opposition.records import Case
from opposition.views.dossier import agenda

Text = str | Promise


@dataclass(frozen=True)
class Face:
    """A date in large print; `over` when it has passed: a date, never a silence (rule 1)."""

    what: Text
    on: date
    today: date
    over: bool = False
    since: date | None = None  # where the period began, for the bar

    @property
    def day(self) -> str:
        """« jeudi 24 décembre 2026 »."""
        return french.long_date(self.on)

    @property
    def distance(self) -> str:
        """« dans 9 jours », « depuis 3 jours »."""
        days = (self.on - self.today).days
        if days == 0:
            return _("aujourd’hui")
        if days == 1:
            return _("demain")
        counted = french.days(abs(days))
        frame = _("dans %(days)s") if days > 0 else _("depuis %(days)s")
        return frame % {"days": counted}

    @property
    def span(self) -> int:
        """The days of the whole period; 0 where there is no bar to draw."""
        return 0 if self.since is None else (self.on - self.since).days

    @property
    def gone(self) -> int:
        """Those that have passed."""
        return 0 if self.since is None else (self.today - self.since).days


def face(case: Case, today: date) -> Face | None:
    """The date that matters most to this demand today; None where nobody's clock runs."""
    due = case.plan.deadline
    if due and due.due and due.overdue_from and agenda.owing(case):
        return _owed(case, due, due.due, today)
    if case.plan.state is State.SENT:
        ahead = agenda.ahead(case, today)
        return Face(_("Nous en reparlerons le"), ahead[0].on, today) if ahead else None
    return None


def _owed(case: Case, due: Deadline, last: date, today: date) -> Face:
    """The law's own date, before and after."""
    if case.plan.late:
        return Face(_("Délai dépassé depuis le"), due.overdue_from or last, today, over=True)
    if case.standing.track is Track.REQUEST:
        return Face(_("Réponse attendue au plus tard le"), last, today, since=due.received)
    return Face(_("Nouvelles attendues au plus tard le"), last, today, since=due.received)
