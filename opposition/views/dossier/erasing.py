"""`/dossier/effacer/`: what will be lost, then a box and a button; nothing stays (rule 11)."""

from uuid import UUID

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from opposition import clock
from opposition.dossiers import erasing as grave
from opposition.forms.dossier.erasing import EraseForm
from opposition.models import AccessLink
from opposition.views.following import entry
from opposition.views.following.leaving import CLEAR

SURE = "suite"  # the second page, once what is lost was read


@require_http_methods(["GET", "HEAD", "POST"])
def erasing(request: HttpRequest) -> HttpResponse:
    """Two pages, then goodbye: shown at once, since nobody may come back to it."""
    dossier = entry.dossier_of(request)
    if dossier is None:
        gone = request.method == "POST" and _was_erased(request)
        return _goodbye(request) if gone else entry.see("opposition:finding")
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        grave.erase(dossier, at=clock.now())
        return _goodbye(request)
    context = {
        "form": form,
        "faults": form.faults,
        "sure": SURE in request.GET or form.is_bound,
        "next": f"?{SURE}=1",
    }
    return render(request, "opposition/dossier/erasing.html", context)


def _was_erased(request: HttpRequest) -> bool:
    """A second click comes with the cookie of a link that went with its dossier; an old cookie,
    or a link that was revoked, is no such thing."""
    told = request.COOKIES.get(entry.cookie(), "")
    try:
        known = UUID(signing.loads(told, salt=entry.SALT, max_age=entry.LONGEST))
    except (signing.BadSignature, ValueError):
        return False
    return not AccessLink.objects.filter(id=known).exists()


def _goodbye(request: HttpRequest) -> HttpResponse:
    response = entry.leave(render(request, "opposition/dossier/erased.html"))
    response["Clear-Site-Data"] = CLEAR
    return response
