"""`wake()` asks for a tick, and a page never waits for a broker that does not answer."""

import contextlib
import logging
import socket
from time import monotonic

import pytest
from redis import Redis

from opposition import tasks
from opposition.tasks import waking
from tests.servers import redis

TOLD = "no broker to wake the engine up (OperationalError): the next beat will"


@contextlib.contextmanager
def silent():
    """A server that takes the connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@contextlib.contextmanager
def overrun():
    """A server that does not even take it: its queue is full."""
    with contextlib.ExitStack() as opened:
        listener = opened.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):
            caller = opened.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


@contextlib.contextmanager
def absent():
    """Nobody there."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    yield port


@pytest.mark.parametrize("broker", [absent, silent, overrun])
def test_without_its_broker_it_returns_at_once_and_names_no_address(settings, caplog, broker):
    with broker() as port, caplog.at_level(logging.WARNING):
        settings.REDIS_URL = f"redis://:password@127.0.0.1:{port}/0"
        start = monotonic()
        tasks.wake()
        seconds = monotonic() - start
    assert seconds < 1.5  # half a second of patience, and a busy machine
    assert [record.getMessage() for record in caplog.records] == [TOLD]


@pytest.mark.skipif(redis.program() is None, reason="redis-server is not installed")
def test_with_its_broker_it_puts_one_tick_in_the_queue_of_the_clock(settings):
    with redis.running() as address, Redis.from_url(address) as client:
        settings.REDIS_URL = address
        tasks.wake()
        assert client.llen("timeline") == 1


def test_a_broker_that_takes_no_more_stops_no_page(settings, caplog):
    with redis.running() as address, Redis.from_url(address) as client:
        client.config_set("maxmemory", 1)
        settings.REDIS_URL = address
        tasks.wake()
    assert [record.getMessage() for record in caplog.records] == [TOLD]


def test_without_a_broker_the_bell_rings(settings):
    settings.REDIS_URL = ""
    waking.bell.clear()
    tasks.wake()
    assert waking.bell.is_set()
    waking.bell.clear()
