"""What the letters' font can print, and how wide; a missing character is an error that names it."""

import functools
import unicodedata
from collections.abc import Mapping

from fontTools.ttLib import TTFont

from letters import paths

_LAYOUT = frozenset("\n\r\t")


@functools.cache
def characters() -> frozenset[str]:
    """Every character that both weights of the font hold."""
    maps = []
    for name in ("SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf"):
        with TTFont(paths.FONTS / name, lazy=True) as font:
            maps.append({chr(code) for code in font.getBestCmap()})
    return frozenset.intersection(*map(frozenset, maps)) | _LAYOUT


@functools.cache
def _advances() -> Mapping[str, float]:
    """The width of each character of the regular weight, in em."""
    with TTFont(paths.FONTS / "SourceSans3-Regular.ttf") as font:
        em, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {chr(code): metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def width(text: str, points: float) -> float:
    """The width in mm of a line of printable `text` in type of `points`, kerning left aside."""
    return sum(_advances()[c] for c in text) * points * 25.4 / 72


def missing(text: str) -> list[str]:
    """The characters of `text` that cannot be printed, each once, in order of appearance."""
    return list(dict.fromkeys(c for c in text if c not in characters()))


def sentence(text: str) -> str:
    """A sentence naming what cannot be printed in `text`, or nothing."""
    absent = missing(text)
    if not absent:
        return ""
    named = ", ".join(_named(c) for c in absent[:5])
    return f"la police des courriers ne sait pas imprimer {named}. Écrivez-le en lettres latines."


def _named(character: str) -> str:
    code = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    return f"«\u202f{character}\u202f» ({code})" if character.isprintable() else code
