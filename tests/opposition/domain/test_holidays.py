"""The table of public holidays, day by day, against the law and against a published package."""

from datetime import date

import pytest

from opposition.domain import holidays
from tests.opposition.domain import second_opinion

LOCAL = ["57", "67", "68", "971", "972", "973", "974", "976"]


def test_2027_in_paris_has_the_eleven_days_of_the_law():
    assert dict(holidays.of_year(2027, "75")) == {
        date(2027, 1, 1): "jour de l’An",
        date(2027, 3, 29): "lundi de Pâques",
        date(2027, 5, 1): "fête du Travail",
        date(2027, 5, 6): "Ascension",
        date(2027, 5, 8): "Victoire de 1945",
        date(2027, 5, 17): "lundi de Pentecôte",
        date(2027, 7, 14): "fête nationale",
        date(2027, 8, 15): "Assomption",
        date(2027, 11, 1): "Toussaint",
        date(2027, 11, 11): "Armistice de 1918",
        date(2027, 12, 25): "Noël",
    }


@pytest.mark.parametrize(
    ("seat", "added"),
    [
        ("57", {date(2027, 3, 26), date(2027, 12, 26)}),
        ("67", {date(2027, 3, 26), date(2027, 12, 26)}),
        ("68", {date(2027, 3, 26), date(2027, 12, 26)}),
        ("971", {date(2027, 5, 27)}),
        ("972", {date(2027, 5, 22)}),
        ("973", {date(2027, 6, 10)}),
        ("974", {date(2027, 12, 20)}),
        ("976", {date(2027, 4, 27)}),
        ("54", set()),
        ("2A", set()),
    ],
)
def test_a_seat_adds_its_own_days_to_the_national_ones(seat, added):
    assert holidays.of_year(2027, seat).keys() - holidays.of_year(2027, "75").keys() == added


def test_an_unknown_seat_has_the_days_of_every_seat_and_no_other():
    every = {day for seat in ["75", *LOCAL] for day in holidays.of_year(2027, seat)}
    assert set(holidays.of_year(2027, None)) == every


def test_two_holidays_on_one_day_are_both_named():
    assert holidays.of_year(2008, "75")[date(2008, 5, 1)] == "fête du Travail et Ascension"


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1818, date(1818, 3, 22)),  # the earliest Easter there can be
        (1943, date(1943, 4, 25)),  # the latest
        (1954, date(1954, 4, 18)),  # a year that naive formulas get wrong
        (1981, date(1981, 4, 19)),  # another
        (2000, date(2000, 4, 23)),
        (2027, date(2027, 3, 28)),
        (2028, date(2028, 4, 16)),
    ],
)
def test_easter_falls_on_the_sunday_of_the_tables(year, sunday):
    assert holidays.easter(year) == sunday


@pytest.mark.parametrize(
    ("day", "seat", "reason"),
    [
        (date(2027, 3, 29), "75", "est férié (lundi de Pâques)"),
        (date(2027, 3, 27), "75", "est un samedi"),
        (date(2027, 3, 28), "75", "est un dimanche"),
        (date(2027, 5, 1), "75", "est un samedi férié (fête du Travail)"),
        (date(2027, 3, 26), "75", None),
        (date(2027, 3, 26), "67", "est férié (Vendredi saint en Alsace et en Moselle)"),
        (date(2027, 5, 27), "971", "est férié (abolition de l’esclavage en Guadeloupe)"),
    ],
)
def test_a_closed_day_says_why_and_a_working_day_says_nothing(day, seat, reason):
    assert holidays.closure(day, seat) == reason


@pytest.mark.parametrize("seat", second_opinion.SUBDIVISIONS)
def test_every_day_from_2008_to_2100_agrees_with_the_published_calendar(seat):
    years = range(2008, 2101)  # before, Whit Monday had lost its place for three years
    ours = {day for year in years for day in holidays.of_year(year, seat)}
    assert ours == second_opinion.legal_days(seat, years)


@pytest.mark.parametrize("seat", second_opinion.CUSTOMARY)
def test_each_customary_day_removed_is_really_in_the_published_calendar(seat):
    found = second_opinion.published(seat)
    names = {name for day in found for name in found.get_list(day)}
    assert second_opinion.CUSTOMARY[seat] - names == set()


@pytest.mark.parametrize(("typed", "code"), [("75", "75"), (" 2a ", "2A"), ("971", "971")])
def test_a_seat_is_the_code_of_a_department(typed, code):
    assert holidays.seat_code(typed) == code


def test_a_seat_that_is_not_known_stays_so():
    assert holidays.seat_code(None) is None


def test_there_are_a_hundred_and_one_departments():
    assert len(holidays.SEATS) == 101


@pytest.mark.parametrize("typed", ["20", "99", "975", "1", "", "GES", "Paris", "７５"])
def test_a_seat_that_is_no_department_is_refused_kindly(typed):
    with pytest.raises(ValueError) as refusal:
        holidays.seat_code(typed)
    assert str(refusal.value) == (
        f"le siège « {typed} » n’est pas le code d’un département ; donnez par exemple 75, 67, "
        "2A ou 971, ou rien s’il n’est pas connu."
    )
