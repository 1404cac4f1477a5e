"""The date that follows a letter: assumed, counted by the law, and without a name."""

from datetime import datetime

import pytest
from icalendar import Calendar

from opposition import clock
from opposition.correspondence.resuming import agenda
from tests.opposition.domain.journal import day
from tests.opposition.told import case, option, silent


def following(letter, today, **told):
    return agenda.following(option(letter, case(silent(**told), today)), day(today))


@pytest.mark.parametrize(
    ("letter", "today", "told", "on"),
    [
        ("reminder-1", "Mon 2026-12-28", {}, "Tue 2027-01-12"),
        (
            "reminder-2",
            "Fri 2027-01-08",
            {"reminders": (day("Thu 2026-12-24"),)},
            "Sat 2027-01-16",
        ),
        # three months, then the first day after a working day
        ("cnil-complaint-silence", "Mon 2027-02-15", {}, "Wed 2027-05-19"),
        ("cnil-complaint-silence", "Mon 2026-12-28", {}, "Wed 2027-03-31"),
    ],
)
def test_the_day_to_look_again(letter, today, told, on):
    found = following(letter, today, **told)
    assert found.on == day(on)
    assert "Date supposée" in found.after


def test_the_cnils_three_months_unfold_until_the_court():
    steps = following("cnil-complaint-silence", "Mon 2027-02-15").steps
    assert steps[0].startswith("Plainte reçue le lundi 15 février 2027")
    assert "15 juillet 2027" in steps[-1]


def test_the_calendar_names_nobody():
    now = datetime(2027, 2, 15, 10, tzinfo=clock.PARIS)
    found = following("cnil-complaint-silence", "Mon 2027-02-15")
    (event,) = Calendar.from_ical(agenda.calendar(found, now)).events
    assert event["summary"] == "Santé\u202f: des nouvelles de la CNIL\u202f?"
    assert event.start == day("Wed 2027-05-19")
    assert event["description"] == found.after
    assert event.alarms.times[0].trigger.hour == 9
