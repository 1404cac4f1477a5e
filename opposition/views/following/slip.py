"""`/dossier/fiche/`: a new code on paper, for whoever has no e-mail or wants both (rule 3)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from opposition.models import Dossier
from opposition.views.following import entry, sheet


@require_http_methods(["GET", "HEAD", "POST"])
@entry.required
def slip(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Each POST makes a new code and shows it once; the codes made before still open."""
    if request.method == "POST":
        return sheet.page(request, dossier)
    return render(request, "opposition/following/slip.html", {"dossier": dossier})
