"""`/dossier/agenda.ics`: the next dates, their own names, and nothing of the person."""

import pytest
from icalendar import Calendar

from tests.opposition.followed import told
from tests.opposition.views.dossier.looking import look

pytestmark = pytest.mark.django_db
PATH = "/dossier/agenda.ics"


def events(client, state):
    dossier, _cases, today = told(state)
    response = look(client, dossier, today, PATH)
    return response, Calendar.from_ical(response.content).events


def test_the_days_ahead_are_whole_day_events(client):
    response, found = events(client, "received")
    assert [(f"{one.start:%Y-%m-%d}", str(one["summary"])) for one in found] == [
        ("2026-12-28", "Santé\u202f: ma caisse"),
        ("2026-12-29", "Santé\u202f: ma caisse"),
        ("2026-12-04", "Santé\u202f: le Health Data Hub"),
    ]
    assert response["Content-Disposition"] == 'attachment; filename="prochaines-dates.ics"'
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Type"] == "text/calendar; charset=utf-8"


def test_the_event_asks_and_asserts_nothing(client):
    _response, found = events(client, "received")
    told_ = found[1]["description"]
    assert told_ == (
        "Nous vous demanderons si quelque chose est arrivé. Date calculée d’après ce que vous "
        "avez noté\u202f; le dossier dit comment."
    )


def test_it_names_nobody_and_no_reference(client):
    response, _found = events(client, "received")
    _dossier, cases, _today = told("received")
    text = response.content.decode().replace("\r\n ", "")
    assert [word for word in ("Zoé", "Nguyễn", "Montpellier", "CPAM") if word in text] == []
    assert [case for case in cases.values() if case.demand.reference in text] == []


def test_taken_twice_a_date_replaces_itself(client):
    dossier, _cases, today = told("received")
    first, second = (
        [
            str(one["uid"])
            for one in Calendar.from_ical(look(client, dossier, today, PATH).content).events
        ]
        for _ in range(2)
    )
    assert first == second
    assert len(set(first)) == len(first)


def test_a_dossier_without_dates_gives_an_empty_calendar(client):
    assert events(client, "closed")[1] == []


def test_without_a_dossier_one_is_shown_the_ways_in(client, db):
    response = client.get(PATH)
    assert (response.status_code, response["Location"]) == (303, "/retrouver/")


def test_another_method_is_refused(client):
    assert client.post(PATH).status_code == 405
