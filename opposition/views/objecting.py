"""`/s-opposer/`: four steps at one address, then the letters; nothing is kept (rule 3)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from letters.press import PressError
from opposition import clock, correspondence
from opposition.channels import ways
from opposition.correspondence import LetterError, Request, bundle, dates
from opposition.correspondence.requests import stamped
from opposition.directory import why_no_fund
from opposition.forms import answering, journey
from opposition.forms.journey import FUND, LETTERS, STEPS, TITLES, WORDING, YOU, Journey
from opposition.views import shown, specimen

MAKE, ARCHIVE = "faire", "zip"  # the button pressed on the last page, and one of its values
ARCHIVE_NAME = "opposition-donnees-de-sante.zip"
RETRY_AFTER = "30"  # seconds
TEMPLATES = {YOU: "you", FUND: "fund", WORDING: "wording", LETTERS: "letters"}
# Not "no-store": Chromium's Back would then lose what was typed (a page that may not be stored is
# asked for again). The browser of whoever typed it may keep the page; nobody between may.
PAGE_CACHE = "private, no-cache"


@require_http_methods(["GET", "HEAD", "POST"])
def objecting(request: HttpRequest) -> HttpResponse:
    """The step that the posted answers lead to, or a file made of them."""
    way = journey.resolve(request.POST, clock.today())
    if way.step != LETTERS:
        return _page(request, way)
    try:
        written = correspondence.write(answering.answers(way))
    except LetterError as error:
        way.blame(error)
        return _page(request, way)
    requests = [stamped(one, specimen.word()) for one in written]
    try:
        return _file(request, requests) or _letters(request, way, requests)
    except PressError:
        # The words are there all the same; the button asks again with everything typed.
        response = _letters(request, way, requests, failed=True)
        response.status_code, response["Retry-After"] = 503, RETRY_AFTER
        return response


def _page(request: HttpRequest, way: Journey, **more: Any) -> HttpResponse:
    context = {
        "journey": way,
        "form": way.form,
        "faults": way.form.faults if way.form else [],
        "steps": _steps(way.step),
        "number": STEPS.index(way.step) + 1,
        "count": len(STEPS),
        "title": TITLES[way.step],
        "no_fund": why_no_fund(way.you.cleaned_data["postal_code"]) if way.step == FUND else "",
        **more,
    }
    template = f"opposition/objecting/{TEMPLATES[way.step]}.html"
    response = render(request, template, context)
    response["Cache-Control"] = PAGE_CACHE
    return response


def _steps(current: str) -> list[dict[str, Any]]:
    here = STEPS.index(current)
    return [
        {"title": TITLES[step], "done": i < here, "current": i == here}
        for i, step in enumerate(STEPS)
    ]


def _letters(
    request: HttpRequest, way: Journey, requests: list[Request], *, failed: bool = False
) -> HttpResponse:
    return _page(
        request,
        way,
        letters=[shown.letter(one, way.you) for one in requests],
        expected=dates.expected(requests, way.today),
        prices=ways.prices(),
        archive=ARCHIVE,
        failed=failed,
    )


def _file(request: HttpRequest, requests: list[Request]) -> HttpResponse | None:
    """The file whose button was pressed; None when it is none of these letters."""
    wanted = request.POST.get(MAKE, "")
    if wanted == ARCHIVE:
        site = request.build_absolute_uri("/")
        made = bundle.archive(requests, now=clock.now(), site=site)
        return download(made, "application/zip", ARCHIVE_NAME)
    chosen = next((one for one in requests if one.name == wanted), None)
    if chosen is None:
        return None
    return download(bundle.pdf(chosen), "application/pdf", bundle.pdf_name(chosen))


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file that no browser keeps by itself."""
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )
