"""The press child alone: its messages, its limits, its end."""

import os
import resource
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from letters.press import child, frames
from letters.press.renderer import RenderingError

ROOT = Path(__file__).parents[3]
PAGE = b'<!doctype html><html lang="fr"><head><title>t</title></head><body>%b</body></html>'
GOOD = PAGE % b"<p>Bonjour</p>"
# Takes minutes to lay out, and then more memory than there is.
ENDLESS = PAGE % b"<table><tr><td colspan=100000>x</td></tr></table>"
HUGE = (
    PAGE % b'<div style="display:grid;grid-template-columns:repeat(100000000,1px)"><p>x</p></div>'
)


class Press:
    """A child of one's own, to speak with through its pipes."""

    def __init__(self, *settings):
        code = "\n".join(["from letters.press import child", *settings, "child.main()"])
        self.process = subprocess.Popen(
            [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.hello = frames.read(self.process.stdout)

    def ask(self, html):
        frames.write(self.process.stdin, html)
        return frames.read(self.process.stdout)

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait(timeout=20)


@pytest.fixture
def press():
    """Starts children and ends them: `press(*settings)`."""
    started = []

    def start(*settings):
        started.append(Press(*settings))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.end()


def test_it_says_ready_prints_refuses_prints_again_and_ends_with_its_pipe(press):
    mine = press()
    assert mine.hello == b"R"
    first = mine.ask(GOOD)
    assert first[:5] == b"P%PDF"
    assert mine.ask(PAGE % b"<img src='file:///etc/passwd' alt='x'>") == (
        b"EFatalURLFetchingError: refused: file:///etc/passwd"
    )
    assert mine.ask(GOOD) == first
    assert mine.end() == 0


def test_a_letter_without_end_is_stopped_by_its_processor_time(press):
    mine = press("child.CPU_SECONDS = 2")
    assert mine.ask(GOOD)[:5] == b"P%PDF"
    assert mine.ask(ENDLESS) is None
    assert mine.end() == -signal.SIGXCPU


def test_a_letter_out_of_all_measure_is_refused_and_the_next_printed(press):
    mine = press("child.MEMORY = 500 * 1024 * 1024")
    assert mine.ask(HUGE) == b"Ethe letter needs too much memory"
    assert mine.ask(GOOD)[:5] == b"P%PDF"


def test_what_others_print_does_not_mix_with_the_answers(press):
    mine = press(
        "from letters.press.renderer import Renderer",
        "plain = Renderer.pdf",
        "Renderer.pdf = lambda self, html: (print('noise', flush=True), plain(self, html))[1]",
    )
    assert mine.ask(GOOD)[:5] == b"P%PDF"


def test_it_ends_when_its_parent_is_killed_even_with_its_pipe_held_open_by_another():
    code = (
        "import os, subprocess, sys, time\n"
        "made = subprocess.Popen([sys.executable, '-m', 'letters.press.child'],"
        " stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        "made.stdout.read(5)\n"
        "other = os.fork()\n"
        "if other: print(made.pid, other, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
    pid, other = map(int, parent.stdout.readline().split())
    watch = os.pidfd_open(pid)
    parent.kill()
    parent.wait()
    assert _ended(watch, within=10)
    os.kill(other, signal.SIGKILL)
    parent.stdout.close()


def _ended(watch, within):
    """Whether the process behind a pidfd ended within so many seconds."""
    try:
        return bool(select.select([watch], [], [], within)[0])
    finally:
        os.close(watch)


class Says:
    """A renderer that raises what it is given."""

    def __init__(self, error):
        self.error = error

    def pdf(self, html):
        raise self.error


@pytest.fixture
def _limits_put_back():
    before = resource.getrlimit(resource.RLIMIT_CPU)
    yield
    resource.setrlimit(resource.RLIMIT_CPU, before)


@pytest.mark.usefixtures("_limits_put_back")
@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (RenderingError("non : é"), "Enon : é"),
        (MemoryError(), "Ethe letter needs too much memory"),
    ],
)
def test_an_error_is_answered(error, answer):
    assert child.answer(Says(error), b"<p>") == answer.encode()


@pytest.mark.usefixtures("_limits_put_back")
def test_each_letter_has_its_own_processor_time():
    used = resource.getrusage(resource.RUSAGE_SELF)
    with pytest.raises(ZeroDivisionError):
        child.answer(Says(ZeroDivisionError()), b"<p>")
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    assert 0 <= soft - int(used.ru_utime + used.ru_stime) - child.CPU_SECONDS <= 1
    assert hard == resource.RLIM_INFINITY
