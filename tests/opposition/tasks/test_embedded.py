"""The demonstration's two threads: what is due is done, told, and no failure stops the time.

On PostgreSQL: the SQLite of the tests lies in memory, where a second writer is refused instead of
waiting. `tests/bin/test_run.py` shows the same threads on a file.
"""

import contextlib
import logging
from time import monotonic, sleep

import pytest
import time_machine
from django.core import mail

from opposition import tasks
from opposition.tasks import embedded
from tests.opposition.engine import followed

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db, pytest.mark.postgres]
POSTED = "Thu 2026-11-26 06:00"
PATIENCE = 30  # seconds, well below a beat: what comes later came by the beat


@pytest.fixture(autouse=True)
def that_day(settings, tmp_path):
    settings.SITE_URL = "https://portail.example"
    settings.VAR_DIR = tmp_path
    with time_machine.travel(followed.at(POSTED), tick=True):
        yield


@contextlib.contextmanager
def hands_at_work():
    hands = embedded.start()
    try:
        yield hands
    finally:
        embedded.end(hands)
        embedded.join(hands, 10)
        hands.worker.join(10)  # or it would take what the next test hands over


def comes(what):
    """Whether this comes true while the threads are at work."""
    until = monotonic() + PATIENCE
    while not what() and monotonic() < until:
        sleep(0.05)
    return what()


def mails(number):
    return lambda: len(mail.outbox) == number


def test_what_is_due_is_done_at_once_and_again_when_the_bell_rings():
    first = followed.request()
    with hands_at_work():
        assert comes(mails(1))
        second = followed.request(email="jean@courriel.example")
        tasks.wake()
        assert comes(mails(2))
    assert [message.to for message in mail.outbox] == [[followed.EMAIL], ["jean@courriel.example"]]
    assert followed.steps(first) == followed.steps(second) == ["2026-11-26 ask_posted"]


def test_told_to_end_they_end_at_once_and_can_be_started_again():
    for number in (1, 2):
        with hands_at_work() as hands:
            followed.request(email=f"{number}@courriel.example")
            tasks.wake()
            assert comes(mails(number))
            start = monotonic()
            embedded.end(hands)
            embedded.join(hands, 10)
            assert monotonic() - start < 3
        assert not hands.clock.is_alive()


def test_a_tick_that_fails_is_told_and_the_time_goes_on(tmp_path, caplog):
    followed.request()
    (tmp_path / "clock").write_text("not a number of seconds")  # the demonstration's own clock
    with caplog.at_level(logging.ERROR), hands_at_work():
        assert comes(lambda: len(caplog.records) == 2)
        (tmp_path / "clock").unlink()
        tasks.wake()
        assert comes(mails(1))
    assert [(record.getMessage(), record.exc_info[0]) for record in caplog.records] == [
        ("timeline.tick failed", ValueError),
        ("timeline.sweep failed", ValueError),
    ]
