"""`/dossier/courriel/<secret>/`: a new address is the dossier's once its own mailbox says so."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from opposition import clock
from opposition.dossiers import changing
from opposition.models import AccessLink
from opposition.models.dossier import Purpose
from opposition.views.following import entry, secrecy


@require_http_methods(["GET", "HEAD", "POST"])
@secrecy.behind(Purpose.EMAIL)
def confirming_email(request: HttpRequest, link: AccessLink) -> HttpResponse:
    """The links of the former mailbox die with it: this browser is let in again by a new one."""
    if request.method != "POST":
        return secrecy.page(request, "emailing")
    changing.confirm_email(link.dossier, today=clock.today())
    return entry.admit(entry.see("opposition:dossier"), link.dossier)
