"""The days ahead as a calendar, of which nobody learns anything."""

import pytest
from icalendar import Calendar

from opposition.dossiers import changing
from opposition.dossiers.exporting import agenda
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import DUE, LATE, RECEIVED, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def days(dossier, on):
    """The events of the calendar made on that day: date and title."""
    now = made.at(on)
    made_of = agenda.calendar(list(made.cases(dossier, now.date()).values()), now)
    return [
        (event.decoded("dtstart"), str(event["summary"]))
        for event in Calendar.from_ical(made_of).walk("VEVENT")
    ]


@pytest.fixture
def dossier():
    return made.confirmed()


def test_a_letter_that_waits_asks_whether_it_left(dossier):
    asked = made.day("Mon 2026-11-30")
    assert days(dossier, "Tue 2026-11-24")[:2] == [
        (asked, "Santé : réponse de ma caisse ?"),
        (asked, "Santé : réponse du Health Data Hub ?"),
    ]


def test_the_day_after_a_deadline_is_noted_once(dossier):
    made.received(dossier)
    changing.stop(dossier, today=RECEIVED, only=made.cases(dossier)["fund"].demand)
    found = days(dossier, "Thu 2026-11-26")
    assert (LATE, "Santé : réponse du Health Data Hub ?") in found
    assert [day for day, _ in found].count(LATE) == 1


def test_what_is_past_or_closed_is_not_ahead(dossier):
    made.received(dossier)
    changing.stop(dossier, today=DUE)
    assert days(dossier, "Wed 2026-12-30") == []


def test_it_says_nothing_of_the_person(dossier):
    made.received(dossier)
    now = made.at("Thu 2026-11-26")
    text = agenda.calendar(list(made.cases(dossier, SENT).values()), now).decode()
    assert [word for word in ("Zoé", "Aubign", "Montpellier") if word in text] == []
