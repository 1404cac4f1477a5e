"""The time machine lives each date on its way: nothing is told before its day, nor after it."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from opposition import clock
from opposition.models import Demand, Event
from opposition.views import travelling
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db]


@pytest.fixture(autouse=True)
def monday(settings, tmp_path):
    settings.VAR_DIR, settings.SITE_URL = tmp_path, "http://portail.example"
    with time_machine.travel(made.MORNING, tick=False):
        yield


def told(dossier):
    """What the portal did, and on which day."""
    lines = Event.objects.filter(demand__dossier=dossier, kind="notified")
    return sorted({(line.happened_at, line.facts["step"]) for line in lines})


def test_a_week_is_lived_day_by_day():
    dossier = made.confirmed()
    travelling.leave_for(timedelta(weeks=2), dossier)
    assert clock.today() == day("Mon 2026-12-07")
    assert told(dossier) == [(day("Mon 2026-11-30"), "ask_posted")]


def test_the_next_date_is_the_dossiers_own():
    dossier = made.confirmed()
    assert travelling.to_next_date(dossier) is True
    assert clock.today() == day("Mon 2026-11-30")
    assert told(dossier) == [(day("Mon 2026-11-30"), "ask_posted")]


def test_what_was_told_today_waits_for_the_next_morning():
    dossier = made.confirmed(email=made.ADDRESS)
    made.sent(dossier)
    travelling.to_next_date(dossier)  # the fund's question
    made.received(dossier, "fund")  # the person answers at once; the hub's comes on its own day
    travelling.leave_for(timedelta(weeks=1), dossier)
    assert [step for _day, step in told(dossier)] == ["ask_posted", "offer_proof"]
    assert len({on for on, _step in told(dossier)}) == 2


def test_mails_leave_on_their_day():
    dossier = made.confirmed(email=made.ADDRESS)
    travelling.to_next_date(dossier)
    subjects = [one.subject for one in mail.outbox]
    assert subjects == ["Votre suivi\u202f: une question vous attend"]


def test_without_a_date_ahead_nothing_moves():
    made.opened()
    assert travelling.to_next_date(None) is False
    assert clock.moved() is False


def test_every_dossier_is_looked_at_when_none_is_named():
    made.confirmed()
    due = Demand.objects.filter(due_at__isnull=False).earliest("due_at").due_at
    assert travelling.next_date(None) == due
