"""The clock tells the civil time of Paris; only a demonstration can be moved."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from opposition import clock

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


@pytest.mark.parametrize(
    ("utc", "civil"),
    [
        (datetime(2026, 11, 23, 22, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 23, 0, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 7, 14, 22, 0, tzinfo=UTC), date(2026, 7, 15)),
    ],
)
def test_the_day_begins_at_midnight_in_paris(utc, civil):
    with time_machine.travel(utc, tick=False):
        assert clock.today() == civil


def test_now_is_aware_and_says_paris():
    with time_machine.travel(NOON, tick=False):
        assert clock.now().isoformat() == "2026-11-23T13:00:00+01:00"


def test_the_time_machine_adds_up():
    with time_machine.travel(NOON, tick=False):
        clock.move(timedelta(days=1))
        clock.move(timedelta(weeks=1))
        assert (clock.today(), clock.moved()) == (date(2026, 12, 1), True)


def test_nobody_has_moved_a_fresh_demonstration():
    assert (clock.offset(), clock.moved()) == (timedelta(0), False)


@pytest.mark.parametrize("by", [timedelta(days=-1), timedelta(days=8000)])
def test_it_goes_neither_back_nor_out_of_the_calendar(by):
    with pytest.raises(clock.ClockError):
        clock.move(by)
    assert clock.offset() == timedelta(0)


def test_production_has_no_time_machine(settings):
    settings.DEMO = False
    with pytest.raises(clock.ClockError):
        clock.move(timedelta(days=1))
    assert clock.moved() is False


def test_production_ignores_a_file_left_by_a_demonstration(settings):
    clock.move(timedelta(days=30))
    settings.DEMO = False
    with time_machine.travel(NOON, tick=False):
        assert clock.today() == date(2026, 11, 23)
