"""The supervisor: together they start, none stays dead, and none outlives their parent.

The children hold the end of a pipe: what is read from it to its end says that nobody is left.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from opposition.management import processes

ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-m", "tests.opposition.management.supervised"]
PATIENCE = 30
QUIET = "exec sleep 1000"
DEAF = "trap '' TERM; while :; do sleep 1; done"  # only killed does it end
FAMILY = "sleep 1000 & sleep 1000 & wait"


@pytest.fixture
def supervise():
    """Starts the supervisor over these lines of sh; gives it, and what its children say."""
    with contextlib.ExitStack() as opened:

        def start(*lines):
            reader, writer = os.pipe()
            words = [line.replace("SAY", f">/dev/fd/{writer} echo") for line in lines]
            process = subprocess.Popen(
                [*COMMAND, str(writer), *words],
                cwd=ROOT,
                pass_fds=[writer],
                stderr=subprocess.PIPE,
                text=True,
            )
            os.close(writer)
            opened.enter_context(process)
            opened.callback(process.kill)
            limit = threading.Timer(PATIENCE, process.kill)  # so that nobody reads for ever
            limit.start()
            opened.callback(limit.cancel)
            return process, opened.enter_context(os.fdopen(reader))

        yield start


def end(process, number):
    process.send_signal(number)
    _, error = process.communicate(timeout=10)
    return process.returncode, error


def read(said, lines):
    return sorted(said.readline().strip() for _ in range(lines))


@pytest.mark.parametrize("child", [QUIET, DEAF, FAMILY])
def test_told_to_end_it_ends_everybody(supervise, child):
    process, said = supervise(f"SAY one; {child}", f"SAY two; {QUIET}")
    assert read(said, 3) == ["one", "ready", "two"]
    assert end(process, signal.SIGTERM) == (0, "")
    assert said.read() == ""


def test_killed_it_leaves_no_orphan(supervise):
    process, said = supervise(f"SAY one; {QUIET}", f"SAY two; {QUIET}")
    assert read(said, 3) == ["one", "ready", "two"]
    assert end(process, signal.SIGKILL) == (-signal.SIGKILL, "")
    assert said.read() == ""


def test_a_child_that_dies_is_started_again_alone(supervise):
    process, said = supervise(f"SAY $$; {QUIET}", f"SAY other; {QUIET}")
    first, *others = read(said, 3)
    assert others == ["other", "ready"]
    os.kill(int(first), signal.SIGKILL)
    (second,) = read(said, 1)
    assert int(second) != int(first)
    assert end(process, signal.SIGTERM) == (0, "child 1 ended (-9): again in 1 s\n")
    assert said.read() == ""


def test_what_a_dead_child_leaves_goes_before_it_is_started_again(supervise):
    process, said = supervise(f"SAY 1 $$; sh -c 'SAY 2 $$; sleep 1000' & {QUIET}")
    first, kin, _ready = (line.split()[-1] for line in read(said, 3))
    os.kill(int(first), signal.SIGKILL)
    assert [line.split()[0] for line in read(said, 2)] == ["1", "2"]
    assert not lives(kin)
    assert end(process, signal.SIGTERM)[0] == 0
    assert said.read() == ""


def lives(pid):
    """A dead process that nobody has buried yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_child_that_ends_by_itself_is_started_again_ever_later(supervise):
    process, said = supervise("SAY born; exit 3")
    assert read(said, 4) == ["born", "born", "born", "ready"]
    status, error = end(process, signal.SIGTERM)
    assert status == 0
    assert error.splitlines()[:2] == [
        "child 1 ended (3): again in 1 s",
        "child 1 ended (3): again in 2 s",
    ]


@pytest.mark.parametrize(
    ("deaths", "seconds"), [(1, 1), (2, 2), (3, 4), (5, 16), (6, 30), (7, 30), (100_000, 30)]
)
def test_the_wait_doubles_up_to_half_a_minute(deaths, seconds):
    assert processes._delay(deaths) == seconds


def test_what_cannot_be_started_ends_the_others(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    commands = {"one": ["sh", "-c", "echo >born; sleep 1000"], "two": ["/nowhere/at/all"]}
    with pytest.raises(FileNotFoundError):
        processes.keep(commands, ready=lambda: pytest.fail("nothing is ready"))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
