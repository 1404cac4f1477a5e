"""Dates and counts in French words, without a locale: what a letter or a page prints."""

from datetime import date

from letters.typography import MONTHS, day

__all__ = ["day", "days", "long_date", "month", "ordinal", "weekday"]

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def ordinal(number: int) -> str:
    """« 1er », then plain figures: French gives an ordinal to the first of the month only."""
    return "1er" if number == 1 else str(number)


def month(day: date) -> str:
    """« mars »."""
    return MONTHS[day.month - 1]


def weekday(day: date) -> str:
    """« lundi »."""
    return WEEKDAYS[day.weekday()]


def long_date(date_: date) -> str:
    """« lundi 1er mars 2027 »."""
    return f"{weekday(date_)} {day(date_)}"


def days(count: int) -> str:
    """« 1 jour », « 9 jours »; zero is singular in French."""
    return f"{count} jour" if count < 2 else f"{count} jours"
