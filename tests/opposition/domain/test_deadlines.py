"""The due dates of the law: the cases given, a table for a lawyer, and every day of ten years."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from opposition.domain import deadlines, french, holidays

CASES = Path(__file__).parents[2] / "cases" / "deadlines.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


def day(text):
    return date.fromisoformat(text) if text else None


def read(words):
    """The date of « lundi 1er mars 2027 », refused if that day is no Monday."""
    _, number, month, year = words.split()
    found = date(int(year), french.MONTHS.index(month) + 1, int(number.removesuffix("er")))
    assert french.long_date(found) == words
    return found


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_each_case_given_is_found(row):
    if row["authority"]:
        found = deadlines.for_authority(day(row["received"]), seat=row["seat"])
    else:
        dates = {field: day(row[field]) for field in ("extended_on", "id_asked", "id_given")}
        found = deadlines.for_controller(day(row["received"]), seat=row["seat"], **dates)
    assert (found.due, found.overdue_from) == (day(row["due"]), day(row["overdue_from"]))
    assert found.suspended == (not row["due"])


@pytest.mark.parametrize(
    ("received", "seat", "due"),
    [
        ("lundi 23 novembre 2026", "75", "mercredi 23 décembre 2026"),  # the same date
        ("dimanche 31 janvier 2027", "75", "lundi 1er mars 2027"),  # no 31 February, a Sunday
        ("lundi 31 janvier 2028", "75", "mardi 29 février 2028"),  # a leap year
        ("mardi 1er décembre 2026", "75", "lundi 4 janvier 2027"),  # New Year, then a weekend
        ("jeudi 25 février 2027", "75", "jeudi 25 mars 2027"),  # the Thursday before Easter
        ("vendredi 26 février 2027", "75", "vendredi 26 mars 2027"),  # Good Friday, worked
        ("vendredi 26 février 2027", "67", "mardi 30 mars 2027"),  # Good Friday, in Strasbourg
        ("vendredi 26 février 2027", None, "mardi 30 mars 2027"),  # a seat not known
        ("mardi 6 avril 2027", "75", "vendredi 7 mai 2027"),  # Ascension
        ("mardi 27 avril 2027", "75", "jeudi 27 mai 2027"),
        ("mardi 27 avril 2027", "971", "vendredi 28 mai 2027"),  # abolition, in Guadeloupe
        ("lundi 14 juin 2027", "75", "jeudi 15 juillet 2027"),  # 14 July
        ("lundi 11 octobre 2027", "75", "vendredi 12 novembre 2027"),  # Armistice
    ],
)
def test_a_month_ends_on_a_working_day_of_the_seat(received, seat, due):
    found = deadlines.for_controller(read(received), seat=seat)
    assert french.long_date(found.due) == due
    assert found.overdue_from == found.due + timedelta(1)


@pytest.mark.parametrize(
    ("told", "counts", "due"),
    [
        ("lundi 1er mars 2027", True, "vendredi 30 avril 2027"),  # on the last day, carried there
        ("mardi 2 mars 2027", False, "lundi 1er mars 2027"),
        ("dimanche 31 janvier 2027", True, "vendredi 30 avril 2027"),  # on the day of receipt
    ],
)
def test_an_extension_counts_when_told_on_or_before_the_first_due_date(told, counts, due):
    found = deadlines.for_controller(date(2027, 1, 31), seat="75", extended_on=read(told))
    assert (found.extended, french.long_date(found.due)) == (counts, due)


@pytest.mark.parametrize(
    ("asked", "given", "due"),
    [
        ("lundi 1er février 2027", "mercredi 10 février 2027", "mardi 9 mars 2027"),  # 28 + 9
        ("lundi 1er février 2027", "lundi 1er février 2027", "lundi 1er mars 2027"),  # no day
        ("samedi 27 février 2027", "mercredi 3 mars 2027", "jeudi 4 mars 2027"),
        ("lundi 1er mars 2027", "vendredi 5 mars 2027", "vendredi 5 mars 2027"),  # the last day
        ("mardi 2 mars 2027", "vendredi 5 mars 2027", "lundi 1er mars 2027"),  # one day too late
    ],
)
def test_an_identity_request_counts_until_the_first_due_date(asked, given, due):
    found = deadlines.for_controller(
        date(2027, 1, 31), seat="75", id_asked=read(asked), id_given=read(given)
    )
    assert french.long_date(found.due) == due


def test_while_the_identity_is_awaited_there_is_no_due_date_and_no_lateness():
    found = deadlines.for_controller(date(2027, 1, 11), seat="75", id_asked=date(2027, 1, 20))
    assert (found.due, found.overdue_from, found.suspended) == (None, None, True)


def test_an_identity_request_after_the_month_suspends_nothing_even_unanswered():
    found = deadlines.for_controller(date(2027, 1, 11), seat="75", id_asked=date(2027, 2, 12))
    assert (found.due, found.suspended) == (date(2027, 2, 11), False)


@pytest.mark.parametrize(
    ("told", "given", "due"),
    [
        ("lundi 22 février 2027", "vendredi 29 janvier 2027", "mardi 20 avril 2027"),  # 11 + 9
        ("mardi 23 février 2027", "vendredi 29 janvier 2027", "lundi 22 février 2027"),  # too late
    ],
)
def test_suspension_also_moves_the_last_day_to_tell_an_extension(told, given, due):
    found = deadlines.for_controller(
        date(2027, 1, 11),
        seat="75",
        extended_on=read(told),
        id_asked=date(2027, 1, 20),
        id_given=read(given),
    )
    assert french.long_date(found.due) == due


def test_an_extension_told_while_the_identity_is_awaited_counts_and_stays_suspended():
    found = deadlines.for_controller(
        date(2027, 1, 11), extended_on=date(2027, 3, 1), id_asked=date(2027, 1, 20)
    )
    assert (found.extended, found.suspended, found.due) == (True, True, None)


@pytest.mark.parametrize(
    ("received", "act_before"),
    [
        ("lundi 15 février 2027", "jeudi 15 juillet 2027"),  # from Saturday 15, not Tuesday 18 May
        ("lundi 30 novembre 2026", "mercredi 28 avril 2027"),  # from 28 February
        ("jeudi 30 septembre 2027", "mardi 29 février 2028"),  # from 30 December
    ],
)
def test_the_court_date_is_two_months_from_the_unrolled_date(received, act_before):
    assert french.long_date(deadlines.for_authority(read(received)).act_before) == act_before


def test_a_controller_has_no_court_date():
    assert deadlines.for_controller(date(2027, 2, 15), seat="75").act_before is None


@pytest.mark.parametrize(
    ("dates", "field", "sentence"),
    [
        (
            {"extended_on": date(2027, 1, 10)},
            "extended_on",
            "cette date ne peut pas précéder la réception, le 11 janvier 2027.",
        ),
        (
            {"id_asked": date(2027, 1, 10)},
            "id_asked",
            "cette date ne peut pas précéder la réception, le 11 janvier 2027.",
        ),
        (
            {"id_given": date(2027, 1, 20)},
            "id_given",
            "indiquez aussi le jour où ces précisions d’identité ont été demandées.",
        ),
        (
            {"id_asked": date(2027, 1, 20), "id_given": date(2027, 1, 19)},
            "id_given",
            (
                "ces précisions d’identité ne peuvent pas être données avant d’être demandées, le "
                "20 janvier 2027."
            ),
        ),
        (
            {"extended_on": date(9999, 12, 31)},
            "extended_on",
            "l’année 9999 est hors du calendrier, vérifiez cette date.",
        ),
    ],
)
def test_dates_that_cannot_be_true_are_refused_by_name(dates, field, sentence):
    with pytest.raises(deadlines.DateConflictError) as refusal:
        deadlines.for_controller(date(2027, 1, 11), seat="75", **dates)
    assert (refusal.value.field, str(refusal.value)) == (field, sentence)


@pytest.mark.parametrize("find", [deadlines.for_controller, deadlines.for_authority])
def test_a_year_before_the_calendar_or_a_seat_that_is_none_is_refused(find):
    with pytest.raises(deadlines.DateConflictError):
        find(date(27, 1, 11))
    with pytest.raises(ValueError):
        find(date(2027, 1, 11), seat="99")


def test_the_last_days_of_the_calendar_can_still_be_counted():
    last = date(holidays.LAST_YEAR, 12, 31)
    found = deadlines.for_controller(
        date(holidays.FIRST_YEAR, 1, 1),
        extended_on=date(holidays.FIRST_YEAR, 1, 1),
        id_asked=date(holidays.FIRST_YEAR, 1, 1),
        id_given=last,
    )
    assert found.due > last
