"""The pages that say no, in French: what happened, what to do now, with the right status."""

import sys
from dataclasses import dataclass

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal import pages

RETRY_AFTER = {429: 60, 503: 30}  # seconds (RFC 9110, 10.2.3)


@dataclass(frozen=True)
class Refusal:
    """What a person reads: a title, what happened, what can be done now."""

    title: str | Promise
    what: str | Promise
    now: str | Promise


REFUSALS = {
    400: Refusal(
        _("Demande illisible"),
        _("Le portail n’a pas pu lire ce que votre navigateur a envoyé."),
        _("Revenez à la page précédente et réessayez, ou recommencez depuis l’accueil."),
    ),
    403: Refusal(
        _("Accès refusé"),
        _("Cette page ne peut pas être ouverte de cette façon."),
        _("Recommencez depuis l’accueil."),
    ),
    404: Refusal(
        _("Page introuvable"),
        _("Cette adresse ne mène à aucune page du portail."),
        _("Vérifiez l’adresse, ou repartez de l’accueil."),
    ),
    405: Refusal(
        _("Action impossible ici"),
        _("Cette page ne répond pas à ce genre de demande."),
        _("Recommencez depuis l’accueil."),
    ),
    413: Refusal(
        _("Envoi trop volumineux"),
        _("Ce que votre navigateur a envoyé dépasse la taille que le portail accepte."),
        _("Revenez à la page précédente et raccourcissez vos textes. Ne joignez aucune pièce."),
    ),
    415: Refusal(
        _("Format non accepté"),
        _("Le portail n’accepte que l’envoi de ses propres formulaires."),
        _("Recommencez depuis l’accueil."),
    ),
    429: Refusal(
        _("Trop d’envois en peu de temps"),
        _("Beaucoup d’envois sont partis de votre connexion en moins d’une minute."),
        _("Patientez une minute, puis rechargez cette page pour renvoyer votre saisie."),
    ),
    500: Refusal(
        _("Une erreur s’est produite"),
        _("Le portail n’a pas réussi à préparer cette page. Vous n’y êtes pour rien."),
        _("Rechargez la page dans un instant. Si cela continue, écrivez-nous."),
    ),
    503: Refusal(
        _("Base de données injoignable"),
        _("Le portail ne peut pas lire ses données pour le moment. Rien n’est perdu."),
        _("Réessayez : rechargez cette page dans un instant pour renvoyer votre saisie."),
    ),
}

COOKIE_MISSING = Refusal(
    _("Formulaire non reconnu"),
    _("Le portail n’a pas pu vérifier que ce formulaire vient bien de vous."),
    _(
        "Acceptez le cookie de sécurité du portail, rechargez la page du formulaire, puis "
        "envoyez-le à nouveau. Ce cookie ne sert qu’à cela."
    ),
)

LAST_RESORT = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Erreur</title></head><body>'
    "<main><h1>Une erreur s’est produite</h1><p>Rechargez la page dans un instant.</p></main>"
    "</body></html>"
)


def page(request: HttpRequest, status: int, refusal: Refusal | None = None) -> HttpResponse:
    """A refusal as a page. Rendered without the request: no context processor, no database."""
    context = {**pages.house(request), "status": status, "refusal": refusal or REFUSALS[status]}
    response = HttpResponse(render_to_string("refusal.html", context), status=status)
    if status in RETRY_AFTER:
        response["Retry-After"] = str(RETRY_AFTER[status])
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be read; what is too large has a page of its own (RFC 9110, 15.5.14)."""
    return page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """What may not be opened."""
    return page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form without its token: nearly always a browser that refuses the cookie."""
    return page(request, 403, COOKIE_MISSING)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """An address that leads nowhere."""
    return page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """What broke: 503 when it is the database, else 500. Django calls this while handling it."""
    away = isinstance(sys.exception(), OperationalError | InterfaceError)
    try:
        return page(request, 503 if away else 500)
    except Exception:  # noqa: BLE001 - the last page must not need what has just failed
        return HttpResponseServerError(LAST_RESORT)
