"""`/dossier/avis/`: the notices by mail stop, or come again; the page goes on saying everything."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opposition import clock
from opposition.dossiers import changing, mailboxes
from opposition.models import Dossier
from opposition.views.dossier import saying
from opposition.views.objecting import MAKE

STOP, AGAIN = "arreter", "reprendre"
DO = {STOP: changing.mute, AGAIN: changing.unmute}


@saying.inside
def notices(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """One button, whichever makes sense; pressed twice it does the same."""
    do = DO.get(request.POST.get(MAKE, ""))
    if do:
        do(dossier, at=clock.now())
        return saying.done("avis")
    context = {
        "address": mailboxes.of(dossier),
        "muted": dossier.muted_at is not None,
        "make": MAKE,
        "stop": STOP,
        "again": AGAIN,
    }
    return render(request, "opposition/dossier/notices.html", context)
