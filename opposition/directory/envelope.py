"""A body's name and address as an envelope bears them: NF Z10-011, lines of 38 characters."""

import re

from letters.address import MAX_CHARACTERS, capitals

# Names of more than 38 characters, the width of an address line (NF Z10-011).
LETTER_NAMES = {
    "cnil-plaintes": "CNIL",
    "hdh-dpd": "PLATEFORME DES DONNEES DE SANTE (HDH)",
    "cnam-dpo": "CNAM",
    "cpam-de-rouen-elbeuf-dieppe-seine-maritime": "CPAM DE ROUEN-ELBEUF-DIEPPE",
}

ABBREVIATIONS = {"ALLEE": "ALL", "AVENUE": "AV", "BOULEVARD": "BD", "CHEMIN": "CHE", "PLACE": "PL"}


def name_of(key: str, name: str) -> str:
    """The first line: the body's name in plain capitals, what stands in brackets left out."""
    return LETTER_NAMES.get(key) or capitals(re.sub(r"\s*\(.*?\)", "", name))


def lines_of(address: list[str]) -> list[str]:
    """The lines below name and service, in their order, without the empty ones."""
    return [_fitted(line.strip()) for line in address if line.strip()]


def _fitted(line: str) -> str:
    """A line within the width, its kind of street abbreviated only if it must be (NF Z10-011)."""
    if len(line) <= MAX_CHARACTERS:
        return line
    return " ".join(ABBREVIATIONS.get(word, word) for word in line.split())
