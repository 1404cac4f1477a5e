"""The address block of a window envelope: 85 mm by 33 mm, whole, never clipped."""

import textwrap
from dataclasses import dataclass

from letters import repertoire
from letters.address import MAX_CHARACTERS, PostalAddress
from letters.facts import Body, FactsError

# What the sheet's style gives: 10 pt on 4.4 mm, or 9 pt on 3.5 mm for a long or wrapped address.
WIDE_LINES, WIDE_POINTS = 7, 10
TIGHT_LINES, TIGHT_POINTS, TIGHT_CHARACTERS = 9, 9, 42
MILLIMETRES = 84.5  # of the 85: lines are measured without their kerning


@dataclass(frozen=True)
class Window:
    """The lines printed, whether they need the small type, and what departs from NF Z10-011."""

    lines: tuple[str, ...]
    tight: bool
    defects: tuple[str, ...]


def window(body: Body) -> Window:
    """Name, service, address. An address that cannot fit at 9 pt is an error."""
    given = tuple(line for line in (body.name, body.service, *body.address) if line)
    defects = tuple(PostalAddress(given).defects)
    if len(given) <= WIDE_LINES and all(_fits_wide(line) for line in given):
        return Window(given, tight=False, defects=defects)
    wrapped = tuple(part for line in given for part in _wrapped(line))
    if len(wrapped) > TIGHT_LINES:
        raise FactsError(
            "addressee.address",
            f"cette adresse ne tient pas dans la fenêtre de l’enveloppe ({TIGHT_LINES} lignes de "
            f"{TIGHT_CHARACTERS} caractères).",
        )
    return Window(wrapped, tight=True, defects=defects)


def _fits_wide(line: str) -> bool:
    return len(line) <= MAX_CHARACTERS and repertoire.width(line, points=WIDE_POINTS) <= MILLIMETRES


def _wrapped(line: str) -> list[str]:
    """The line cut at words; a word wider than the box is cut where it must be."""
    most, parts = TIGHT_CHARACTERS, textwrap.wrap(line, TIGHT_CHARACTERS)
    while any(repertoire.width(part, points=TIGHT_POINTS) > MILLIMETRES for part in parts):
        most -= 1
        parts = textwrap.wrap(line, most)
    return parts
