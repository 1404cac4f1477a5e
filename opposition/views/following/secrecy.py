"""Pages behind a secret link: a GET shows and does nothing, and every dead link has one answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opposition.dossiers import links
from opposition.models import AccessLink, Dossier
from opposition.models.dossier import Purpose

# The path holds a secret. Our own style sheets are asked for without it, so that no server's log
# keeps it as a referrer; Origin stays, which Django's CSRF needs ("no-referrer" would empty it).
REFERRER = "strict-origin"
View = Callable[[HttpRequest, AccessLink], HttpResponse]


def behind(purpose: Purpose) -> Callable[[View], Callable[[HttpRequest, str], HttpResponse]]:
    """Gives `view(request, link)` the live link of the secret in the path, or answers `gone`."""

    def guard(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
        @wraps(view)
        def answer(request: HttpRequest, secret: str) -> HttpResponse:
            link = links.find(secret, purpose)
            try:
                return view(request, link) if link else gone(request)
            except Dossier.DoesNotExist:  # erased in this very moment
                return gone(request)

        return answer

    return guard


def page(request: HttpRequest, name: str, **context: Any) -> HttpResponse:
    """The page of that name under templates/opposition/following/."""
    response = render(request, f"opposition/following/{name}.html", context)
    response["Referrer-Policy"] = REFERRER
    return response


def gone(request: HttpRequest) -> HttpResponse:
    """404, with the same words for a link that is unknown, too old, revoked or made for another
    purpose: nothing tells a guess from an old mail."""
    response = page(request, "gone")
    response.status_code = 404
    return response
