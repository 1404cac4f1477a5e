"""`/dossier/`: what to do now, where each demand stands, what happened; nothing is changed here."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from opposition import clock, records
from opposition.correspondence import followed
from opposition.domain import french
from opposition.domain.vocabulary import Track
from opposition.models import Dossier
from opposition.views.dossier import agenda, cards, holding, timeline, ways_on, words
from opposition.views.following import entry

SAID = "fait"  # the word of the act just done, out of a closed list


@require_safe
@entry.required
def dossier(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The page of the dossier that this browser has opened."""
    return render(request, "opposition/dossier/page.html", _said(request, dossier))


def _said(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    today = clock.today()
    cases = records.cases(dossier, today)
    shown = cards.of(dossier, cases, today)
    closing = min(filter(None, map(agenda.closing_on, cases)), default=None)
    return {
        "name": followed.read_identity(dossier).name,
        "done": words.DONE.get(request.GET.get(SAID, ""), ""),
        "closing": french.long_date(closing) if closing else "",
        "todo": ways_on.tasks(cases, today),
        "nearest": agenda.nearest(cases, today),
        "requests": [card for card in shown if card.case.standing.track is Track.REQUEST],
        "complaints": [card for card in shown if card.case.standing.track is not Track.REQUEST],
        "held": holding.of(cases, today),
        "moments": timeline.moments(dossier, cases),
        "muted": dossier.muted_at is not None,
        "mailed": dossier.email is not None,
    }
