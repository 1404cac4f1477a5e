"""`/dossier/liens/`: every older way in stops working, save the one just used (rule 3)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opposition.dossiers import links as doors
from opposition.models import Dossier
from opposition.models.dossier import Purpose
from opposition.views.dossier import saying
from opposition.views.following import entry


@saying.inside
def links(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The link of this window stays: a second click must not find the door shut."""
    here = entry.link_of(request)
    if request.method == "POST":
        doors.revoke(dossier, but=here)
        return saying.done("liens")
    context = {
        "by_slip": here is not None and here.purpose == Purpose.PRINTED,
        "mailed": dossier.email is not None,
    }
    return render(request, "opposition/dossier/links.html", context)
