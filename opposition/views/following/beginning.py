"""A request to be followed becomes a dossier: confirmed from a mailbox, or on screen at once."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from opposition import clock, records, tasks, vault
from opposition.dossiers import limits, links, opening
from opposition.dossiers.opening import Application, Opened
from opposition.forms.following import submission
from opposition.models import Dossier
from opposition.models.dossier import Purpose
from opposition.models.mail import Occasion, Status
from opposition.views.following import entry, sheet

# What the page says once it has been sent: it can be reloaded, and holds nothing of the person.
NEXT, MAILBOX, ALREADY = "suite", "boite", "deja"
# On screen a second click or a second tab is given its slip too. Later, whoever finds the page in
# the history of a shared computer is not.
AGAIN = timedelta(minutes=5)


def begin(request: HttpRequest, application: Application) -> HttpResponse:
    """Opens the dossier of this form, once, however often and wherever it is sent from."""
    now = clock.now()
    opened = _opened(application, now)
    dossier = opened.dossier
    if dossier.confirmed_at and not _just_now(application, dossier, now):
        return _next(ALREADY)
    if not application.by_mail:
        opening.confirm(dossier, at=now)
        return entry.admit(sheet.page(request, dossier), dossier)
    if not opened.fresh:
        _ask_again(dossier, now)
    tasks.wake()
    return _next(MAILBOX)  # whether a mail leaves or would be one too many


def _opened(application: Application, now: datetime) -> Opened:
    """The same form with another address (a typing error, a second thought) is another dossier."""
    opened = opening.open(application, at=now)
    dossier = opened.dossier
    if opened.fresh or dossier.confirmed_at or _reached(dossier) == _asked(application):
        return opened
    _abandon(dossier)
    changed = submission.otherwise(application.submission, _asked(application))
    return opening.open(replace(application, submission=changed), at=now)


def _just_now(application: Application, dossier: Dossier, now: datetime) -> bool:
    """A second click, or a second tab, of a form whose slip was to be shown on screen."""
    on_screen = not application.by_mail and dossier.email is None
    return on_screen and now <= dossier.opened_at + AGAIN


def _abandon(dossier: Dossier) -> None:
    """Its address was mistyped: nobody confirms it, and it is shredded with the unconfirmed."""
    links.withdraw(dossier, Purpose.CONFIRM)
    waiting = dossier.dispatches.filter(occasion=Occasion.CONFIRM, status=Status.DUE)
    waiting.update(status=Status.DROPPED)


def _ask_again(dossier: Dossier, now: datetime) -> None:
    """Sent again because no mail was seen: one more, within the limits of every mailbox."""
    with transaction.atomic():
        locked = records.lock(dossier.id)
        index = bytes(locked.email_index or b"")
        if locked.confirmed_at is None and index and limits.may_confirm(index, now):
            cause = f"confirm:{locked.id}:{now.timestamp():.6f}"
            records.outbox.queue(locked, Occasion.CONFIRM, cause=cause, content=None, now=now)


def _asked(application: Application) -> str:
    return application.email if application.by_mail else ""


def _reached(dossier: Dossier) -> str:
    if dossier.email is None:
        return ""
    key = vault.unwrap(dossier.key, dossier.id)
    return vault.unseal(key, dossier.email, label=opening.EMAIL, owner=dossier.id)


def _next(told: str) -> HttpResponse:
    response = HttpResponseRedirect(f"{reverse('opposition:following')}?{NEXT}={told}")
    response.status_code = entry.SEE_OTHER
    return response
