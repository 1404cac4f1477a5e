"""The parent's side of the press: starts the child, keeps the clock, buries the dead."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from letters.press import frames

WALL_SECONDS = 30.0
START_SECONDS = 30.0
LETTERS_A_LIFE = 5_000  # 3 kB grow with each letter: after these a new child starts
ROOT = Path(__file__).resolve().parent.parent.parent


class PressError(RuntimeError):
    """The letter could not be printed; nothing partial was made."""


class _DiedError(Exception):
    """The child closed its pipe."""


@dataclass
class _Press:
    """One child and what it has printed; the lock lets one letter through at a time."""

    process: "subprocess.Popen[bytes] | None" = None
    owner: int = 0
    printed: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def unlock(self) -> None:
        """In a process just forked: the thread that held the lock was not copied."""
        self.lock = threading.Lock()


_press = _Press()
os.register_at_fork(after_in_child=_press.unlock)


def render(html: str) -> bytes:
    """The PDF/UA-1 of a letter's `sheet`; `PressError` when it cannot be printed whole.

    A child that died idle is replaced once; one that dies on a letter takes only that letter.
    """
    with _press.lock:
        child = _ready()
        try:
            reply = _ask(child, html.encode("utf-8"))
        except BrokenPipeError:
            _bury()
            reply = _ask(_ready(), html.encode("utf-8"))
        _press.printed += 1
        if _press.printed >= LETTERS_A_LIFE:
            _bury()
    if reply[:1] != b"P":
        raise PressError(reply[1:].decode("utf-8", "replace"))
    return reply[1:]


def warm() -> None:
    """Starts the child, so that the first letter does not wait for it."""
    with _press.lock:
        _ready()


def close() -> None:
    """Ends the child, if this process has one."""
    with _press.lock:
        _bury()


def _ready() -> "subprocess.Popen[bytes]":
    """The living child of this very process (a fork does not inherit its parent's)."""
    process = _press.process
    if process is not None and _press.owner == os.getpid() and process.poll() is None:
        return process
    _bury()
    _press.process, _press.owner, _press.printed = _start(), os.getpid(), 0
    return _press.process


def _start() -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-m", "letters.press.child"],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "XDG_CACHE_HOME"}},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        process_group=0,  # a Ctrl-C at the terminal is for the parent, which ends this child
    )
    try:
        with _clock(process, START_SECONDS):
            _receive(process)
    except _DiedError:
        _end(process)
        raise PressError("the press did not start: run bin/setup") from None
    return process


def _ask(process: "subprocess.Popen[bytes]", message: bytes) -> bytes:
    try:
        with _clock(process, WALL_SECONDS):
            frames.write(cast("BinaryIO", process.stdin), message)
            return _receive(process)
    except _DiedError:
        _bury()
        raise PressError("the letter takes too much time or memory to print") from None


@contextlib.contextmanager
def _clock(process: "subprocess.Popen[bytes]", seconds: float) -> Iterator[None]:
    """Kills the child when its time is up: nobody then waits for it, to write or to read."""
    timer = threading.Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _receive(process: "subprocess.Popen[bytes]") -> bytes:
    reply = frames.read(cast("BinaryIO", process.stdout))
    if reply is None:
        raise _DiedError
    return reply


def _bury() -> None:
    process, _press.process = _press.process, None
    if process is not None and _press.owner == os.getpid():
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):  # what it had not read yet
                pipe.close()
