"""`/silence/<secret>/`: no more notices, by a button or by the mail program's own (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from opposition import clock
from opposition.dossiers import changing
from opposition.models import AccessLink
from opposition.models.dossier import Purpose
from opposition.views.following import secrecy


@csrf_exempt  # a mail service posts for its user, with neither cookie nor page: the secret is all
@require_http_methods(["GET", "HEAD", "POST"])
@secrecy.behind(Purpose.MUTE)
def muting(request: HttpRequest, link: AccessLink) -> HttpResponse:
    """A POST stops the notices, were it the tenth; the page says how to have them again."""
    done = request.method == "POST"
    if done:
        changing.mute(link.dossier, at=clock.now())
    return secrecy.page(request, "muting", done=done)
