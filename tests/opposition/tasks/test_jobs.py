"""What the queues carry: ids alone; a pass of the clock, a delivery, a sweep, each repeatable."""

import pytest
import time_machine
from celery import current_app
from django.core import mail

from opposition import tasks
from opposition.engine import ticking
from opposition.models import Dispatch, Dossier
from opposition.tasks import jobs
from tests.opposition.engine import followed

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db]
POSTED = "Thu 2026-11-26 06:00"  # the day on which a request of followed.py is asked about


@pytest.fixture(autouse=True)
def that_day(settings):
    settings.SITE_URL = "https://portail.example"
    with time_machine.travel(followed.at(POSTED), tick=True):
        yield


@pytest.fixture
def handed():
    """Takes the messages out of the mail queue: their headers, and their arguments."""
    with current_app.connection_for_read() as connection:
        channel = connection.default_channel
        current_app.amqp.queues["mail"].bind(channel).declare()
        channel.queue_purge("mail")

        def take():
            while message := channel.basic_get("mail", no_ack=True):
                yield message.headers, message.payload[0]

        yield lambda: list(take())


def test_a_tick_does_what_is_due_and_hands_an_id_and_nothing_else_over(handed):
    request = followed.request()
    tasks.tick()
    assert followed.steps(request) == ["2026-11-26 ask_posted"]
    (headers, arguments), *others = handed()
    assert arguments == [str(Dispatch.objects.get().id)]
    assert (headers["task"], headers["argsrepr"], headers["kwargsrepr"]) == (
        "mail.deliver",
        "-",
        "{}",
    )
    assert others == []


def test_a_tick_that_is_repeated_changes_nothing_and_hands_over_what_still_waits(handed):
    request = followed.request()
    for _ in range(2):
        tasks.tick()
    assert followed.steps(request) == ["2026-11-26 ask_posted"]
    assert [arguments for _, arguments in handed()] == [[str(Dispatch.objects.get().id)]] * 2


@pytest.mark.parametrize(("seconds", "done"), [(40.0, 3), (0.0, 1)])
def test_a_tick_goes_on_while_more_is_due_and_stops_in_time(monkeypatch, handed, seconds, done):
    monkeypatch.setattr(ticking, "ROWS", 1)
    monkeypatch.setattr(jobs, "SECONDS", seconds)
    requests = [followed.request(email=f"{name}@courriel.example") for name in "abc"]
    tasks.tick()
    assert sum(len(followed.steps(request)) for request in requests) == done
    assert len(handed()) == done


def test_a_message_that_comes_twice_sends_one_mail(handed):
    followed.request()
    tasks.tick()
    ((_, arguments),) = handed()
    for _ in range(2):
        tasks.deliver(*arguments)
    assert [message.to for message in mail.outbox] == [[followed.EMAIL]]


def test_a_message_about_what_was_erased_is_harmless():
    tasks.deliver("00000000-0000-4000-8000-000000000000")
    assert mail.outbox == []


def test_a_sweep_removes_what_nobody_confirmed():
    kept = followed.dossier(opened="Wed 2026-11-25 12:00", confirmed=False)
    followed.dossier(opened="Mon 2026-11-23 12:00", confirmed=False)
    tasks.sweep()
    assert [row.id for row in Dossier.objects.all()] == [kept.id]
