"""What every response carries, and what is refused before a view sees it."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.response import HttpResponseBase

from portal import refusals

Answer = Callable[[HttpRequest], HttpResponseBase]

HEADERS = {
    "Permissions-Policy": (
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), payment=(), usb=()"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    # A shared computer keeps no page behind (ASVS 14.3.2); static files say otherwise themselves.
    "Cache-Control": "no-store",
}
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
URLENCODED = "application/x-www-form-urlencoded"
FORMS = (URLENCODED, "multipart/form-data")


def headers(get_response: Answer) -> Answer:
    """Add the headers that neither Django nor the CSP sets, unless the view chose its own."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answer


def plain_refusals(get_response: Answer) -> Answer:
    """Refuse by a page, and never by a 500, what no honest browser sends."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        status = fault(request)
        if status:
            return _page(request, status, allow=", ".join(METHODS))
        response = get_response(request)
        if response.status_code == 405:  # a view's own refusal, whose body is empty
            return _page(request, 405, allow=response.headers.get("Allow", ""))
        return response

    return answer


def fault(request: HttpRequest) -> int | None:
    """The status that the request deserves before any view, or None."""
    if request.method not in METHODS:
        return 405
    # Servers unfold chunked bodies themselves: here it means two lengths for one body.
    if "HTTP_TRANSFER_ENCODING" in request.META:
        return 400
    # Django has written bytes that are not UTF-8 back as %XX into the path.
    if not _is_text(unquote_to_bytes(request.path_info)):
        return 400
    if not _is_text(unquote_to_bytes(_query(request))):
        return 400
    return _body_fault(request) if request.method == "POST" else None


def _body_fault(request: HttpRequest) -> int | None:
    if request.content_type not in FORMS:
        return 415
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        return 400
    if int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return 413
    return None if _body_is_text(request) else 400


def _body_is_text(request: HttpRequest) -> bool:
    """Whether the form is UTF-8 without NUL; Django would replace what is not, silently.

    Raises SuspiciousOperation for too many fields or a file, which Django answers by a 400.
    """
    try:
        raw = request.body
    except UnreadablePostError:  # the browser left in the middle of its sentence
        return False
    if request.content_type == URLENCODED:
        raw = unquote_to_bytes(raw)
    # A multipart field may come in base64: only its value then shows the NUL.
    values = (value for _, values in request.POST.lists() for value in values)
    return _is_text(raw) and not any("\0" in str(value) for value in values)


def _query(request: HttpRequest) -> bytes:
    """A WSGI string is bytes seen as Latin-1 (PEP 3333)."""
    return str(request.META.get("QUERY_STRING", "")).encode("latin-1", errors="replace")


def _is_text(raw: bytes) -> bool:
    """UTF-8 (which knows no lone surrogate) without NUL, which databases refuse."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in raw


def _page(request: HttpRequest, status: int, *, allow: str) -> HttpResponse:
    response = refusals.page(request, status)
    if status == 405:
        response["Allow"] = allow  # required with a 405 (RFC 9110, 15.5.6)
    return response
