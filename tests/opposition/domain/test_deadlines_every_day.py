"""Every day of ten years, by both periods and all calendars, against a second calculation."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opposition.domain import deadlines, holidays
from tests.opposition.domain import second_opinion

SEATS = list(second_opinion.SUBDIVISIONS)
DAYS = second_opinion.DAYS


def one_month(received, seat):
    return deadlines.for_controller(received, seat=seat)


def three_months(received, seat):
    return deadlines.for_controller(received, seat=seat, extended_on=received)


def authority(received, seat):
    return deadlines.for_authority(received, seat=seat)


PERIODS = [(one_month, 1), (three_months, 3), (authority, 3)]


def differences(found, months, seat, closed):
    """The days on which the two calculations part, as (received, ours, theirs)."""
    pairs = [(day, found(day, seat).due, second_opinion.due(day, months, closed)) for day in DAYS]
    return [pair for pair in pairs if pair[1] != pair[2]]


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize(("found", "months"), PERIODS)
def test_every_day_of_ten_years_ends_where_the_second_calculation_ends(found, months, seat):
    closed = second_opinion.legal_days(seat)
    assert differences(found, months, seat, closed) == []


@pytest.mark.parametrize(("found", "months"), PERIODS)
def test_a_seat_not_known_ends_where_the_union_of_the_calendars_ends(found, months):
    closed = set().union(*(second_opinion.legal_days(seat) for seat in SEATS))
    assert differences(found, months, None, closed) == []


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize(("found", "months"), PERIODS)
def test_a_seat_not_known_never_makes_a_lateness_earlier(found, months, seat):
    assert [day for day in DAYS if found(day, None).due < found(day, seat).due] == []


def test_the_comparison_sees_one_holiday_too_many():
    closed = second_opinion.legal_days("75") | {date(2027, 3, 26)}
    assert differences(one_month, 1, "75", closed) == [
        (date(2027, 2, 26), date(2027, 3, 26), date(2027, 3, 30))
    ]


def after(day, days):
    return None if days is None else day + timedelta(days)


@st.composite
def stories(draw):
    """Receipt, seat, and the dates that may follow, each in an order that can happen."""
    some_days = st.none() | st.integers(0, 120)
    received = draw(st.sampled_from(DAYS))
    asked = after(received, draw(some_days))
    return received, {
        "seat": draw(st.none() | st.sampled_from(sorted(holidays.SEATS))),
        "extended_on": after(received, draw(some_days)),
        "id_asked": asked,
        "id_given": asked and after(asked, draw(some_days)),
    }


@given(stories())
@settings(max_examples=1000, deadline=None)
def test_whatever_happens_the_due_date_is_a_working_day_that_wrongs_nobody(story):
    received, facts = story
    plain = one_month(received, facts["seat"])
    found = deadlines.for_controller(received, **facts)
    assert found.suspended == (found.due is None) == (found.overdue_from is None)
    if found.suspended:
        assert (facts["id_asked"] <= plain.due, facts["id_given"]) == (True, None)
        return
    assert holidays.closure(found.due, facts["seat"]) is None
    assert found.overdue_from == found.due + timedelta(1)
    assert found.due >= plain.due
    if facts["id_asked"] and facts["id_asked"] <= plain.due:
        assert found.due >= facts["id_given"]
    if found.extended:
        assert found.due >= three_months(received, facts["seat"]).due
