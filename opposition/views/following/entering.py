"""`/dossier/<secret>/`: a mailed or printed link is exchanged for a cookie; its path is left."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from opposition.dossiers import links
from opposition.views.following import entry, secrecy


@require_safe
def entering(request: HttpRequest, secret: str) -> HttpResponse:
    """Nothing is written: whoever only looks (a scanner, a preview) uses nothing up."""
    link = links.entry(secret)
    if link is None:
        return secrecy.gone(request)
    return entry.enter(entry.see("opposition:dossier"), link)
