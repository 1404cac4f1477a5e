"""How the pages that change something are reached, and left: always by the dossier's own page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from opposition.models import Dossier
from opposition.views.dossier.page import SAID
from opposition.views.following import entry

View = Callable[..., HttpResponseBase]


def inside(view: View) -> View:
    """`view(request, dossier, …)` for whoever is in; the dossier may be erased in another tab."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @entry.required
    @wraps(view)
    def asked(request: HttpRequest, dossier: Dossier, **named: Any) -> HttpResponseBase:
        try:
            return view(request, dossier, **named)
        except Dossier.DoesNotExist:
            return entry.see("opposition:finding")

    return asked


def done(word: str, anchor: str = "") -> HttpResponse:
    """Back to the dossier's page, which says in its own words what was done: the address holds
    nothing of the person."""
    place = f"#{anchor}" if anchor else ""
    response = HttpResponseRedirect(f"{reverse('opposition:dossier')}?{SAID}={word}{place}")
    response.status_code = entry.SEE_OTHER
    return response
