"""`/dossier/agenda.ics`: the next dates for the person's own calendar; it says nothing of them."""

from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from opposition import clock, records
from opposition.correspondence import reminders
from opposition.models import Dossier
from opposition.models.addressee import Kind
from opposition.views.dossier import agenda
from opposition.views.dossier.agenda import Ahead
from opposition.views.following import entry
from opposition.views.objecting import download

NAME = "prochaines-dates.ics"
TITLES: dict[str, str | Promise] = {
    Kind.FUND: _("Santé : ma caisse"),
    Kind.HDH: _("Santé : le Health Data Hub"),
    Kind.CNAM: _("Santé : la CNAM"),
    Kind.CNIL: _("Santé : la CNIL"),
}


@require_safe
@entry.required
def calendar(_request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Whole-day events (RFC 5545). Taken again, a date replaces itself instead of doubling."""
    at = clock.now()
    made = reminders.empty()
    for case in records.cases(dossier, at.date()):
        for one in agenda.ahead(case, at.date()):
            event = reminders.event(one.on, str(TITLES[case.demand.kind]), _words(one), at)
            event["uid"] = str(uuid5(case.demand.id, one.name))
            made.add_component(event)
    return download(bytes(made.to_ical()), "text/calendar; charset=utf-8", NAME)


def _words(one: Ahead) -> str:
    what = str(one.what)
    told = now("%(what)s. Date calculée d’après ce que vous avez noté ; le dossier dit comment.")
    return told % {"what": what[:1].upper() + what[1:]}
