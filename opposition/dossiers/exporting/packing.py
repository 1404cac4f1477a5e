"""Files into one ZIP, with the list of their SHA-256 that any machine can check."""

import hashlib
import io
import json
import textwrap
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

SUMS = "empreintes.txt"
OWNER_ONLY = 0o600 << 16
WIDTH = 78  # characters to a line


def text(words: str) -> bytes:
    """Lines folded, and ended as every system's plainest editor expects."""
    lines = (textwrap.fill(one, WIDTH) if len(one) > WIDTH else one for one in words.split("\n"))
    return as_is("\n".join(lines))


def as_is(words: str) -> bytes:
    """The same, with its lines as they are."""
    return (words.strip() + "\n").replace("\r\n", "\n").replace("\n", "\r\n").encode()


def json_of(told: Mapping[str, Any]) -> bytes:
    """For a machine, and for whoever opens it: accents are accents."""
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """The archive; `empreintes.txt` is what `sha256sum --check` reads."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in {**files, SUMS: _sums(files)}.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, OWNER_ONLY
            made.writestr(entry, content)
    return out.getvalue()


def _sums(files: Mapping[str, bytes]) -> bytes:
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()
    ).encode()
