"""How many forms one connection may send in a minute; counted in memory, under a keyed hash.

One counter per process: with n web workers a connection may send up to n times the limit.
"""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac

from portal import refusals
from portal.middleware import Answer

WINDOW = 60  # seconds; the cache's own expiry is the clock


def posts(get_response: Answer) -> Answer:
    """Answer 429 past POSTS_PER_MINUTE; every page that makes or sends something is a POST."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.method == "POST" and count(request) > settings.POSTS_PER_MINUTE:
            return refusals.page(request, 429)
        return get_response(request)

    return answer


def count(request: HttpRequest) -> int:
    """How many posts this connection has made in the current window, this one included."""
    key = "posts:" + salted_hmac("portal.limits", subject(request)).hexdigest()
    cache.add(key, 0, WINDOW)
    try:
        return cache.incr(key)
    except ValueError:  # it expired between the two lines
        return 1


def subject(request: HttpRequest) -> str:
    """Whom to count: an IPv4 address, or the /64 that one IPv6 subscriber has to himself."""
    text = _address(request)
    try:
        address = ip_address(text)
    except ValueError:  # a Unix socket has no address: all who come by it share one counter
        return "unknown"
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((int(address), 64), strict=False))


def _address(request: HttpRequest) -> str:
    """The peer; behind our proxy the last word of X-Forwarded-For, the only one it wrote."""
    if settings.BEHIND_PROXY:
        forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
        return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
