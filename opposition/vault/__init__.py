"""Sealing of what is personal: a key per dossier, wrapped by the portal's keys; keyed traces.

Nothing here knows a model, a page or a queue: bytes in, bytes out. A destroyed dossier's key makes
everything sealed under it unreadable for ever.
"""

from opposition.vault.folding import fold_email, fold_name
from opposition.vault.sealing import SealError, seal, seal_file, unseal, unseal_file
from opposition.vault.traces import blind, chained, fingerprint
from opposition.vault.wrapping import new_key, rewrap, unwrap, version_of

__all__ = [
    "SealError",
    "blind",
    "chained",
    "fingerprint",
    "fold_email",
    "fold_name",
    "new_key",
    "rewrap",
    "seal",
    "seal_file",
    "unseal",
    "unseal_file",
    "unwrap",
    "version_of",
]
