"""`/retrouver/`: back to one's dossier by the code of the slip, or by a new link (rule 3)."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from opposition import clock, tasks
from opposition.dossiers import finding as lost
from opposition.dossiers import links
from opposition.forms.following.finding import CodeForm, MailForm
from opposition.forms.step import StepForm
from opposition.models.dossier import Purpose
from opposition.views.following import entry

OPEN, ASK = "ouvrir", "recevoir"  # the two buttons
SENT = "envoye"


@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: HttpRequest) -> HttpResponse:
    """Two forms on one page; the answer to an address is the same whether it is known or not."""
    if OPEN in request.POST:
        return _by_code(request, CodeForm(request.POST))
    if ASK in request.POST:
        return _by_mail(request, MailForm(request.POST))
    if SENT in request.GET:
        return render(request, "opposition/following/link_sent.html")
    return _page(request)


def _by_code(request: HttpRequest, form: CodeForm) -> HttpResponse:
    if form.is_valid():
        link = links.find(form.cleaned_data["code"], Purpose.PRINTED)
        if link:
            return entry.enter(entry.see("opposition:dossier"), link)
        form.blame("code", _("ce code n’ouvre aucun dossier : comparez-le signe par signe."))
    return _page(request, code=form, faults=form.faults)


def _by_mail(request: HttpRequest, form: MailForm) -> HttpResponse:
    if not form.is_valid():
        return _page(request, mail=form, faults=form.faults)
    lost.send(form.cleaned_data["email"], now=clock.now())
    tasks.wake()
    response = HttpResponseRedirect(f"{request.path}?{SENT}")
    response.status_code = entry.SEE_OTHER
    return response


def _page(request: HttpRequest, **told: Any) -> HttpResponse:
    forms: dict[str, StepForm] = {"code": CodeForm(), "mail": MailForm()}
    context = {"faults": [], **forms, **told}
    return render(request, "opposition/following/finding.html", context)
