"""The dossier's own address, and the one that waits to be confirmed: sealed, opened to write to."""

from uuid import UUID

from opposition import vault
from opposition.models import Dossier

EMAIL, NEXT = "dossier.email", "dossier.next_email"  # the labels that bind them to their row


def seal(email: str, key: bytes, owner: UUID) -> dict[str, bytes]:
    """The fields of the address of the dossier `owner`; `key` is the dossier's, unwrapped."""
    sealed = vault.seal(key, email, label=EMAIL, owner=owner)
    return {"email": sealed, "email_index": vault.blind("email", email)}


def seal_next(email: str, key: bytes, owner: UUID) -> bytes:
    """The address that waits for its own mailbox."""
    return vault.seal(key, email, label=NEXT, owner=owner)


def of(dossier: Dossier) -> str:
    """The address that notices go to; empty where the dossier is followed on screen and paper."""
    return _opened(dossier, EMAIL, dossier.email)


def waiting(dossier: Dossier) -> str:
    """The address that has not confirmed yet; empty where none was asked for."""
    return _opened(dossier, NEXT, dossier.next_email)


def _opened(dossier: Dossier, label: str, sealed: bytes | memoryview | None) -> str:
    if sealed is None:
        return ""
    key = vault.unwrap(dossier.key, dossier.id)
    return vault.unseal(key, sealed, label=label, owner=dossier.id)
