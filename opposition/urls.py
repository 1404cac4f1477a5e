"""The citizen's pages."""

from django.urls import URLPattern, URLResolver, path, register_converter

from opposition.views import converters, demonstration
from opposition.views.dossier.acts import act
from opposition.views.dossier.calendar import calendar
from opposition.views.dossier.details import details
from opposition.views.dossier.email import email
from opposition.views.dossier.erasing import erasing
from opposition.views.dossier.export import export
from opposition.views.dossier.letters import letter
from opposition.views.dossier.links import links
from opposition.views.dossier.notices import notices
from opposition.views.dossier.page import dossier
from opposition.views.dossier.stopping import stopping
from opposition.views.following.confirming import confirming
from opposition.views.following.emailing import confirming_email
from opposition.views.following.entering import entering
from opposition.views.following.finding import finding
from opposition.views.following.following import following
from opposition.views.following.leaving import leaving
from opposition.views.following.muting import muting
from opposition.views.following.slip import slip
from opposition.views.objecting import objecting
from opposition.views.resuming import resuming

register_converter(converters.Reference, "reference")
register_converter(converters.Secret, "secret")

app_name = "opposition"
urlpatterns: list[URLPattern | URLResolver] = [
    path("s-opposer/", objecting, name="objecting"),
    path("reprendre/", resuming, name="resume"),
    # --- a dossier: its beginning, its doors
    path("suivre/", following, name="following"),
    path("confirmer/<secret:secret>/", confirming, name="confirming"),
    path("retrouver/", finding, name="finding"),
    path("silence/<secret:secret>/", muting, name="muting"),
    path("dossier/<secret:secret>/", entering, name="entering"),
    path("dossier/courriel/<secret:secret>/", confirming_email, name="confirming_email"),
    # --- its pages
    path("dossier/", dossier, name="dossier"),
    path("dossier/agenda.ics", calendar, name="calendar"),
    path("dossier/avis/", notices, name="notices"),
    path("dossier/arreter/", stopping, name="stopping"),
    path("dossier/coordonnees/", details, name="details"),
    path("dossier/courriel/", email, name="email"),
    path("dossier/effacer/", erasing, name="erasing"),
    path("dossier/export/", export, name="export"),
    path("dossier/fiche/", slip, name="slip"),
    path("dossier/liens/", links, name="links"),
    path("dossier/quitter/", leaving, name="leaving"),
    path("dossier/<reference:reference>/courrier/<slug:letter>/", letter, name="letter"),
    path("dossier/<reference:reference>/<slug:act>/", act, name="act"),
    # --- the demonstration's own
    path("demo/temps/", demonstration.travel, name="clock"),
    path("demo/courriels/", demonstration.mails, name="mails"),
]
