"""Reads one JSON object key by key: texts cleaned, dates checked, unknown keys refused by path."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from letters import nir, repertoire
from letters.facts import FactsError

T = TypeVar("T")
MISSING = "cette information manque."
# One glyph in the font: the text layer of a PDF could not tell them apart.
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Reader:
    """One JSON object being read; `done` refuses whatever was not asked for."""

    def __init__(self, raw: Any, path: str = "") -> None:
        if not isinstance(raw, Mapping):
            raise FactsError(path or "facts", "un objet JSON est attendu.")
        self.raw, self.path, self.seen = raw, path, set[str]()

    def key(self, name: str) -> str:
        """The full path of a key, as errors print it."""
        return f"{self.path}.{name}" if self.path else name

    def take(self, name: str, *, needed: bool = False) -> Any:
        """The raw value of a key, `None` where it is absent."""
        self.seen.add(name)
        value = self.raw.get(name)
        if needed and value in (None, "", [], {}):
            raise FactsError(self.key(name), MISSING)
        return value

    def text(self, name: str, *, most: int = 80, needed: bool = False) -> str:
        """A line of text, cleaned."""
        value = self.take(name, needed=needed)
        text = "" if value is None else printable(value, self.key(name), most=most)
        if needed and not text:  # only spaces, or what nobody sees
            raise FactsError(self.key(name), MISSING)
        return text

    def day(self, name: str) -> date:
        """A date that must be there."""
        return to_date(self.take(name, needed=True), self.key(name))

    def day_or_none(self, name: str) -> date | None:
        """A date that may be absent."""
        value = self.take(name)
        return None if value is None else to_date(value, self.key(name))

    def yes_no(self, name: str) -> bool | None:
        """True, false, or not said."""
        value = self.take(name)
        if value is not None and not isinstance(value, bool):
            raise FactsError(self.key(name), "la valeur attendue est true ou false.")
        return value

    def items(self, name: str, *, most: int, needed: bool = False) -> list[Any]:
        """A list of at most `most` items, empty where absent."""
        value = self.take(name, needed=needed)
        if value is None:
            return []
        if not isinstance(value, list):
            raise FactsError(self.key(name), "une liste est attendue.")
        if len(value) > most:
            raise FactsError(self.key(name), f"{most} éléments au plus.")
        return value

    def texts(self, name: str, *, most: int, length: int, needed: bool = False) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        found = []
        for i, item in enumerate(self.items(name, most=most, needed=needed)):
            found.append(printable(item, f"{self.key(name)}[{i}]", most=length))
            if not found[-1]:
                raise FactsError(f"{self.key(name)}[{i}]", "ce texte est vide.")
        return tuple(found)

    def part(self, name: str, read: Callable[["Reader"], T], *, needed: bool = False) -> T | None:
        """A nested object read by `read`, `None` where absent."""
        value = self.take(name, needed=needed)
        return None if value is None else _whole(value, self.key(name), read)

    def parts(self, name: str, read: Callable[["Reader"], T], *, most: int) -> tuple[T, ...]:
        """A list of nested objects."""
        return tuple(
            _whole(item, f"{self.key(name)}[{i}]", read)
            for i, item in enumerate(self.items(name, most=most))
        )

    def done(self) -> None:
        """Refuses the first key that nobody asked for."""
        for name in self.raw:
            if name not in self.seen:
                shown = "…" if nir.found_in(name) else clean(name)[:60]
                raise FactsError(self.key(shown), "cette clé est inconnue.")


def _whole(value: Any, path: str, read: Callable[[Reader], T]) -> T:
    reader = Reader(value, path)
    result = read(reader)
    reader.done()
    return result


def clean(value: str) -> str:
    """NFC, one line, one hyphen, nothing invisible (it would hide text, or inject headers)."""
    kept = []
    for character in unicodedata.normalize("NFC", value).translate(_HYPHENS):
        category = unicodedata.category(character)
        if category in {"Cc", "Zl", "Zp"}:
            kept.append(" ")
        elif category != "Cf":
            kept.append(character)
    return " ".join(part for part in "".join(kept).split(" ") if part)


def printable(value: Any, key: str, *, most: int) -> str:
    """A cleaned text that fits, that the font prints, and that holds no social-security number."""
    if not isinstance(value, str):
        raise FactsError(key, "un texte est attendu.")
    if len(value) > 4 * most:  # before any work on it
        raise FactsError(key, f"ce texte est trop long\u202f: {most} caractères au plus.")
    text = clean(value)
    if len(text) > most:
        raise FactsError(key, f"ce texte est trop long\u202f: {most} caractères au plus.")
    if nir.found_in(text):
        raise FactsError(key, nir.REFUSAL)
    if absent := repertoire.sentence(text):
        raise FactsError(key, absent)
    return text


def to_date(value: Any, key: str) -> date:
    """A date written YYYY-MM-DD."""
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise FactsError(key, "une date AAAA-MM-JJ qui existe est attendue.")
