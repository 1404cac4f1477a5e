"""Which e-mail addresses a letter may give for the answer: the person's, and no body's."""

import re
from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from opposition.directory import shipped

MOST = 254  # RFC 5321, 4.5.3.1.3, without the angle brackets
# Bodies written to, whether or not the directory has a mailbox of theirs.
BODIES = frozenset({"ameli.fr", "assurance-maladie.fr", "cnil.fr", "health-data-hub.fr", "msa.fr"})
_SHAPE = EmailValidator(allowlist=[])
_NOBODY = re.compile(r"(?:no|do-?not|ne-?pas)[-_.]?(?:reply|repondre)|mailer-daemon|postmaster")


def fault(address: str) -> str:
    """Why this address cannot stand on a letter, or nothing."""
    local, _at, domain = address.rpartition("@")
    if len(address) > MOST or not _is_plain(address, local, domain):
        return _("cette adresse n’est pas complète : elle s’écrit comme nom@exemple.fr.")
    if _NOBODY.match(local.casefold()):
        return _("personne ne lit cette adresse : donnez celle où vous lisez vos mails.")
    if _within(domain.casefold(), bodies()):
        return _("c’est l’adresse d’un organisme à qui vous écrivez : donnez la vôtre.")
    if _within(domain.casefold(), _own_hosts()):
        return _("c’est une adresse de ce portail : donnez la vôtre.")
    return ""


@cache
def bodies() -> frozenset[str]:
    """The domains of the bodies: read once from the release's files, hence without a query."""
    found = {body.mailbox.rpartition("@")[2] for body in shipped.addressees() if body.mailbox}
    return BODIES | found


def _is_plain(address: str, local: str, domain: str) -> bool:
    """RFC 5321 without its quoted names and its addresses of machines: nobody has one."""
    if local.startswith('"') or domain.startswith("["):
        return False
    try:
        _SHAPE(address)
    except ValidationError:
        return False
    return True


def _own_hosts() -> frozenset[str]:
    return frozenset(host.lstrip(".").casefold() for host in settings.ALLOWED_HOSTS)


def _within(domain: str, domains: frozenset[str]) -> bool:
    return any(domain == known or domain.endswith(f".{known}") for known in domains)
