"""The database's own clock: aware, the present, and moved by nobody's offset."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from opposition import clock
from opposition.models import moment

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_it_is_now_to_within_a_minute():
    told = moment.now()
    assert told.tzinfo is not None
    assert abs(told - clock.now()) < timedelta(minutes=1)


def test_time_goes_on_within_a_transaction():
    first = moment.now()
    assert any(moment.now() > first for _ in range(10_000))


def test_the_host_s_idea_of_the_day_does_not_matter():
    with time_machine.travel(datetime(2040, 1, 1, tzinfo=UTC)):
        told = moment.now()
    assert told.year < 2040
