"""Keyed hashes: they find, limit and prove without a word of the person being stored.

All keys derive from INDEX_KEY, one per use: what is known of one use says nothing of another.
Changing INDEX_KEY loses every index, every link and the proof of the journal.
"""

import hashlib
import hmac

from django.conf import settings

from opposition.vault import keyring
from opposition.vault.folding import fold_email, fold_name

BLIND = 8  # bytes: enough to find a row, too few to prove who it was (reliability: T18)


def blind(purpose: str, *values: str) -> bytes:
    """8 bytes that are the same for the same values, however they were typed.

    Purpose "email" folds as an address, any other as names. What is found is a candidate: two
    persons may share a bucket, so that a mail goes to the stored address, never to the typed one.
    """
    fold = fold_email if purpose == "email" else fold_name
    return _keyed("blind", purpose, *map(fold, values))[:BLIND]


def fingerprint(purpose: str, secret: str) -> bytes:
    """32 bytes of a link's secret: only they are stored."""
    return _keyed("fingerprint", purpose, secret)


def chained(previous: bytes, line: bytes) -> bytes:
    """32 bytes that bind a line of the journal to the link before it, hence to all before."""
    return _mac(_subkey("chain", ""), bytes(previous), bytes(line))


def _keyed(use: str, purpose: str, *values: str) -> bytes:
    # surrogatepass: a stranger's broken text is unknown here, not an error.
    return _mac(
        _subkey(use, purpose), *(value.encode("utf-8", "surrogatepass") for value in values)
    )


def _subkey(use: str, purpose: str) -> bytes:
    return _mac(keyring.index_key(settings.INDEX_KEY), use.encode(), purpose.encode())


def _mac(key: bytes, *parts: bytes) -> bytes:
    """HMAC-SHA-256 (RFC 2104); each part after its length: ("ab", "c") is not ("a", "bc")."""
    framed = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hmac.digest(key, framed, hashlib.sha256)
