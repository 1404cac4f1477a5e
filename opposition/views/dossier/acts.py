"""`/dossier/<reference>/<act>/`: a page asks, its button says it; a GET changes nothing."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opposition import clock, records
from opposition.domain import french
from opposition.dossiers import acts
from opposition.dossiers.acts import ActError
from opposition.dossiers.acts.correcting import CORRECT, STRIKE
from opposition.forms.dossier import table
from opposition.forms.dossier.act import ActForm
from opposition.forms.dossier.sending import LeavingForm
from opposition.forms.dossier.subject import Subject
from opposition.models import Dossier
from opposition.records import Case, Line, StaleError
from opposition.views.dossier import posting, saying, situation, told, ways_on, words
from opposition.views.dossier.told import Said
from opposition.views.dossier.ways_on import Link

# The last line that the page showed, the line to correct, the letter that leaves.
SEEN, LINE, LETTER = "vu", "ligne", "courrier"
_NUMBER = re.compile(r"[0-9]{1,9}")


@saying.inside
def act(request: HttpRequest, dossier: Dossier, reference: str, act: str) -> HttpResponse:
    """One act on one demand; 404 for a demand of another dossier, or an act that it has not."""
    subject = _subject(request, dossier, reference, act)
    kind = table.form_of(subject.case, act)
    if kind is None:
        raise Http404
    if request.method != "POST":
        return _page(request, subject, kind(subject=subject), blocked=_blocked(subject))
    form = kind(request.POST, subject=subject)
    seen = _number(request.POST.get(SEEN, ""))
    try:
        if form.is_valid() and _said(request, subject, form, seen):
            return saying.done(form.word, reference)
    except StaleError:
        fresh = _subject(request, dossier, reference, act)
        return _page(request, fresh, form, stale=True, status=409)
    return _page(request, subject, form, seen=seen)


def _subject(request: HttpRequest, dossier: Dossier, reference: str, word: str) -> Subject:
    today = clock.today()
    cases = records.cases(dossier, today)
    case = next((one for one in cases if one.demand.reference == reference), None)
    if case is None:
        raise Http404
    line = _line(request, case) if word in (CORRECT, STRIKE) else None
    return Subject(dossier, cases, case, today, word, line)


def _line(request: HttpRequest, case: Case) -> Line:
    number = _number(request.POST.get(LINE) or request.GET.get(LINE, ""))
    for line in case.lines:
        if line.event.ordinal == number:
            return line
    raise Http404


def _number(text: str) -> int:
    return int(text) if _NUMBER.fullmatch(text) else 0


def _said(request: HttpRequest, subject: Subject, form: ActForm, seen: int) -> bool:
    """Whether it is noted; where it cannot be, the form says why."""
    say = partial(acts.ACTS[form.word], today=subject.today, seen=seen)
    try:
        if isinstance(form, LeavingForm):
            posting.say(subject, form, request.POST.get(LETTER, ""), say)
        else:
            say(subject.case, **form.told)
    except ActError as error:
        form.blame(error.field, error.sentence)
        return False
    return True


def _blocked(subject: Subject) -> str:
    """Why there is nothing to say here; said before anything is typed."""
    if subject.line:
        ways = acts.mendable(subject.case).get(subject.line.event.ordinal, ())
        return "" if subject.word in ways else _("Cette ligne ne se corrige pas, ou l’a déjà été.")
    if subject.case.standing.open:
        return ""
    return _("Cette demande est close : reprenez d’abord son suivi.")


def _page(
    request: HttpRequest,
    subject: Subject,
    form: ActForm,
    *,
    seen: int | None = None,
    stale: bool = False,
    **more: Any,
) -> HttpResponse:
    """With the number of the last line: the one just shown, or still the one shown before."""
    status = more.pop("status", 200)
    context = {
        "form": form,
        "faults": [] if stale else form.faults,
        "seen": subject.case.last if seen is None else seen,
        "stale": stale,
        "blocked": "",
        "desk": subject,
        "title": form.title,
        "body": words.called(subject.case).title,
        "situation": situation.sentence(subject.case),
        "line": _told(subject),
        **_leaving(subject, form),
        "links": list(_links(subject, form.ways)),
        **more,
    }
    return render(request, "opposition/dossier/act.html", context, status=status)


def _leaving(subject: Subject, form: ActForm) -> dict[str, Any]:
    """The letter that is ready, and whom a complaint names."""
    if not isinstance(form, LeavingForm):
        return {"letter": None, "named": []}
    desk = posting.desk(subject)
    letter = posting.handed(desk)
    named = posting.named(desk, letter) if desk.is_complaint else []
    return {"letter": letter, "named": [words.called(case).title for case in named]}


def _told(subject: Subject) -> dict[str, Any] | None:
    """The line to correct, in the words of the timeline."""
    if subject.line is None:
        return None
    event = subject.line.event
    private = records.private(subject.dossier, subject.line)
    said = Said(event, subject.case.standing.track, private)
    return {
        "number": event.ordinal,
        "day": french.long_date(event.happened_at),
        "words": told.words(said),
    }


def _links(subject: Subject, ways: Sequence[str]) -> Iterator[Link]:
    """The acts that may be meant instead, where they make sense."""
    if subject.line:
        number = subject.line.event.ordinal
        for word in acts.mendable(subject.case).get(number, ()):
            if word in ways:
                url = ways_on.act(subject.case, word)
                yield Link(_("Cette ligne est une erreur"), f"{url}?{LINE}={number}")
        return
    for word in acts.offered(subject.case, subject.today):
        if word in ways:
            yield Link(words.act(subject.case, word), ways_on.act(subject.case, word))
