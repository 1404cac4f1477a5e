"""The printed slip: address, QR code, code in groups of four, next dates in large print."""

from urllib.parse import urljoin

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from opposition import clock, records
from opposition.dossiers import links
from opposition.models import Dossier
from opposition.models.dossier import Purpose
from opposition.views.following import upcoming


def page(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """A slip with a new code: only its hash is stored, so that it is shown this once."""
    code = links.mint(dossier, Purpose.PRINTED)  # in groups of four
    path = reverse("opposition:entering", args=[code.replace("-", "")])
    today = clock.today()
    context = {
        "dossier": dossier,
        "site": _absolute(request, reverse("opposition:finding")),
        "groups": code.split("-"),
        "square": square(_absolute(request, path)),
        "dates": upcoming.dates(records.cases(dossier, today), today),
        "today": today,
    }
    return render(request, "opposition/following/sheet.html", context)


def _absolute(request: HttpRequest, path: str) -> str:
    """Paper outlives a host's other names: the address that mails give too, where it is known."""
    return urljoin(settings.SITE_URL or request.build_absolute_uri("/"), path)


def square(address: str) -> SafeString:
    """The QR code (ISO/IEC 18004, level M) as SVG: one path, without style, script or text."""
    drawn = segno.make(address, error="m", micro=False)
    # Made of numbers alone: the address is in the modules, not in the markup.
    return mark_safe(drawn.svg_inline(omitsize=True, svgclass="qr", lineclass=None))  # noqa: S308
