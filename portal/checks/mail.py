"""What production needs to write to people: a server, an address of its own, that of its links."""

from django.conf import settings
from django.core.checks import CheckMessage, Error

_HINT = "Par exemple : {}"


def faults() -> list[CheckMessage]:
    """Each thing that is missing, a sentence each; the demonstration sends nothing."""
    found: list[CheckMessage] = []
    if _kept_here():
        found.append(
            Error(
                "Les courriels ne partiraient pas : EMAIL_URL ne nomme aucun serveur.",
                hint=_HINT.format("EMAIL_URL=smtp+tls://utilisateur:secret@smtp.example:587"),
                id="portal.E020",
            )
        )
    if "@" not in settings.DEFAULT_FROM_EMAIL:
        found.append(
            Error(
                "EMAIL_FROM manque : un courriel a un expéditeur.",
                hint=_HINT.format("EMAIL_FROM=suivi@portail.example"),
                id="portal.E021",
            )
        )
    if not settings.SITE_URL.startswith("https://"):
        # RFC 8058 asks for HTTPS, and a secret link must not travel in the clear.
        found.append(
            Error(
                "SITE_URL doit être l’adresse du portail, en https.",
                hint=_HINT.format("SITE_URL=https://portail.example"),
                id="portal.E022",
            )
        )
    return found


def _kept_here() -> bool:
    """Whether the back end writes mails down instead of sending them; another one may be a
    provider's own."""
    module = settings.EMAIL_BACKEND.rpartition(".")[0]
    return module.rpartition(".")[2] in {"console", "dummy", "filebased", "locmem"}
