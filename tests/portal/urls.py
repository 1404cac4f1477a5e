"""The portal's own addresses, and some that break on purpose, each in the way its status says."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.urls import path

from portal import refusals
from portal.urls import handler400, handler403, handler404, handler500  # noqa: F401
from portal.urls import urlpatterns as portal_urlpatterns

FORM = (
    "<!DOCTYPE html><html lang='fr'><title>Essai</title><form method='post'>{% csrf_token %}"
    "<label>Nom <input name='name'></label><button>Envoyer</button></form>"
)


def form(request):
    """A form like any other: it greets whoever posts it."""
    if request.method == "POST":
        return HttpResponse(request.POST.get("name", ""), content_type="text/plain; charset=utf-8")
    return HttpResponse(engines["django"].from_string(FORM).render({}, request))


def gallery(request):
    return render(request, "gallery.html")


def own_headers(request):
    return HttpResponse("", headers={"Cache-Control": "public, max-age=60"})


def crash(request, secret=""):
    who = request.POST.get("name", "personne")
    raise ValueError(f"{who} habite ici")


def away(request):
    """A database that is not there: a real OperationalError of a real connection."""
    nowhere = {"NAME": "/nulle/part/base.sqlite3", "OPTIONS": {}}
    wrapper = DatabaseWrapper({**connections.settings["default"], **nowhere})
    with wrapper.wrap_database_errors:
        wrapper.connect()


def suspicious(request):
    raise SuspiciousOperation


def forbidden(request):
    raise PermissionDenied


def missing(request):
    raise Http404


def refused(request, status):
    return refusals.page(request, status)


urlpatterns = [
    path("essai/formulaire/", form),
    path("essai/galerie/", gallery),
    path("essai/entetes/", own_headers),
    path("essai/400/", suspicious),
    path("essai/403/", forbidden),
    path("essai/404/", missing),
    path("essai/500/", crash),
    path("essai/503/", away),
    path("essai/<int:status>/", refused),
    path("essai/secret/<str:secret>/", crash),
    *portal_urlpatterns,
]
