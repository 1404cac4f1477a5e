"""The parent's side of the press: one child, replaced when it dies, watched by a clock."""

import contextlib
import os
import signal
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from letters import press
from letters.press import client
from tests.letters import cases

PAGE = '<!doctype html><html lang="fr"><head><title>t</title></head><body>{}</body></html>'
GOOD = PAGE.format("<p>Bonjour</p>")
LONG = PAGE.format("<p>Bonjour</p>" + "<!--" + " une longue remarque" * 6_000 + "-->")
ENDLESS = PAGE.format("<table><tr><td colspan=100000>x</td></tr></table>")
TOO_MUCH = "the letter takes too much time or memory to print"
MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True, scope="module")
def _own_children():
    """Starts anew, and leaves no child behind."""
    press.close()
    yield
    press.close()


@pytest.fixture
def _no_longer_than_a_minute():
    """A press that waits for ever fails, rather than the whole run."""

    def too_long(*_):
        pytest.fail("the press waits for a child that never answers")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def child():
    """The pid of the child, started if need be."""
    press.warm()
    return client._press.process.pid


def resident(pid):
    """The memory of a process that lies in RAM, in bytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def refused(html):
    with pytest.raises(press.PressError) as error:
        press.render(html)
    return str(error.value)


def test_a_letter_is_printed_by_the_same_child_as_the_one_before():
    first = child()
    assert press.render(GOOD)[:5] == press.render(LONG)[:5] == b"%PDF-"
    assert child() == first


def test_a_refused_letter_leaves_the_child_alive():
    first = child()
    assert refused(PAGE.format("<p style='colour:red'>x</p>")) == (
        "Ignored `colour:red` at 1:1, unknown property."
    )
    assert press.render(GOOD)[:5] == b"%PDF-"
    assert child() == first


def test_the_child_knows_no_secret(monkeypatch):
    press.close()
    monkeypatch.setenv("SECRET_KEY", "do-not-tell")
    monkeypatch.setenv("VAULT_KEYS", "do-not-tell")
    told = Path(f"/proc/{child()}/environ").read_bytes().split(b"\0")
    names = {entry.partition(b"=")[0] for entry in told if entry}
    # Python itself adds LC_CTYPE where no language is set (PEP 538).
    assert names - {b"PATH", b"HOME", b"XDG_CACHE_HOME", b"LC_CTYPE"} == set()
    press.close()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_child_that_died_idle_is_replaced(how):
    first = child()
    os.kill(first, how)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert press.render(GOOD)[:5] == b"%PDF-"
    assert child() != first


@pytest.mark.usefixtures("_no_longer_than_a_minute")
def test_a_letter_that_takes_too_long_is_given_up_and_the_next_one_printed(monkeypatch):
    first = child()
    with monkeypatch.context() as hurry:
        hurry.setattr(client, "WALL_SECONDS", 1.0)
        assert refused(ENDLESS) == TOO_MUCH
    assert press.render(GOOD)[:5] == b"%PDF-"
    assert child() != first


@pytest.mark.usefixtures("_no_longer_than_a_minute")
def test_a_frozen_child_takes_one_letter_at_most(monkeypatch):
    os.kill(child(), signal.SIGSTOP)
    with monkeypatch.context() as hurry:
        hurry.setattr(client, "WALL_SECONDS", 0.5)
        assert refused(GOOD) == TOO_MUCH
    assert press.render(GOOD)[:5] == b"%PDF-"


@pytest.mark.usefixtures("_no_longer_than_a_minute")
def test_a_frozen_child_cannot_hold_up_a_letter_longer_than_the_pipe(monkeypatch):
    first = child()
    os.kill(first, signal.SIGSTOP)
    monkeypatch.setattr(client, "WALL_SECONDS", 2.5)
    assert press.render(LONG)[:5] == b"%PDF-"
    assert child() != first


def test_a_child_ends_after_its_number_of_letters(monkeypatch):
    press.close()
    monkeypatch.setattr(client, "LETTERS_A_LIFE", 2)
    lives = []
    for _ in range(4):
        lives.append(child())
        press.render(GOOD)
    assert lives == [lives[0], lives[0], lives[2], lives[2]]
    assert lives[0] != lives[2]


def test_closing_ends_the_child_and_may_be_done_twice():
    first = child()
    press.close()
    press.close()
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def test_a_press_that_cannot_start_says_what_to_do(monkeypatch):
    press.close()
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert refused(GOOD) == "the press did not start: run bin/setup"


def test_the_child_outlives_the_thread_that_started_it():
    press.close()
    starter = threading.Thread(target=press.warm)
    starter.start()
    starter.join()
    first = child()
    assert press.render(GOOD)[:5] == b"%PDF-"
    assert child() == first


def test_eight_threads_share_the_press():
    sheets = [cases.letter(key).sheet for key in cases.KEYS]
    alone = [press.render(sheet) for sheet in sheets]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(press.render, sheets * 3))
    assert together == alone * 3


def in_a_fork(act):
    """The exit status of `act` in a forked process: 0 if it returned true."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    status = 1
    with contextlib.suppress(BaseException):
        signal.alarm(20)
        status = 0 if act() else 1
    os._exit(status)


def test_a_forked_process_has_a_child_of_its_own():
    first = child()
    expected = press.render(GOOD)

    def prints_with_another():
        printed = press.render(GOOD)
        other = child()
        press.close()
        return printed == expected and other != first

    assert in_a_fork(prints_with_another) == 0
    assert press.render(GOOD) == expected
    assert child() == first


def test_a_fork_in_the_middle_of_a_letter_waits_for_nobody():
    child()
    with client._press.lock:
        assert in_a_fork(lambda: press.render(GOOD)[:5] == b"%PDF-" and press.close() is None) == 0


def grown(letters):
    """How many bytes a warm child grows by in so many letters."""
    facts = cases.raw("reminder-1")
    people = [cases.with_at(facts, "citizen.birth_name", name) for name in ("Ğözde", "Œ", "Ước")]
    sheets = [cases.letter("reminder-1", person).sheet for person in people]
    before = [press.render(sheet) for sheet in sheets] and resident(child())
    for number in range(letters):
        press.render(sheets[number % 3])
    return resident(child()) - before


def test_300_letters_grow_a_child_by_less_than_16_megabytes():
    press.close()
    assert grown(300) < 16 * MEGABYTE


@pytest.mark.full
def test_5000_letters_grow_a_child_by_4_kilobytes_each_at_most(monkeypatch):
    press.close()
    monkeypatch.setattr(client, "LETTERS_A_LIFE", 10_000)
    assert grown(5_000) <= 5_000 * 4096
