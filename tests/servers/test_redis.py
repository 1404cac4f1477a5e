"""The private Redis works, hands its command's status on, and leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import AuthenticationError

from tests.servers import redis

ROOT = Path(__file__).resolve().parent.parent.parent
ASK = """
import os, sys, redis
print(redis.Redis.from_url(os.environ["REDIS_URL"]).ping(), flush=True)
sys.stdin.read()
sys.exit(7)
"""
installed = pytest.mark.skipif(redis.program() is None, reason="redis-server is not installed")


@pytest.fixture
def asking(tmp_path):
    """A command that asks the server for a sign of life, then waits for the end of its input."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.servers.redis", sys.executable, "-c", ASK],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@installed
def test_the_command_talks_to_a_server_of_its_own_that_leaves_nothing(asking, tmp_path):
    output, _ = asking.communicate()
    assert (output, asking.returncode) == ("True\n", 7)
    assert list(tmp_path.iterdir()) == []


@installed
def test_killed_it_leaves_no_server(asking, tmp_path):
    with asking:
        assert asking.stdout.readline() == "True\n"
        (settings,) = tmp_path.glob("*/settings")
        port = int(settings.read_text().split()[1])
        asking.send_signal(signal.SIGKILL)
        assert nobody_listens(port)


def nobody_listens(port):
    """Whether the port is free within five seconds: the kernel kills the orphan by itself."""
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            return True
        time.sleep(0.05)
    return False


@installed
def test_it_answers_to_its_password_alone_and_keeps_nothing():
    with redis.running() as address, Redis.from_url(address) as client:
        assert client.config_get("save", "appendonly", "maxmemory-policy", "bind") == {
            "save": "",
            "appendonly": "no",
            "maxmemory-policy": "noeviction",
            "bind": "127.0.0.1",
        }
        port = client.connection_pool.connection_kwargs["port"]
        with pytest.raises(AuthenticationError), Redis(port=port) as stranger:
            stranger.ping()


def test_without_the_program_nothing_runs(monkeypatch, capfd):
    monkeypatch.setattr(redis, "program", lambda: None)
    assert redis.main(["echo", "ran"]) == redis.UNAVAILABLE
    assert capfd.readouterr().out == ""
