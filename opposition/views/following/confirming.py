"""`/confirmer/<secret>/`: the mailed link shows a page, its button confirms (reliability T7)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from opposition import clock, tasks
from opposition.dossiers import opening
from opposition.models import AccessLink
from opposition.models.dossier import Purpose
from opposition.views.following import entry, secrecy


@require_http_methods(["GET", "HEAD", "POST"])
@secrecy.behind(Purpose.CONFIRM)
def confirming(request: HttpRequest, link: AccessLink) -> HttpResponse:
    """A scanner that follows the link changes nothing; a second press opens the dossier again."""
    if request.method != "POST":
        return secrecy.page(request, "confirming", dossier=link.dossier)
    opening.confirm(link.dossier, at=clock.now())
    tasks.wake()
    return entry.admit(entry.see("opposition:dossier"), link.dossier)
