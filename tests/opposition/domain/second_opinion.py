"""The same dates found by other people's code (PyPI `holidays`, dateutil), for comparison.

The package knows the law's days and, overseas, days off by custom; those are removed by name
below. Its region code GES is a trap: it holds the eleven national days only.
"""

from datetime import date, timedelta

import holidays as package
from dateutil.relativedelta import relativedelta

YEARS = range(2026, 2036)
DAYS = [date(YEARS[0], 1, 1) + timedelta(n) for n in range(3652)]

SUBDIVISIONS = {
    "75": None,  # the national calendar
    "57": "57",
    "67": "6AE",
    "68": "6AE",
    "971": "971",
    "972": "972",
    "973": "973",
    "974": "974",
    "976": "976",
}

# Days off by custom or local agreement: no law makes them holidays (Code du travail L.3422-2).
CUSTOMARY = {
    "971": {"Vendredi saint", "Mi-Carême", "Fête de Victor Schoelcher"},
    "972": {"Fête de Victor Schoelcher"},
}


def published(seat, years=range(2025, 2038)):
    """The package's days, custom included."""
    return package.France(
        subdiv=SUBDIVISIONS[seat], years=years, categories="public", language="fr"
    )


def legal_days(seat, years=range(2025, 2038)):
    """The package's days without those of custom."""
    found = published(seat, years)
    custom = CUSTOMARY.get(seat, set())
    return {day for day in found if set(found.get_list(day)) - custom}


def due(received, months, closed):
    """Regulation 1182/71 in four lines."""
    day = received + relativedelta(months=months)
    while day.weekday() >= 5 or day in closed:
        day += timedelta(1)
    return day
