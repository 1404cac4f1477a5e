"""A private PostgreSQL for one command: `python -m tests.servers.postgres COMMAND…`.

The command finds it in DATABASE_URL. TEST_DATABASE_URL, where set, is taken instead; otherwise
Debian's programs start a throw-away server on a free port of this machine, as uid 65534 where we
are root (PostgreSQL refuses root). No program at all: nothing runs, and the exit status is 69.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

UNAVAILABLE = 69  # EX_UNAVAILABLE of sysexits.h
NOBODY = 65534
PATIENCE = 30  # seconds for the server to answer
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def programs() -> Path | None:
    """The folder of the newest PostgreSQL of Debian, if there is one."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max(
        (file.parent for file in found), key=lambda folder: int(folder.parent.name), default=None
    )


@contextlib.contextmanager
def running(bin_folder: Path) -> Iterator[str]:
    """A server with nothing in it, gone afterwards with its files; gives its address."""
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    home = Path(tempfile.mkdtemp(prefix="opposition-postgres-"))
    if user:
        os.chown(home, NOBODY, NOBODY)
    try:
        _init(bin_folder, home, user)
        with _serving(bin_folder, home, user) as port:
            yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(home)


def _init(bin_folder: Path, home: Path, user: dict) -> None:
    command = [bin_folder / "initdb", "-D", home / "data", "-U", "postgres", "-A", "trust"]
    command += ["-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(command, cwd="/", check=True, stdout=subprocess.DEVNULL, **user)


@contextlib.contextmanager
def _serving(bin_folder: Path, home: Path, user: dict) -> Iterator[int]:
    port = free_port()
    command = ["setpriv", "--pdeathsig", "INT"]  # killed with -9, the parent leaves no orphan
    command += [bin_folder / "postgres", "-D", home / "data", "-k", home, "-p", str(port)]
    for setting in ("listen_addresses=127.0.0.1", *SPEED):
        command += ["-c", setting]
    log = home / "log"
    with (
        log.open("wb") as stderr,
        subprocess.Popen(command, cwd="/", stderr=stderr, **user) as server,
    ):
        try:
            _wait(
                server, [bin_folder / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)], log
            )
            yield port
        finally:
            server.send_signal(signal.SIGINT)  # "fast": clients are cut, nothing is waited for


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def _wait(server: subprocess.Popen, question: list, log: Path) -> None:
    """Return when the server takes connections; RuntimeError with its own words otherwise."""
    for _ in range(PATIENCE * 10):
        if subprocess.run(question, check=False).returncode == 0:
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL ne démarre pas :\n{log.read_text(errors='replace')}")


def main(command: list[str]) -> int:
    """Run the command against a PostgreSQL; its exit status, or `UNAVAILABLE`."""
    if address := os.environ.get("TEST_DATABASE_URL"):
        return _run(command, address)
    bin_folder = programs()
    if bin_folder is None:
        return UNAVAILABLE
    with running(bin_folder) as address:
        return _run(command, address)


def _run(command: list[str], address: str) -> int:
    return subprocess.run(
        command, env={**os.environ, "DATABASE_URL": address}, check=False
    ).returncode


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the files are removed
    sys.exit(main(sys.argv[1:]))
