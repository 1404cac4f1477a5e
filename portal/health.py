"""`/healthz`: this process answers. Nothing else is asked: no database, no broker, no session."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from portal.middleware import Answer

PATH = "/healthz"


def healthz(get_response: Answer) -> Answer:
    """Answer before anything looks at the host's name or asks for HTTPS.

    Whoever watches a machine calls it by an address that ALLOWED_HOSTS does not hold.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.path_info == PATH and request.method in {"GET", "HEAD"}:
            return HttpResponse("ok", content_type="text/plain")
        return get_response(request)

    return answer
