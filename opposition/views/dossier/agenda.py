"""The days that lie ahead of a demand: the law's, and those on which the portal will ask."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from opposition.domain import french
from opposition.domain.vocabulary import WAITING, Party, State, StepKind, Track
from opposition.records import Case
from opposition.views.dossier import steps, words

Text = str | Promise


@dataclass(frozen=True)
class Ahead:
    """A day, what it is, and of which demand."""

    name: str  # « due », or the step: the same day asked for twice has the same name
    on: date
    what: Text
    case: Case

    @property
    def proposes(self) -> bool:
        """A letter is proposed on that day: the card's own lines on letters say so too."""
        return self.name.startswith("propose")

    @property
    def day(self) -> str:
        """« jeudi 24 décembre 2026 »."""
        return french.long_date(self.on)

    @property
    def body(self) -> Text:
        """« Votre caisse »."""
        return words.called(self.case).title


def ahead(case: Case, today: date) -> list[Ahead]:
    """What is still to come for one demand, the nearest first; today is still to come."""
    return sorted((*_due(case, today), *_step(case, today)), key=lambda one: one.on)


def nearest(cases: Iterable[Case], today: date) -> Ahead | None:
    """The next day of the whole dossier."""
    days = (one for case in cases for one in ahead(case, today))
    return min(days, key=lambda one: one.on, default=None)


def owing(case: Case) -> bool:
    """Somebody owes the person an answer: a body its own, the CNIL its news."""
    if case.standing.track is Track.REQUEST:
        return case.plan.state in WAITING
    return case.plan.state is State.FILED and case.standing.cnil_outcome is None


def closing_on(case: Case) -> date | None:
    """The day on which the follow-up ends by itself, once the person was warned (rule 19)."""
    step = case.plan.step
    warned = step is not None and step.kind is StepKind.CLOSE and case.about is None
    return step.on if step and warned else None


def _due(case: Case, today: date) -> Iterator[Ahead]:
    due = case.plan.deadline.due if case.plan.deadline else None
    if due and due >= today and owing(case):
        at_cnil = case.standing.track is not Track.REQUEST
        what = _("fin des trois mois de la CNIL") if at_cnil else _("fin du délai de réponse")
        yield Ahead("due", due, what, case)


def _step(case: Case, today: date) -> Iterator[Ahead]:
    step = case.plan.step
    if step and step.to is Party.CITIZEN and step.on > today and step.kind in steps.AHEAD:
        yield Ahead(f"{step.kind}-{step.round}", step.on, steps.AHEAD[step.kind], case)
