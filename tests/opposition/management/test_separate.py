"""The processes of production, by their command lines; `tests/bin` shows them at work."""

import socket
import sys

import pytest
from django.core.management import CommandError

from opposition.management import separate
from portal import celery


def test_each_queue_has_its_worker_and_beat_and_pages_their_process():
    commands = separate.commands(7)
    assert list(commands) == ["gunicorn", *celery.QUEUES, "beat"]
    assert {words[0] for words in commands.values()} == {sys.executable}
    told = {name: " ".join(words[words.index("-m") + 1 :]) for name, words in commands.items()}
    assert told["gunicorn"] == (
        "gunicorn --config python:portal.gunicorn --bind fd://7 portal.wsgi"
    )
    assert told["mail"] == (
        "celery --app portal worker --queues mail --hostname mail@%h --concurrency 1 "
        "--without-gossip --without-mingle --without-heartbeat"
    )
    assert told["beat"] == "celery --app portal beat"


def test_no_command_line_holds_an_address(settings):
    settings.REDIS_URL = "redis://:password@127.0.0.1:6379/0"
    words = [word for command in separate.commands(7).values() for word in command]
    assert [word for word in words if "password" in word] == []


def test_pages_that_never_come_are_said_and_end_everything(monkeypatch):
    monkeypatch.setattr(separate, "PATIENCE", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(CommandError) as error:
        separate._await(listener.getsockname()[1])
    assert str(error.value) == "Le portail ne répond pas\u202f: timed out."
