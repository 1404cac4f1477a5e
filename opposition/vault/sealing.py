"""AES-256-GCM (NIST SP 800-38D) bound to a place: what is moved, cut or altered does not open.

Sealed bytes: format (1) · nonce (12, random) · ciphertext · tag (16). The place (label of the
field, id of the row that holds it) is authenticated and not stored.
"""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = b"\x01"
KEY = 32  # bytes
NONCE = 12
TAG = 16

Sealed = bytes | memoryview  # PostgreSQL gives a binary column back as a memoryview


class SealError(Exception):
    """It does not open: wrong key, wrong place, cut or altered. The message holds no content."""


def seal(key: bytes, text: str, *, label: str, owner: UUID) -> bytes:
    """The text, readable only with this dossier's `key` and at this place.

    `label` names the field for ever (renaming one loses what it sealed); `owner` is the id of the
    row that holds it. SealError where the text is no Unicode (a lone surrogate).
    """
    try:
        content = text.encode()
    except UnicodeEncodeError:
        # Python's own error carries the whole text: it must reach no log.
        raise SealError("the text to seal is not valid Unicode") from None
    return seal_file(key, content, label=label, owner=owner)


def unseal(key: bytes, sealed: Sealed, *, label: str, owner: UUID) -> str:
    """The text sealed at this place with this key; SealError for anything else."""
    content = unseal_file(key, sealed, label=label, owner=owner)
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise SealError("what was sealed here is no text") from None


def seal_file(key: bytes, content: bytes, *, label: str, owner: UUID) -> bytes:
    """As `seal`, for bytes: 29 bytes longer than the content."""
    return encrypt(key, content, header=FORMAT, place=_place(label, owner))


def unseal_file(key: bytes, sealed: Sealed, *, label: str, owner: UUID) -> bytes:
    """As `unseal`, for bytes."""
    return decrypt(key, sealed, header=FORMAT, place=_place(label, owner))


def encrypt(key: bytes, content: bytes, *, header: bytes, place: bytes) -> bytes:
    """`header`, then a fresh nonce, then the ciphertext; header and place are authenticated."""
    nonce = os.urandom(NONCE)
    return header + nonce + _cipher(key).encrypt(nonce, content, header + place)


def decrypt(key: bytes, sealed: Sealed, *, header: bytes, place: bytes) -> bytes:
    """The content of `encrypt`, where header and place are the same; else SealError."""
    sealed, start = bytes(sealed), len(header)
    if len(sealed) < start + NONCE + TAG:
        raise SealError("too short to have been sealed here")
    if sealed[:start] != header:
        raise SealError("sealed in an unknown format")
    nonce, ciphertext = sealed[start : start + NONCE], sealed[start + NONCE :]
    try:
        return _cipher(key).decrypt(nonce, ciphertext, header + place)
    except InvalidTag:
        raise SealError("another key, another place, or altered since it was sealed") from None


def _cipher(key: bytes) -> AESGCM:
    # AESGCM takes a shorter key without a word, and is then a weaker cipher.
    if len(key) != KEY:
        raise SealError(f"a key of {len(key)} bytes, where {KEY} are needed")
    return AESGCM(key)


def _place(label: str, owner: UUID) -> bytes:
    # The id comes last and is always 16 bytes: no two places give the same bytes.
    return label.encode() + owner.bytes
