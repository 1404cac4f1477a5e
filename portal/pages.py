"""The portal's own pages: home, privacy, legal notice, accessibility; none reads the database."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe


def house(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """What every page says of the portal. Reads settings only, so that it cannot fail."""
    return {
        "demo": settings.DEMO,
        "publisher": settings.PUBLISHER,
        "source_url": settings.SOURCE_URL,
    }


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, what the law gives and does not, how long it takes, what is kept."""
    return render(request, "home.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """GDPR art. 13: the portal's own law, from the first page (rule 19)."""
    return render(request, "privacy.html")


@require_safe
def legal_notice(request: HttpRequest) -> HttpResponse:
    """Who publishes and who hosts this site, its licence, what it is not."""
    return render(request, "legal_notice.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was tested, by what; what no person has tested yet."""
    return render(request, "accessibility.html")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Where browsers look by habit (a PDF has no page to name the icon)."""
    return redirect(static("img/favicon.svg"))
