"""`/dossier/quitter/`: on a shared computer nothing of the dossier stays (reliability T35)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from opposition.views.following import entry

# Pages that the browser kept for its Back button go too; other sites' cookies are not ours to end.
CLEAR = '"cache", "storage"'


@require_http_methods(["GET", "HEAD", "POST"])
def leaving(request: HttpRequest) -> HttpResponse:
    """The button shuts the dossier; then a goodbye that can be reloaded."""
    if request.method == "POST":
        response = entry.leave(entry.see("opposition:leaving"))
        response["Clear-Site-Data"] = CLEAR
        return response
    inside = entry.dossier_of(request) is not None
    return render(request, "opposition/following/leaving.html", {"inside": inside})
