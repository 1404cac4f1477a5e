"""`/dossier/<reference>/courrier/<letter>/`: read, copy, download, send; the first PDF freezes."""

from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from letters.press import PressError
from opposition import clock, records
from opposition.channels import filing, ways
from opposition.correspondence import LetterError, followed
from opposition.correspondence.answers import KEYS
from opposition.correspondence.followed import Complaint, LockedError, LostFileError
from opposition.correspondence.resuming import Option, agenda
from opposition.domain import french
from opposition.models import Dossier, Letter
from opposition.views.dossier import declaring, mailing, papers, ways_on, words, writing
from opposition.views.dossier.writing import Desk, Sheet
from opposition.views.following import entry
from opposition.views.objecting import MAKE, RETRY_AFTER, download

PDF, AGAIN = "pdf", "refaire"  # the values of the buttons
LEFT = {"reminder-1": "rappel", "reminder-2": "rappel"}  # the act that says it has left


@dataclass(frozen=True)
class Asked:
    """What a complaint was told, and the fields that carry it to the next form."""

    answers: Complaint | None = None
    carried: dict[str, str] = field(default_factory=dict)


@require_http_methods(["GET", "HEAD", "POST"])
@entry.required
def letter(request: HttpRequest, dossier: Dossier, reference: str, letter: str) -> HttpResponse:
    """The letter, a file of it, or why it may not be written yet."""
    today = clock.today()
    desk = writing.desk(dossier, records.cases(dossier, today), reference, letter, today)
    wanted = request.POST.get(MAKE, "")
    try:
        if wanted == AGAIN:
            return _again(request, desk)
        return _kept_or_live(request, desk, wanted)
    except LockedError as error:
        return _not_yet(request, desk, error.because)
    except LetterError as error:
        return _not_yet(request, desk, (error.sentence,))
    except Letter.DoesNotExist:  # made again in another tab
        return _shown_again(request)


def _kept_or_live(request: HttpRequest, desk: Desk, wanted: str) -> HttpResponse:
    asked, sheet = Asked(), writing.kept(desk)
    if sheet is None and desk.is_complaint:
        writing.check(desk)
        form = declaring.form(request.POST if request.method == "POST" else request.GET)
        if not form.is_valid():
            return _page(request, desk, "complaint", form=form, faults=form.faults)
        asked = Asked(declaring.answers(form), declaring.carried(form))
    sheet = sheet or writing.live(desk, asked.answers)
    if wanted != PDF:
        return _letter(request, desk, sheet, asked)
    row = sheet.row or writing.freeze(desk, sheet.request, clock.now())
    try:
        return download(followed.pdf(row), "application/pdf", followed.file_name(desk.key))
    except (PressError, LostFileError):
        # The words are there all the same; the button asks again for the very same content.
        response = _letter(request, desk, replace(sheet, row=row), asked, failed=True)
        response.status_code, response["Retry-After"] = 503, RETRY_AFTER
        return response


def _again(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Dated today: the one that has not left gives way; one that has, to a new one beside it."""
    sheet = writing.kept(desk)
    if sheet and sheet.posted_on is None:
        followed.unfreeze(desk.case.demand, desk.key)
    elif sheet and writing.again(desk):
        writing.freeze(desk, writing.live(desk, None).request, clock.now())
    return _shown_again(request)


def _shown_again(request: HttpRequest) -> HttpResponse:
    """Got, and not posted again."""
    response = HttpResponseRedirect(request.path)
    response.status_code = entry.SEE_OTHER
    return response


def _not_yet(request: HttpRequest, desk: Desk, because: tuple[str, ...]) -> HttpResponse:
    return _page(request, desk, "locked", status=404, because=because)


def _letter(
    request: HttpRequest, desk: Desk, sheet: Sheet, asked: Asked, *, failed: bool = False
) -> HttpResponse:
    mail, again = mailing.of(desk, sheet.request), sheet.posted_on and writing.again(desk)
    outdated = writing.outdated(desk, sheet)
    return _page(
        request,
        desk,
        "letter",
        sheet=sheet,
        mail=mail,
        one=mail.one,
        lines=sheet.request.facts["addressee"]["address"],
        posted=french.day(sheet.posted_on) if sheet.posted_on else "",
        dated=french.day(sheet.row.dated) if sheet.row else "",
        named=[words.called(case).title for case in writing.named(desk, sheet.row)],
        outdated=outdated,
        again=again,
        to_send=bool(again or not (sheet.posted_on or outdated)),
        carried=asked.carried,
        failed=failed,
        **_around(desk),
    )


def _around(desk: Desk) -> dict[str, Any]:
    """What is said of the ways to send and of what comes next, whatever the letter holds."""
    first = desk.key in KEYS.values()
    option = Option(desk.key, desk.key, ())
    return {
        "first": first,
        "next": None if first else agenda.following(option, desk.today),
        "left": ways_on.act(desk.case, _left(desk)),
        "online": filing.online(),
        "prices": ways.prices(),
        "pdf": PDF,
        "remake": AGAIN,
    }


def _left(desk: Desk) -> str:
    return "depose" if desk.is_complaint else LEFT.get(desk.key, "poste")


def _page(
    request: HttpRequest, desk: Desk, template: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "desk": desk,
        "title": papers.TITLES[desk.key],
        "body": words.called(desk.case).title,
        "faults": [],
        **more,
    }
    return render(request, f"opposition/dossier/{template}.html", context, status=status)
