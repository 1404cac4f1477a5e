"""`/dossier/courriel/`: another mailbox, once it has answered for itself; or none any more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opposition import clock, tasks
from opposition.dossiers import changing, mailboxes
from opposition.forms.dossier.mailbox import MailboxForm
from opposition.models import Dossier
from opposition.views.dossier import saying
from opposition.views.following import entry
from opposition.views.objecting import MAKE

DROP = "retirer"


@saying.inside
def email(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The same answer whatever address is given, and whether or not one mail too many was asked."""
    if request.POST.get(MAKE) == DROP:
        return _drop(request, dossier)
    form = MailboxForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        changing.change_email(dossier, form.cleaned_data["follow_email"], now=clock.now())
        tasks.wake()
        return saying.done("courriel")
    return _page(request, dossier, form)


def _drop(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The way in by which this browser came may have been mailed: it is given another."""
    if changing.drop_email(dossier, today=clock.today()):
        return entry.admit(saying.done("courriel"), dossier)
    return _page(request, dossier, MailboxForm(), slipless=True)


def _page(
    request: HttpRequest, dossier: Dossier, form: MailboxForm, *, slipless: bool = False
) -> HttpResponse:
    context = {
        "form": form,
        "faults": form.faults,
        "slipless": slipless,
        "make": MAKE,
        "drop": DROP,
        "address": mailboxes.of(dossier),
        "waiting": mailboxes.waiting(dossier),
    }
    return render(request, "opposition/dossier/email.html", context)
