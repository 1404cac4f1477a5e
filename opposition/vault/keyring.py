"""The portal's keys as the settings give them: "1:BASE64URL,2:BASE64URL", and INDEX_KEY.

The highest version wraps, all of them unwrap. Each key is 32 bytes; none has a default.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from django.core.exceptions import ImproperlyConfigured

LENGTH = 32  # bytes
LAST_VERSION = 2**16 - 1  # it is written down in two bytes


class Fault(StrEnum):
    """What may be wrong with a key."""

    MISSING = "missing"
    MALFORMED = "malformed"
    LENGTH = "length"
    DUPLICATE = "duplicate"
    SHARED = "shared"


@dataclass(frozen=True)
class Finding:
    """One fault, and which entry of the variable has it (from 1); never the key itself."""

    fault: Fault
    entry: int = 1


@lru_cache(maxsize=16)
def portal_keys(text: str) -> Mapping[int, bytes]:
    """The portal's keys by version; ImproperlyConfigured where one cannot be used."""
    _refuse("VAULT_KEYS", faults_of_portal_keys(text))
    return MappingProxyType(
        {int(version): _decoded(key) for version, key in map(_split, text.split(","))}
    )


@lru_cache(maxsize=16)
def index_key(text: str) -> bytes:
    """The key of the keyed hashes; ImproperlyConfigured where it cannot be used."""
    _refuse("INDEX_KEY", faults_of_index_key(text))
    return _decoded(text.strip())


def faults_of_portal_keys(text: str) -> list[Finding]:
    """What is wrong with VAULT_KEYS, entry by entry; nothing where it can be used."""
    if not text.strip():
        return [Finding(Fault.MISSING)]
    found, versions, keys = [], set[int](), set[bytes]()
    for entry, (version, key) in enumerate(map(_split, text.split(",")), start=1):
        fault = _fault_of_version(version) or _fault_of_key(key)
        if fault:
            found.append(Finding(fault, entry))
            continue
        if int(version) in versions:
            found.append(Finding(Fault.DUPLICATE, entry))
        elif _decoded(key) in keys:
            found.append(Finding(Fault.SHARED, entry))
        versions.add(int(version))
        keys.add(_decoded(key))
    return found


def faults_of_index_key(text: str, beside: str = "") -> list[Finding]:
    """What is wrong with INDEX_KEY, by itself and beside these VAULT_KEYS."""
    if not text.strip():
        return [Finding(Fault.MISSING)]
    fault = _fault_of_key(text.strip())
    if fault:
        return [Finding(fault)]
    others = [key for _, key in map(_split, beside.split(",")) if not _fault_of_key(key)]
    same = _decoded(text.strip()) in [_decoded(key) for key in others]
    return [Finding(Fault.SHARED)] if same else []


def _refuse(variable: str, found: list[Finding]) -> None:
    if found:
        told = ", ".join(f"entry {finding.entry}: {finding.fault}" for finding in found)
        raise ImproperlyConfigured(f"{variable} cannot be used ({told})")


def _split(entry: str) -> tuple[str, str]:
    version, _, key = entry.strip().partition(":")
    return version, key


def _fault_of_version(version: str) -> Fault | None:
    written = re.fullmatch(r"0*[1-9][0-9]{0,4}", version)
    return None if written and int(version) <= LAST_VERSION else Fault.MALFORMED


def _fault_of_key(key: str) -> Fault | None:
    # Looked at first: Python's decoder drops what is no base64 without a word.
    if not re.fullmatch(r"[A-Za-z0-9_-]+={0,2}", key):
        return Fault.MALFORMED
    try:
        return None if len(_decoded(key)) == LENGTH else Fault.LENGTH
    except binascii.Error:
        return Fault.MALFORMED


def _decoded(key: str) -> bytes:
    bare = key.rstrip("=")
    return base64.urlsafe_b64decode(bare + "=" * (-len(bare) % 4))
