"""The shape of a word: an English value that is stored, a French label, sometimes its meaning."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A member of a closed list; `label` and `meaning` are French and read by people."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str = "", meaning: str = "") -> Self:
        """The value is what the database keeps: it never changes, the French may."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.meaning = meaning
        return word
