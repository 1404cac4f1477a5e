"""The front door."""

from django.urls import URLPattern, URLResolver, include, path

from portal import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.home, name="home"),
    path("vie-privee/", pages.privacy, name="privacy"),
    path("mentions-legales/", pages.legal_notice, name="legal_notice"),
    path("accessibilite/", pages.accessibility, name="accessibility"),
    path("favicon.ico", pages.favicon, name="favicon"),
    path("", include("opposition.urls")),
]

handler400 = "portal.refusals.bad_request"
handler403 = "portal.refusals.permission_denied"
handler404 = "portal.refusals.not_found"
handler500 = "portal.refusals.server_error"
