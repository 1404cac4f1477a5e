"""`bin/run`, started on data of its own and ended whatever happens."""

import contextlib
import os
import signal
import subprocess

import pytest

from tests.bin import portals


@pytest.fixture
def var(tmp_path):
    return tmp_path / "var"


@pytest.fixture
def start(var):
    """Starts `bin/run`; whatever a failed test leaves of it is ended."""
    assert (portals.ROOT / ".venv" / "ready").exists(), "d’abord\u202f: bin/setup test"
    started = []

    def start(port=0, **more):
        started.append(
            subprocess.Popen(
                [portals.ROOT / "bin" / "run"],
                env=portals.environment(var, PORT=str(port), **more),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        )
        return started[-1]

    yield start
    for process in started:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
