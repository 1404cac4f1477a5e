"""The keys without which nothing may be signed, sealed or found; needed everywhere, demo too."""

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from opposition import vault
from opposition.vault import keyring
from opposition.vault.keyring import Fault

SIGNING_LENGTH = 50  # characters; the least that Django's own check accepts (security.W009)
SAMPLE = 1000  # dossiers looked at by a start: ids are random, so that they are any of them

_MISSING = "{0} manque, le portail ne peut pas démarrer ({0} is missing, the portal cannot start)."
_SIGNING_HINT = (
    "Donnez-en une de 64 caractères au hasard (bin/run le fait), par exemple : "
    "SECRET_KEY=$(openssl rand -hex 32)"
)
_SEALING_HINT = (
    "bin/run en fait, ou bien : python -m portal.keys var. "
    "Une clé qui a servi ne se remplace pas : ce qu’elle a scellé serait perdu."
)
_VAULT = {
    Fault.MISSING: (10, _MISSING.format("VAULT_KEYS")),
    Fault.MALFORMED: (11, "VAULT_KEYS, clé n° {entry} : il faut VERSION:CLÉ, la clé en base64url."),
    Fault.LENGTH: (12, "VAULT_KEYS, clé n° {entry} : une clé compte 32 octets."),
    Fault.DUPLICATE: (13, "VAULT_KEYS, clé n° {entry} : une autre porte déjà cette version."),
    Fault.SHARED: (14, "VAULT_KEYS, clé n° {entry} : la même clé porte déjà une autre version."),
}
_INDEX = {
    Fault.MISSING: (15, _MISSING.format("INDEX_KEY")),
    Fault.MALFORMED: (16, "INDEX_KEY doit être écrite en base64url."),
    Fault.LENGTH: (17, "INDEX_KEY doit compter 32 octets."),
    Fault.SHARED: (18, "INDEX_KEY est aussi une clé de VAULT_KEYS : il en faut une autre."),
}


def secret_key() -> list[CheckMessage]:
    """No default exists: a key that everybody knows would sign for everybody."""
    try:
        key = settings.SECRET_KEY
    except ImproperlyConfigured:
        return [_fault(1, _MISSING.format("SECRET_KEY"), _SIGNING_HINT)]
    if not settings.DEMO and len(key) < SIGNING_LENGTH:
        what = f"SECRET_KEY compte moins de {SIGNING_LENGTH} caractères."
        return [_fault(2, what, _SIGNING_HINT)]
    return []


def sealing_keys() -> list[CheckMessage]:
    """The vault's keys and the index's, each fault with the place of the key and never the key."""
    return [*_told(_VAULT, _of_vault()), *_told(_INDEX, _of_index())]


def open_what_is_stored() -> list[CheckMessage]:
    """Good keys of another portal would answer every person that their dossier is unreadable."""
    if _of_vault():
        return []
    dossiers = apps.get_model("opposition", "Dossier")._default_manager
    try:
        for owner, wrapped in dossiers.order_by("pk").values_list("pk", "key")[:SAMPLE]:
            vault.unwrap(wrapped, owner)
    except DatabaseError:
        return []  # told by the check of the directory; the demonstration makes its tables itself
    except vault.SealError:
        what = "VAULT_KEYS n’ouvre pas les dossiers de cette base."
        return [_fault(19, what, "Rendez à VAULT_KEYS toutes les clés qui ont servi.")]
    return []


def _of_vault() -> list[keyring.Finding]:
    return keyring.faults_of_portal_keys(settings.VAULT_KEYS)


def _of_index() -> list[keyring.Finding]:
    return keyring.faults_of_index_key(settings.INDEX_KEY, beside=settings.VAULT_KEYS)


def _told(
    sentences: dict[Fault, tuple[int, str]], found: list[keyring.Finding]
) -> list[CheckMessage]:
    return [
        _fault(number, what.format(entry=finding.entry), _SEALING_HINT)
        for finding in found
        for number, what in [sentences[finding.fault]]
    ]


def _fault(number: int, what: str, hint: str) -> Error:
    return Error(what, hint=hint, id=f"portal.E{number:03}")
