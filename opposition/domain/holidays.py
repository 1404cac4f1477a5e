"""The public holidays of France by the seat of a body, for any year.

Only days that a law makes a holiday: Code du travail art. L.3133-1 (eleven, everywhere),
L.3134-13 (Alsace-Moselle), L.3422-2 (abolition of slavery, overseas). Customary days off
(Mi-Carême, Schœlcher's day, Good Friday in the West Indies) move no date and are left out.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from opposition.domain import french

FIRST_YEAR, LAST_YEAR = 1583, 9990  # the Gregorian Easter begins; dates end, with room to count

_FIXED = {
    (1, 1): "jour de l’An",
    (5, 1): "fête du Travail",
    (5, 8): "Victoire de 1945",
    (7, 14): "fête nationale",
    (8, 15): "Assomption",
    (11, 1): "Toussaint",
    (11, 11): "Armistice de 1918",
    (12, 25): "Noël",
}
_AFTER_EASTER = {1: "lundi de Pâques", 39: "Ascension", 50: "lundi de Pentecôte"}
_ABOLITION = {
    "971": ((5, 27), "abolition de l’esclavage en Guadeloupe"),
    "972": ((5, 22), "abolition de l’esclavage en Martinique"),
    "973": ((6, 10), "abolition de l’esclavage en Guyane"),
    "974": ((12, 20), "abolition de l’esclavage à La Réunion"),
    "976": ((4, 27), "abolition de l’esclavage à Mayotte"),
}
_ALSACE_MOSELLE = ("57", "67", "68")

SEATS = frozenset(
    {f"{number:02}" for number in range(1, 96) if number != 20} | {"2A", "2B"} | set(_ABOLITION)
)


def seat_code(seat: str | None) -> str | None:
    """The code of the department (« 2a » is read as 2A); None stays None, a seat not known.

    Raises ValueError, with a sentence for the person, for anything that is no department.
    """
    if seat is None:
        return None
    code = seat.strip().upper()
    if code not in SEATS:
        raise ValueError(
            f"le siège « {seat} » n’est pas le code d’un département ; donnez par exemple 75, 67, "
            "2A ou 971, ou rien s’il n’est pas connu."
        )
    return code


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones and Butcher).

    Published in Nature, 1876; J. Meeus, Astronomical Algorithms, ch. 8. Any year from 1583 on.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, before = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, before + 1)


@lru_cache(maxsize=512)
def of_year(year: int, seat: str | None) -> Mapping[date, str]:
    """Each holiday of the year at this seat with its French name; None is the union of all seats.

    The union gives the latest date, so that a lateness is never asserted too early.
    """
    names: dict[date, list[str]] = {}
    for day, name in [*_national(year), *_local(year, seat)]:
        names.setdefault(day, []).append(name)
    return MappingProxyType({day: " et ".join(same_day) for day, same_day in names.items()})


def closure(day: date, seat: str | None) -> str | None:
    """Why nobody works at this seat on that day, as the end of a French sentence; None: they do.

    Saturday counts like Sunday: Regulation 1182/71, art. 2(2) and 3(4).
    """
    name = of_year(day.year, seat).get(day)
    if day.weekday() < 5:
        return f"est férié ({name})" if name else None
    return f"est un {french.weekday(day)}" + (f" férié ({name})" if name else "")


def _national(year: int) -> list[tuple[date, str]]:
    """Code du travail, art. L.3133-1."""
    fixed = [(date(year, *day), name) for day, name in _FIXED.items()]
    sunday = easter(year)
    return fixed + [(sunday + timedelta(days), name) for days, name in _AFTER_EASTER.items()]


def _local(year: int, seat: str | None) -> list[tuple[date, str]]:
    """What the seat adds; every seat's days when it is not known."""
    found = []
    if seat is None or seat in _ALSACE_MOSELLE:
        found += _alsace_moselle(year)
    found += [
        (date(year, *day), name) for code, (day, name) in _ABOLITION.items() if seat in (None, code)
    ]
    return found


def _alsace_moselle(year: int) -> list[tuple[date, str]]:
    """Art. L.3134-13: Good Friday only where a Protestant church stands, as in Metz or Colmar."""
    return [
        (easter(year) - timedelta(2), "Vendredi saint en Alsace et en Moselle"),
        (date(year, 12, 26), "lendemain de Noël en Alsace et en Moselle"),
    ]
