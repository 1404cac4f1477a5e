"""`bin/run` with REDIS_URL: the processes of production, on PostgreSQL and Redis.

Whoever lives holds the end of a pipe: what is read from it to its end says that nobody is left.
"""

import contextlib
import os
import re
import signal
from itertools import count

import psycopg2
import pytest

from tests.bin.portals import address, answer, children, comes, mailboxes, seed
from tests.servers import postgres, redis

pytestmark = pytest.mark.skipif(
    not (postgres.programs() and redis.program()), reason="PostgreSQL or Redis is not installed"
)
NUMBERS = count(1)
NAMES = ["beat", "gunicorn", "letters", "mail", "timeline"]
PORT, PASSWORD = postgres.free_port(), "kept-out-of-logs"


@pytest.fixture(scope="module")
def server():
    with postgres.running(postgres.programs()) as address:
        yield address


@pytest.fixture
def database(server):
    """One of its own for each portal: another's dossiers are sealed with other keys."""
    name = f"portal_{next(NUMBERS)}"
    with contextlib.closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        connection.cursor().execute(f"CREATE DATABASE {name}")
    return server.removesuffix("postgres") + name


@pytest.fixture
def queue():
    """Redis, that a test may stop and start again."""
    with contextlib.ExitStack() as opened:

        def begin():
            return opened.enter_context(redis.running(port=PORT, password=PASSWORD))

        begin.end = opened.close
        yield begin


@pytest.fixture
def services(database, queue):
    return {"DATABASE_URL": database, "REDIS_URL": queue()}


def name(words):
    """gunicorn, beat, or the queue of a worker."""
    if "worker" in words:
        return words[words.index("--queues") + 1]
    return "beat" if words[-1] == "beat" else words[words.index("-m") + 1]


def family(process):
    """Its children by name."""
    return {name(words): pid for pid, words in children(process.pid).items()}


def test_all_start_work_come_back_when_killed_and_end_together(start, var, services):
    seed(var, "zoe@courriel.example", **services)
    process = start(**services)
    site = address(process)
    assert answer(f"{site}healthz") == (200, b"ok")
    alive = family(process)
    assert sorted(alive) == NAMES
    words = [word for line in children(process.pid).values() for word in line]
    assert [word for word in words if PASSWORD in word] == []
    # By the beat that comes with the start.
    assert comes(lambda: mailboxes(var) == ["zoe@courriel.example"])

    for child in ("gunicorn", "mail"):
        os.kill(alive[child], signal.SIGKILL)
    assert comes(lambda: family(process).get("gunicorn") not in {None, alive["gunicorn"]})
    assert answer(site)[0] == 200  # the socket is the parent's: who asks waits, and is answered

    process.send_signal(signal.SIGTERM)
    output, error = process.communicate(timeout=15)
    assert (output, process.returncode) == ("", 0)
    assert sorted(re.sub(r".* processes:\d+ ", "", line) for line in error.splitlines()) == [
        "gunicorn ended (-9): again in 1 s",
        "mail ended (-9): again in 1 s",
    ]


def test_killed_it_leaves_no_orphan(start, services):
    process = start(**services)
    address(process)
    process.kill()
    process.communicate(timeout=30)  # to the end: nobody holds the pipe any more


@pytest.mark.full
def test_a_lost_redis_loses_nothing_and_tells_no_password(start, var, services, queue):
    process = start(**services)
    address(process)
    queue.end()
    seed(var, "zoe@courriel.example", **services)
    queue()
    # By the next beat.
    assert comes(lambda: mailboxes(var) == ["zoe@courriel.example"], patience=150)
    process.terminate()
    _, error = process.communicate(timeout=15)
    assert PASSWORD not in error
