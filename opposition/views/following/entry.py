"""Who is in: one cookie that names the link by which a person came, asked again at each request.

SameSite is Lax: with Strict, a browser that comes from a webmail would not give the cookie back on
the redirection that has just set it, and one would land outside one's own dossier. A foreign page
gains nothing: Lax keeps the cookie from every POST of another site, and no GET changes anything.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from opposition.dossiers import links
from opposition.models import AccessLink, Dossier, moment
from opposition.models.dossier import Purpose

LONGEST = 12 * 60 * 60  # seconds; the browser's window usually ends it before
SALT = "opposition.entry"
SEE_OTHER = 303
Response = TypeVar("Response", bound=HttpResponseBase)


def cookie() -> str:
    """Its name; `__Host-` makes browsers refuse it from another host of the same domain."""
    return "__Host-dossier" if settings.HTTPS else "dossier"


def enter(response: Response, link: AccessLink) -> Response:
    """Lets the browser of this response in, until its window is closed or `link` is revoked."""
    response.set_cookie(
        cookie(),
        signing.dumps(str(link.id), salt=SALT),
        httponly=True,
        secure=settings.HTTPS,
        samesite="Lax",
    )
    return response


def leave(response: Response) -> Response:
    """Shuts the dossier in this browser; the links stay what they were."""
    response.delete_cookie(cookie(), samesite="Lax")
    return response


def dossier_of(request: HttpRequest) -> Dossier | None:
    """The dossier that this browser may open, or None."""
    link = link_of(request)
    return link.dossier if link else None


def link_of(request: HttpRequest) -> AccessLink | None:
    """The link by which this browser came, or None: no cookie, too old, revoked, erased."""
    try:
        told = signing.loads(request.COOKIES.get(cookie(), ""), salt=SALT, max_age=LONGEST)
        known = UUID(told)
    except (signing.BadSignature, ValueError):
        return None
    live = AccessLink.objects.live(at=moment.now()).filter(id=known, purpose__in=links.OPENING)
    return live.filter(dossier__confirmed_at__isnull=False).select_related("dossier").first()


def required(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Gives `view(request, dossier, …)` the dossier; whoever has none is shown the ways in."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
        dossier = dossier_of(request)
        return view(request, dossier, *args, **named) if dossier else see("opposition:finding")

    return asked


def see(name: str) -> HttpResponse:
    """Another page, got and not posted again."""
    response = HttpResponseRedirect(reverse(name))
    response.status_code = SEE_OTHER
    return response


def admit(response: Response, dossier: Dossier) -> Response:
    """Lets in whoever has just shown that the mailbox is theirs, by a link of its own that no
    mail bears: the one they came by is for that alone."""
    link = links.find(links.mint(dossier, Purpose.MAILED), Purpose.MAILED)
    if link is None:
        raise ValueError("a link is dead on the day it is made")
    return enter(response, link)
