"""The days ahead, for the person's own calendar (RFC 5545): it says nothing of who keeps it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opposition.correspondence import reminders
from opposition.domain.vocabulary import Party
from opposition.models.addressee import Kind
from opposition.records import Case

TITLES: Mapping[str, str | Promise] = {
    Kind.FUND: gettext_lazy("Santé : réponse de ma caisse ?"),
    Kind.CNAM: gettext_lazy("Santé : réponse de l’assurance maladie ?"),
    Kind.HDH: gettext_lazy("Santé : réponse du Health Data Hub ?"),
    Kind.CNIL: gettext_lazy("Santé : des nouvelles de la CNIL ?"),
}


def calendar(cases: Sequence[Case], now: datetime) -> bytes:
    """Whole-day events from today on. `now` is aware, in Paris."""
    made = reminders.empty()
    for case in cases:
        for on, words in sorted(_ahead(case, now.date())):
            made.add_component(reminders.event(on, str(TITLES[case.demand.kind]), words, now))
    return bytes(made.to_ical())


def _ahead(case: Case, today: date) -> Iterator[tuple[date, str]]:
    """The first day after a deadline that runs; the next question to the person."""
    told = {"reference": case.demand.reference}
    late = case.plan.deadline.overdue_from if case.plan.deadline else None
    if case.standing.open and late and late >= today:
        words = _("Le délai de réponse à la demande %(reference)s vient de passer. Avez-vous reçu ")
        words += _("quelque chose : courrier, message ameli, mail ?")
        yield late, words % told
    step = case.plan.step
    if step and step.to is Party.CITIZEN and step.on >= today and step.on != late:
        yield step.on, _("Une question vous attend sur la demande %(reference)s.") % told
