"""A private Redis for one command: `python -m tests.servers.redis COMMAND…`.

The command finds it in REDIS_URL, behind a password, on a free port of this machine; nothing is
kept on disk. No program: nothing runs, and the exit status is 69.
"""

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from tests.servers.postgres import PATIENCE, UNAVAILABLE, free_port

SETTINGS = """
port {port}
bind 127.0.0.1
requirepass {password}
save ""
appendonly no
maxmemory-policy noeviction
"""


def program() -> str | None:
    """Debian's Redis, if it is there."""
    return shutil.which("redis-server")


@contextlib.contextmanager
def running(*, port: int = 0, password: str = "") -> Iterator[str]:
    """A server with nothing in it, gone afterwards; gives its address, password included.

    Asked for the same `port` and `password`, a second one stands where the first was lost.
    """
    port, password = port or free_port(), password or secrets.token_hex(8)
    address = f"redis://:{password}@127.0.0.1:{port}/0"
    with tempfile.TemporaryDirectory(prefix="opposition-redis-") as folder:
        home = Path(folder)
        (home / "settings").write_text(SETTINGS.format(port=port, password=password))
        # Killed with -9, the parent leaves no orphan.
        command = ["setpriv", "--pdeathsig", "KILL", program(), home / "settings"]
        with (
            (home / "log").open("wb") as log,
            subprocess.Popen(command, cwd=home, stdout=log) as server,
        ):
            try:
                _wait(server, address, home / "log")
                yield address
            finally:
                server.kill()


def _wait(server: subprocess.Popen, address: str, log: Path) -> None:
    """Return when the server answers; RuntimeError with its own words otherwise."""
    with Redis.from_url(address) as client:
        for _ in range(PATIENCE * 10):
            with contextlib.suppress(RedisError):
                client.ping()
                return
            if server.poll() is not None:
                break
            time.sleep(0.1)
    raise RuntimeError(f"Redis ne démarre pas :\n{log.read_text(errors='replace')}")


def main(command: list[str]) -> int:
    """Run the command against a Redis; its exit status, or `UNAVAILABLE`."""
    if program() is None:
        return UNAVAILABLE
    with running() as address:
        return subprocess.run(
            command, env={**os.environ, "REDIS_URL": address}, check=False
        ).returncode


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is ended
    sys.exit(main(sys.argv[1:]))
