"""`/dossier/export/`: all that the portal knows of a dossier, in one file made on demand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from letters.press import PressError
from opposition import clock
from opposition.dossiers import exporting
from opposition.models import Dossier
from opposition.views.dossier import saying
from opposition.views.objecting import RETRY_AFTER, download

NAME = "dossier.zip"  # a name that tells whoever sees the screen nothing of the person


@saying.inside
def export(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """What the file holds, and its button; where a letter cannot be printed, the page says so."""
    if request.method != "POST":
        return render(request, "opposition/dossier/export.html", {"failed": False})
    site = request.build_absolute_uri("/")
    try:
        made = exporting.archive(dossier, now=clock.now(), site=site)
    except PressError:
        response = render(request, "opposition/dossier/export.html", {"failed": True}, status=503)
        response["Retry-After"] = RETRY_AFTER
        return response
    return download(made, "application/zip", NAME)
