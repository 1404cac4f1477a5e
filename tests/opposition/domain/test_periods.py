"""Months counted by Regulation 1182/71, and the words that say how."""

from datetime import date

import pytest

from opposition.domain import periods


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 11, 23), 1, date(2026, 12, 23)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 1, 30), 1, date(2028, 2, 29)),
        (date(2027, 8, 31), 1, date(2027, 9, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2099, 11, 30), 3, date(2100, 2, 28)),
    ],
)
def test_a_month_ends_on_the_same_date_or_on_the_last_day(start, months, end):
    assert periods.add_months(start, months) == end


@pytest.mark.parametrize(
    ("end", "seat", "working_day"),
    [
        (date(2027, 3, 26), "75", date(2027, 3, 26)),
        (date(2027, 3, 27), "75", date(2027, 3, 30)),
        (date(2027, 3, 26), "68", date(2027, 3, 30)),
        (date(2026, 12, 25), "75", date(2026, 12, 28)),
        (date(2027, 12, 31), "75", date(2027, 12, 31)),
        (date(2027, 1, 1), "75", date(2027, 1, 4)),
    ],
)
def test_an_end_is_carried_to_the_next_working_day(end, seat, working_day):
    assert periods.roll(end, seat) == working_day


def test_a_plain_month_needs_few_words():
    count = periods.months(date(2026, 11, 23), 1)
    assert count == periods.Count(date(2026, 12, 23), "un mois : le 23 décembre 2026")


def test_a_missing_date_is_said():
    assert periods.months(date(2027, 1, 31), 1).words == (
        "un mois : il n’y a pas de 31 février, donc le 28 février 2027"
    )


def test_days_of_suspension_are_added_and_said():
    count = periods.Count(date(2027, 2, 11), "…")
    assert periods.push(count, date(2027, 1, 20), date(2027, 1, 29)) == periods.Count(
        date(2027, 2, 20), "…, plus 9 jours de suspension : le 20 février 2027"
    )


def test_nothing_ends_while_the_clock_is_stopped():
    sunday = periods.Count(date(2027, 2, 28), "…")
    assert periods.push(sunday, date(2027, 3, 1), date(2027, 3, 5)) == periods.Count(
        date(2027, 3, 5),
        "…, plus 4 jours de suspension : le 4 mars 2027, mais au plus tôt le 5 mars 2027",
    )


def test_an_end_on_a_working_day_says_which():
    assert periods.land(periods.Count(date(2026, 12, 23), "…"), "75") == periods.Count(
        date(2026, 12, 23), "…, un mercredi"
    )


def test_each_closed_day_passed_is_named():
    assert periods.land(periods.Count(date(2028, 4, 14), "…"), "67").words == (
        "… ; le 14 est férié (Vendredi saint en Alsace et en Moselle), le 15 est un samedi, "
        "le 16 est un dimanche, le 17 est férié (lundi de Pâques), donc mardi 18 avril 2028"
    )
