"""A small supervisor: processes started together, kept alive, and all ended with this one."""

import contextlib
import ctypes
import logging
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

PAUSE = 0.2  # seconds between two looks at the children
GRACE = 4.0  # seconds left to all of them together once they are told to end
WELL = 60.0  # seconds of life after which a death is forgiven
LONGEST = 30.0  # seconds before a child that keeps dying is started again
PR_SET_PDEATHSIG = 1  # prctl(2)
ENDS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
log = logging.getLogger(__name__)
_libc = ctypes.CDLL(None)


@dataclass
class Child:
    """One command, the process that runs it, and how often in a row that one died young."""

    name: str
    command: Sequence[str]
    descriptors: Sequence[int]
    process: "subprocess.Popen[bytes] | None" = None
    since: float = 0.0
    deaths: int = 0


def keep(
    commands: Mapping[str, Sequence[str]],
    *,
    descriptors: Sequence[int] = (),
    ready: Callable[[], None],
) -> None:
    """Start every command, call `ready`, then start again whatever dies; ends by an exception.

    A child that dies is started again rather than everything ended: the portal heals without
    hands, after 1, 2, 4 … `LONGEST` seconds. `descriptors` are handed to the children.
    """
    children = [Child(name, command, descriptors) for name, command in commands.items()]
    try:
        for child in children:
            _start(child)
        ready()
        while True:
            time.sleep(PAUSE)
            for child in children:
                _look_after(child)
    finally:
        _end(children)


def _start(child: Child) -> None:
    parent = os.getpid()
    # A handler that raises within a hook of fork is ignored: the order to end would be lost.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)

    def die_with_the_parent() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if os.getppid() != parent:  # it died in between
            os._exit(0)

    try:
        _spawn(child, die_with_the_parent)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _spawn(child: Child, die_with_the_parent: Callable[[], None]) -> None:
    child.since = time.monotonic()
    child.process = subprocess.Popen(  # noqa: S603 - the portal's own commands
        child.command,
        cwd=settings.BASE_DIR,
        pass_fds=child.descriptors,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # banners; what matters is logged on stderr
        start_new_session=True,  # Ctrl-C is for the parent, which ends them in order
        preexec_fn=die_with_the_parent,  # noqa: PLW1509 - this process has no other thread
    )


def _look_after(child: Child) -> None:
    if child.process is None:
        if time.monotonic() - child.since >= _delay(child.deaths):
            _start(child)
    elif (status := child.process.poll()) is not None:
        young = time.monotonic() - child.since < WELL
        child.deaths = child.deaths + 1 if young else 1
        _sweep(child.process)
        child.process, child.since = None, time.monotonic()
        log.warning("%s ended (%d): again in %d s", child.name, status, _delay(child.deaths))


def _delay(deaths: int) -> float:
    """Seconds before a child that died `deaths` times in a row is started again."""
    return min(2.0 ** min(deaths - 1, 9), LONGEST)


def _sweep(process: "subprocess.Popen[bytes]") -> None:
    """Kill what a process leaves in its group: workers whose master was killed."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _end(children: Sequence[Child]) -> None:
    """Ask all to end, wait `GRACE` seconds in all, then kill."""
    running = [child.process for child in children if child.process is not None]
    for process in running:
        process.terminate()
    until = time.monotonic() + GRACE
    for process in running:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, until - time.monotonic()))
    for process in running:
        _sweep(process)
        process.wait()
