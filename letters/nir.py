"""Finds a French social-security number (NIR), so that it can be refused: it is never kept.

Structure: sex 1, year 2, month 2, department 2 (digits, 2A or 2B), commune 3, order 3, key 2
(loi 78-17, art. 30; décret 2019-341: this portal may not process it). The key is not required,
since a person who mistypes it has typed a NIR all the same.
"""

import re
import unicodedata

_GAP = r"[\W_]*"  # spaces, points, dashes, commas: whatever people put between the groups
_MONTH = rf"(?:0{_GAP}[1-9]|1{_GAP}[0-2]|[2-9]{_GAP}\d)"  # above 12: a month not known for certain
_DEPARTMENT = rf"(?:\d{_GAP}\d|2{_GAP}[ABab])"
_NIR = re.compile(
    r"(?<!\d)"
    + _GAP.join([r"[1-478]", r"\d", r"\d", _MONTH, _DEPARTMENT, *[r"\d"] * 6])
    + rf"(?:{_GAP}\d{_GAP}\d)?"
    + r"(?!\d)"
)
REFUSAL = (
    "on dirait un numéro de sécurité sociale. Ne l’écrivez pas ici\u202f: la loi interdit à ce "
    "service de l’utiliser. Une ligne du courrier vous permettra de l’ajouter à la main."
)


def found_in(text: str) -> bool:
    """Whether `text` holds what looks like a NIR, however it is spaced or disguised."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return _NIR.search(plain) is not None
