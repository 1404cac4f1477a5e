"""Assumed dates: the earliest that can be true, at the seat of each body."""

from datetime import date

import pytest

from opposition.correspondence import dates
from opposition.correspondence.requests import Request
from opposition.models import Addressee
from tests.opposition.typed import directory


def request(name="fund", seat=""):
    body = directory()["sure"]
    body.seat = seat
    return Request(name=name, body=body, letter=None, short="", reference="7K3M-Q4XD")


@pytest.mark.parametrize(
    ("sent", "seat", "look"),
    [
        (date(2026, 11, 23), "75", date(2026, 12, 24)),  # Monday; due on Wednesday 23
        (date(2026, 11, 26), "75", date(2026, 12, 29)),  # due on Saturday 26, hence Monday 28
        (date(2028, 11, 26), "75", date(2028, 12, 27)),  # due on Tuesday 26 December
        (date(2028, 11, 26), "67", date(2028, 12, 28)),  # a holiday in Strasbourg
        (date(2028, 11, 26), "", date(2028, 12, 28)),  # seat unknown: never too early
        (date(2027, 1, 31), "75", date(2027, 3, 2)),  # due on Sunday 28 February, hence 1 March
    ],
)
def test_one_looks_for_an_answer_on_the_day_after_the_due_date(sent, seat, look):
    [expected] = dates.expected([request(seat=seat)], sent)
    assert expected.look_on == look
    assert expected.deadline.received == sent


def test_each_body_has_its_own_date():
    both = dates.expected([request("fund", "67"), request("hdh", "75")], date(2028, 11, 26))
    assert [(one.name, one.look_words) for one in both] == [
        ("fund", "28 décembre 2028"),
        ("hdh", "27 décembre 2028"),
    ]


def test_a_date_of_receipt_should_be_known_ten_days_later():
    assert dates.note_on(date(2026, 12, 25)) == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("seat", "counted"), [("75", "75"), ("2A", "2A"), ("", None), ("977", None), ("988", None)]
)
def test_a_seat_outside_the_calendar_is_one_that_nobody_knows(seat, counted):
    """The directory has such a one: the agricultural fund of Saint-Barthélemy."""
    assert dates.seat_of(Addressee(seat=seat)) == counted
