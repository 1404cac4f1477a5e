"""What only a demonstration has: the time machine, and the mails that would have left."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from opposition import clock
from opposition.domain import french
from opposition.views import postbox, travelling
from opposition.views.following import entry

View = Callable[[HttpRequest], HttpResponse]
BY = {"jour": travelling.DAY, "semaine": travelling.WEEK}
NEXT = "prochaine"


def bar(request: HttpRequest) -> dict[str, Any]:
    """The demonstration's bar on every page: the day it is there. Empty in production."""
    if not settings.DEMO:
        return {}
    return {
        "demo_today": french.long_date(clock.today()),
        "demo_back": _here(request),
    }


def _here(request: HttpRequest) -> str:
    """Where to come back to: a page that can be asked for again, and holds no secret."""
    match = request.resolver_match
    if request.method != "GET" or match is None or "secret" in match.kwargs:
        return "/"
    return request.path


def _only_here(view: View) -> View:
    """In production these pages do not exist."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request)

    return answer


# Without a token, so that a demonstration's pages set no cookie either; no harm in moving it.
@csrf_exempt
@_only_here
@require_POST
def travel(request: HttpRequest) -> HttpResponse:
    """Moves the demonstration's time on, then comes back to the page it was asked from."""
    dossier, by = entry.dossier_of(request), request.POST.get("de", "")
    try:
        if by == NEXT:
            travelling.to_next_date(dossier)
        elif by in BY:
            travelling.leave_for(BY[by], dossier)
    except clock.ClockError:
        return render(request, "opposition/demonstration/too_far.html", status=400)
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The page of this very site that the bar stood on, else the front door."""
    asked = request.POST.get("retour", "/")
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if safe and asked.startswith("/") else "/"


@_only_here
@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """The mails that would have left, the newest first."""
    context = {"mails": postbox.mails()}
    return render(request, "opposition/demonstration/mails.html", context)
