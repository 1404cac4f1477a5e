"""A mail that could not leave waits longer and longer, and not for ever."""

from datetime import timedelta

import pytest

from opposition.engine import backoff


@pytest.mark.parametrize(
    ("attempt", "minutes"),
    [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (8, 128), (9, 256), (10, 360), (11, 360), (26, 360)],
)
def test_each_failure_doubles_the_wait_up_to_six_hours(attempt, minutes):
    assert backoff.after(attempt) == timedelta(minutes=minutes)


def test_after_five_days_of_waiting_it_is_given_up():
    waits = []
    while (wait := backoff.after(len(waits) + 1)) is not None:
        waits.append(wait)
    assert sum(waits, timedelta()) < timedelta(days=5)
    assert sum(waits, timedelta()) + timedelta(hours=6) >= timedelta(days=5)
    assert len(waits) == 27


@pytest.mark.parametrize("attempt", [0, -1, 28, 29, 32_767])
def test_beyond_there_is_no_wait(attempt):
    assert backoff.after(attempt) is None
