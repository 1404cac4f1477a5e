"""Dates read as a French person writes them."""

from datetime import date

import pytest

from opposition.domain import french


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 3, 1), "lundi 1er mars 2027"),
        (date(2027, 3, 2), "mardi 2 mars 2027"),
        (date(2028, 2, 29), "mardi 29 février 2028"),
        (date(2026, 11, 11), "mercredi 11 novembre 2026"),
        (date(2027, 8, 21), "samedi 21 août 2027"),
    ],
)
def test_a_long_date_has_its_weekday_and_only_the_first_is_an_ordinal(day, words):
    assert french.long_date(day) == words


def test_a_day_has_no_weekday():
    assert french.day(date(2027, 3, 1)) == "1er mars 2027"


def test_the_months_of_a_year_are_the_twelve_of_the_calendar():
    assert [french.month(date(2027, number, 1)) for number in range(1, 13)] == [
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ]


def test_the_week_that_begins_on_1_march_2027_runs_from_monday_to_sunday():
    assert [french.weekday(date(2027, 3, number)) for number in range(1, 8)] == [
        *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ]


@pytest.mark.parametrize(("count", "words"), [(0, "0 jour"), (1, "1 jour"), (2, "2 jours")])
def test_days_are_plural_from_two_on(count, words):
    assert french.days(count) == words
