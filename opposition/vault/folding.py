"""What is the same to a person becomes the same to an index: case, accents, dots and tags."""

import re
import unicodedata

# Letters that Unicode does not take apart, and that people type both ways.
_WHOLE = str.maketrans({"œ": "oe", "æ": "ae", "đ": "d", "ł": "l", "ø": "o", "ı": "i"})


def fold_name(text: str) -> str:
    """Names without case, accents or punctuation: "LE CŒUR-Noël" and "le coeur noel" are one."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = (c for c in apart if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return re.sub(r"[\W_]+", " ", "".join(kept).translate(_WHOLE)).strip()


def fold_email(text: str) -> str:
    """An address as a bucket: case, dots and the +tag of its local part say nothing (W9).

    Most mail services tell `j.dupont` from `jdupont`: it is a bucket for limits, not an identity.
    """
    address = unicodedata.normalize("NFC", text).strip().casefold()
    local, at, host = address.rpartition("@")
    return (local.partition("+")[0].replace(".", "") or local) + at + host
