"""`/reprendre/`: a reminder or a complaint from dates typed again; nothing is kept (rule 3)."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from letters.press import PressError
from opposition import clock
from opposition.channels import filing, ways
from opposition.correspondence import LetterError, Request, bundle
from opposition.correspondence.requests import stamped
from opposition.correspondence.resuming import Draft, agenda, authority, enclosures, write
from opposition.directory import why_no_fund
from opposition.forms.resuming import drafting, way
from opposition.forms.resuming.choice import label
from opposition.forms.resuming.journey import (
    ADDRESS,
    ANSWERS,
    BODIES,
    CHOICE,
    DATES,
    FUND,
    LETTER,
    REPLIES,
    YOU,
    Resuming,
)
from opposition.views import shown, specimen
from opposition.views.objecting import MAKE, PAGE_CACHE, RETRY_AFTER, download
from opposition.views.outlook import Outlook
from opposition.views.shown import ShownLetter

PDF, CALENDAR = "pdf", "ics"  # the values of the last page's buttons
# A name that tells whoever sees the screen nothing of the person.
FILES = {
    "reminder-1": "rappel-1",
    "reminder-2": "rappel-2",
    "cnil-complaint-silence": "plainte-cnil",
    "cnil-complaint-refusal": "plainte-cnil",
}
# A page's template, its title, and its stage in the progress bar.
PAGES: dict[str, tuple[str, str | Promise, int]] = {
    BODIES: ("bodies", _("Votre demande"), 0),
    FUND: ("fund", _("Votre caisse"), 0),
    DATES: ("dates", _("Vos dates"), 0),
    REPLIES: ("replies", _("Ce que vous avez reçu"), 1),
    ANSWERS: ("answers", _("La réponse reçue"), 1),
    CHOICE: ("choice", _("Ce que vous pouvez faire"), 2),
    ADDRESS: ("address", _("L’adresse de l’organisme"), 3),
    YOU: ("you", _("Vous"), 3),
    LETTER: ("letter", _("Le courrier"), 4),
}
STAGES = (
    *(_("Votre demande"), _("Ce que vous avez reçu"), _("Ce que vous pouvez faire")),
    *(_("Vous"), _("Le courrier")),
)


@require_http_methods(["GET", "HEAD", "POST"])
def resuming(request: HttpRequest) -> HttpResponse:
    """The step that the posted answers lead to, or a file made of them."""
    journey = way.resolve(request.POST, clock.today())
    if journey.step != LETTER:
        return _page(request, journey)
    draft = drafting.draft(journey, authority.record())
    try:
        made = stamped(write(draft), specimen.word())
    except LetterError as error:
        drafting.accuse(journey, error)
        return _page(request, journey)
    try:
        return _file(request, draft, made) or _letter(request, journey, draft, made)
    except PressError:
        # The words are there all the same; the button asks again with everything typed.
        response = _letter(request, journey, draft, made, failed=True)
        response.status_code, response["Retry-After"] = 503, RETRY_AFTER
        return response


def _page(request: HttpRequest, journey: Resuming, **more: Any) -> HttpResponse:
    template, title, stage = PAGES[journey.step]
    context = {
        "journey": journey,
        "form": journey.form,
        "faults": journey.form.faults if journey.form else [],
        "steps": [
            {"title": name, "done": i < stage, "current": i == stage}
            for i, name in enumerate(STAGES)
        ],
        "number": stage + 1,
        "count": len(STAGES),
        "title": title,
        **_about(journey),
        **more,
    }
    response = render(request, f"opposition/resuming/{template}.html", context)
    response["Cache-Control"] = PAGE_CACHE
    return response


def _about(journey: Resuming) -> dict[str, Any]:
    """What two pages say of the bodies, and why a postal code leads to no fund."""
    cases = []
    if journey.step in (REPLIES, CHOICE):
        cases = journey.dated if journey.step == REPLIES else journey.cases
    code = journey.asked.cleaned_data["postal_code"] if journey.step == FUND else ""
    return {
        "outlooks": [Outlook(case, journey.today) for case in cases],
        "no_fund": why_no_fund(code) if code else "",
    }


def _letter(
    request: HttpRequest, journey: Resuming, draft: Draft, made: Request, *, failed: bool = False
) -> HttpResponse:
    return _page(
        request,
        journey,
        one=_shown(journey, draft, made),
        option=draft.option,
        label=label(draft.option),
        enclosures=enclosures(draft),
        next=agenda.following(draft.option, draft.today),
        authority=draft.addressee,
        online=filing.online(),
        prices=ways.prices(),
        pdf=PDF,
        calendar=CALENDAR,
        failed=failed,
    )


def _shown(journey: Resuming, draft: Draft, made: Request) -> ShownLetter:
    """A complaint is cut for the CNIL's form, a reminder for a body's message box."""
    one = shown.letter(made, journey.you)
    if not draft.option.is_complaint:
        return one
    text = made.letter.text
    return replace(one, pieces=ways.pieces(text, filing.online().piece or len(text)))


def _file(request: HttpRequest, draft: Draft, made: Request) -> HttpResponse | None:
    """The file whose button was pressed; None when it is none of them."""
    name, wanted = FILES[draft.option.letter], request.POST.get(MAKE, "")
    if wanted == PDF:
        return download(bundle.pdf(made), "application/pdf", f"{name}.pdf")
    if wanted == CALENDAR:
        dates = agenda.calendar(agenda.following(draft.option, draft.today), clock.now())
        return download(dates, "text/calendar; charset=utf-8", f"{name}-date.ics")
    return None
