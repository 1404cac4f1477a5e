"""`/suivre/`: from the letters' page to a dossier; until its button is pressed nothing is kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from opposition import clock, correspondence
from opposition.correspondence import Answers, LetterError
from opposition.dossiers.opening import Application
from opposition.forms import answering, journey
from opposition.forms.following import submission
from opposition.forms.following.keeping import CONSENT, KeepingForm
from opposition.forms.journey import LETTERS, Journey
from opposition.views.following.beginning import ALREADY, MAILBOX, NEXT, begin
from opposition.views.objecting import PAGE_CACHE

OPEN, KEY = "suivre", "cle"  # the button that opens the dossier; the one-time key
TOLD = {MAILBOX: "mailbox", ALREADY: "already"}


@require_http_methods(["GET", "HEAD", "POST"])
def following(request: HttpRequest) -> HttpResponse:
    """The answers come from the letters' page, in hidden fields; they are judged again here."""
    if request.method != "POST":
        name = TOLD.get(request.GET.get(NEXT, ""), "following")
        return render(request, f"opposition/following/{name}.html")
    way = journey.resolve(request.POST, clock.today())
    answers = _answers(way)
    if answers is None:
        # Posted again there (307): the step that does not hold says so, with all that was typed.
        return HttpResponseRedirect(reverse("opposition:objecting"), preserve_request=True)
    if OPEN not in request.POST:
        return _page(request, way, answers, _form(way, answers))
    return _sent(request, way, answers)


def _answers(way: Journey) -> Answers | None:
    """What the journey amounts to; None where one of its steps, or a letter, does not hold."""
    if way.step != LETTERS:
        return None
    answers = answering.answers(way)
    try:
        correspondence.write(answers)
    except LetterError:
        return None
    return answers


def _sent(request: HttpRequest, way: Journey, answers: Answers) -> HttpResponse:
    form = _form(way, answers, request)
    known = submission.read(request.POST.get(KEY, ""), answers)
    if not form.is_valid() or known is None:
        return _page(request, way, answers, form, late=known is None)
    return begin(
        request,
        Application(
            answers=answers,
            who=way.you.who_is,
            email=form.email,
            by_mail=form.by_mail,
            submission=known,
            consent=CONSENT,
        ),
    )


def _form(way: Journey, answers: Answers, request: HttpRequest | None = None) -> KeepingForm:
    return KeepingForm(
        request.POST if request else None,
        email=way.you.cleaned_data["email"],
        grounds=bool(answers.grounds),
    )


def _page(
    request: HttpRequest, way: Journey, answers: Answers, form: KeepingForm, **more: Any
) -> HttpResponse:
    context = {
        "journey": way,
        "form": form,
        "faults": form.faults,
        "key": submission.key(answers),
        "late": False,
        **more,
    }
    response = render(request, "opposition/following/keeping.html", context)
    response["Cache-Control"] = PAGE_CACHE  # Back leads here to correct an address; no secret yet
    return response
