"""French typography for the sentences of the letters, and dates as letters write them."""

import re
from datetime import date

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_RULES = (
    (re.compile(r" ([;?!])"), "\u202f\\1"),  # narrow no-break space before high punctuation
    (re.compile(r" ([:»])"), "\u00a0\\1"),
    (re.compile(r"« "), "«\u00a0"),
    (re.compile(r"\b([LR])\. (?=\d)"), "\\1.\u00a0"),  # L. 1461-3 stays on one line
    (re.compile(r"(?<!\w)(art\.|n°|N°|§) (?=\S)"), "\\1\u00a0"),
)


def french(text: str) -> str:
    """`text` with the no-break spaces that French typography asks for."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def day(value: date) -> str:
    """« 1er mars 2027 »."""
    number = "1er" if value.day == 1 else str(value.day)
    return f"{number} {MONTHS[value.month - 1]} {value.year}"
