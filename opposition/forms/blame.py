"""Which field a letter's refusal is about: the press names a fact, a person sees a question."""

import re

from opposition.correspondence import LetterError
from opposition.forms.you import OF

_PLACES: tuple[tuple[str, str, str], ...] = (
    (r"citizen\.address\b.*", "vous", "street"),
    (r"citizen\.(\w+)", "vous", r"\1"),
    (r"represents\.(\w+)", "vous", rf"{OF}\1"),
    (r"place", "vous", "town"),
    (r"fund|addressee\.(?:name|service)", "caisse", "fund"),
    (r"addressee\.address\b.*", "adresses", "{name}_lines"),
    (r"(grounds|statements)\b.*", "adresses", r"\1"),
)


def place(error: LetterError) -> tuple[str, str]:
    """The step and the field; a fact that no question gives is told above the first step."""
    for pattern, step, field in _PLACES:
        if found := re.fullmatch(pattern, error.fact):
            return step, found.expand(field).format(name=error.name)
    return "vous", ""
