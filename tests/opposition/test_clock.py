"""The clock tells the civil time of Paris, whatever the machine's zone."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from opposition import clock


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
    with time_machine.travel(datetime(2026, 11, 23, 12, 0, tzinfo=UTC), tick=False):
        assert clock.now().isoformat() == "2026-11-23T13:00:00+01:00"
