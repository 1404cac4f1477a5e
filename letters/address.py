"""A French postal address as a value: it normalises itself and lists its own defects (NF Z10-011).

Six lines at most, 38 characters a line spaces included, no blank line, no punctuation from the
fourth line on, the last line is the postal code and the town in capitals. A defect is told, not
mended behind the person's back: an address that departs from the norm still gets there.
"""

import re
import unicodedata
from dataclasses import dataclass

MAX_LINES = 6
MAX_CHARACTERS = 38
_LAST_LINE = re.compile(r"^(\d{5}) (\S.*)$")
_PUNCTUATION = re.compile(r"[^\w\s'’-]")


def capitals(text: str) -> str:
    """`text` as La Poste's machines read it best: capitals without accents, ligatures undone."""
    plain = text.upper().replace("Œ", "OE").replace("Æ", "AE").replace("’", "'")
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return " ".join(plain.replace("Đ", "D").replace("Ł", "L").replace("Ø", "O").split())


@dataclass(frozen=True)
class PostalAddress:
    """The lines of an address, name first; `parse` removes blank lines and doubled spaces."""

    lines: tuple[str, ...]

    @classmethod
    def parse(cls, raw: str) -> "PostalAddress":
        """One line of text is one line of address."""
        lines = (" ".join(line.split()) for line in raw.splitlines())
        return cls(tuple(line for line in lines if line))

    @property
    def normalised(self) -> tuple[str, ...]:
        """The same lines in capitals, without the punctuation that the norm forbids."""
        return tuple(" ".join(_PUNCTUATION.sub(" ", capitals(line)).split()) for line in self.lines)

    @property
    def postal_code(self) -> str:
        """Five digits, or nothing where the last line has none."""
        found = _LAST_LINE.match(self.lines[-1]) if self.lines else None
        return found[1] if found else ""

    @property
    def town(self) -> str:
        """What follows the postal code."""
        found = _LAST_LINE.match(self.lines[-1]) if self.lines else None
        return found[2] if found else ""

    @property
    def defects(self) -> list[str]:
        """What departs from NF Z10-011, a sentence each, in French."""
        found = []
        if not self.lines:
            return ["l’adresse est vide."]
        if len(self.lines) > MAX_LINES:
            found.append(f"l’adresse a {len(self.lines)} lignes\u202f: {MAX_LINES} au plus.")
        if not self.postal_code:
            found.append("la dernière ligne doit être le code postal suivi de la commune.")
        return found + [
            f"la ligne «\u202f{line}\u202f» dépasse {MAX_CHARACTERS} caractères."
            for line in self.lines
            if len(line) > MAX_CHARACTERS
        ]
