"""The key of a dossier, wrapped by the portal's: stored beside it, destroyed with it.

Wrapped bytes: format (1) · version of the portal's key (2, big-endian) · nonce (12) · ciphertext
(32) · tag (16). A new version rewraps 63 bytes per dossier, never what the dossier holds.
"""

import os
from uuid import UUID

from django.conf import settings

from opposition.vault import keyring
from opposition.vault.sealing import FORMAT, KEY, Sealed, SealError, decrypt, encrypt

LABEL = b"dossier.key"
HEADER = 3  # bytes: format and version


def new_key(owner: UUID) -> bytes:
    """A key drawn for the dossier `owner`, wrapped by the portal's current key."""
    return _wrap(os.urandom(KEY), owner)


def unwrap(wrapped: Sealed, owner: UUID) -> bytes:
    """The 32 bytes to seal and unseal with; SealError for another dossier or an unknown version."""
    version = version_of(wrapped)
    key = keyring.portal_keys(settings.VAULT_KEYS).get(version)
    if key is None:
        raise SealError(f"wrapped by version {version} of the portal's key, which is not here")
    return decrypt(key, wrapped, header=_header(version), place=LABEL + owner.bytes)


def rewrap(wrapped: Sealed, owner: UUID) -> bytes:
    """The same key under the portal's current one; the same bytes where it already is."""
    key = unwrap(wrapped, owner)
    if version_of(wrapped) == max(keyring.portal_keys(settings.VAULT_KEYS)):
        return bytes(wrapped)
    return _wrap(key, owner)


def version_of(wrapped: Sealed) -> int:
    """The version of the portal's key that wrapped it: what a rotation still has to do."""
    wrapped = bytes(wrapped)
    if len(wrapped) < HEADER or wrapped[:1] != FORMAT:
        raise SealError("no wrapped key, or in an unknown format")
    return int.from_bytes(wrapped[1:HEADER], "big")


def _wrap(key: bytes, owner: UUID) -> bytes:
    version, current = max(keyring.portal_keys(settings.VAULT_KEYS).items())
    return encrypt(current, key, header=_header(version), place=LABEL + owner.bytes)


def _header(version: int) -> bytes:
    return FORMAT + version.to_bytes(HEADER - 1, "big")
