"""Periods counted in months by Regulation (EEC, Euratom) 1182/71, each with its words in French."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from opposition.domain import french, holidays

_COUNTS = {1: "un mois", 2: "deux mois", 3: "trois mois"}


@dataclass(frozen=True)
class Count:
    """Where a count has led so far, and the words that lead there."""

    day: date
    words: str


def add_months(start: date, months: int) -> date:
    """The same date `months` later, or the last day of that month (art. 3(2)(c))."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def roll(end: date, seat: str | None) -> date:
    """The first working day at the seat from `end` on (art. 3(4)); `end` itself if it is one."""
    while holidays.closure(end, seat):
        end += timedelta(1)
    return end


def months(start: date, count: int) -> Count:
    """One, two or three months after `start`, not yet moved to a working day."""
    end = add_months(start, count)
    missing = f"il n’y a pas de {start.day} {french.month(end)}, donc "
    clipped = missing if end.day != start.day else ""
    return Count(end, f"{_COUNTS[count]} : {clipped}le {french.day(end)}")


def push(count: Count, stopped: date, restarted: date) -> Count:
    """The count with the days added during which the clock stood still.

    Never before the clock starts again: it may have stopped while the end, on a closed day, was
    being carried to a working day, and nothing falls due while it is stopped.
    """
    days = (restarted - stopped).days
    moved = count.day + timedelta(days)
    end = max(moved, restarted)
    floor = f", mais au plus tôt le {french.day(end)}" if end > moved else ""
    pause = f"plus {french.days(days)} de suspension"
    return Count(end, f"{count.words}, {pause} : le {french.day(moved)}{floor}")


def land(count: Count, seat: str | None) -> Count:
    """The count carried to a working day, saying which closed days it passed and why."""
    end = roll(count.day, seat)
    if end == count.day:
        return Count(end, f"{count.words}, un {french.weekday(end)}")
    passed = (count.day + timedelta(n) for n in range((end - count.day).days))
    reasons = [f"le {french.ordinal(day.day)} {holidays.closure(day, seat)}" for day in passed]
    return Count(end, f"{count.words} ; {', '.join(reasons)}, donc {french.long_date(end)}")
