"""The engine in the process that serves the pages: a thread for the time, a Celery worker."""

import logging
import threading
from dataclasses import dataclass
from time import monotonic, sleep

from celery import Task, current_app
from celery.worker import WorkController, state
from django.db import connections

from opposition.tasks.jobs import sweep, tick
from opposition.tasks.waking import bell

BEAT = 60.0  # seconds between two ticks
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Hands:
    """The two threads. Both are daemons: none keeps the process from ending."""

    clock: threading.Thread
    worker: threading.Thread
    ended: threading.Event


def start() -> Hands:
    """Tick at once, then every minute and whenever the bell rings; deliver what ticks hand out."""
    bell.clear()
    state.should_stop = None
    ended = threading.Event()
    clock = threading.Thread(target=_keep_time, args=(ended,), name="clock", daemon=True)
    worker = threading.Thread(target=_worker().start, name="worker", daemon=True)
    clock.start()
    worker.start()
    return Hands(clock, worker, ended)


def end(hands: Hands) -> None:
    """Ask both to stop after what they are doing; returns at once."""
    hands.ended.set()
    bell.set()
    state.should_stop = 0


def join(hands: Hands, patience: float) -> None:
    """Wait, `patience` seconds at most, for what they are in the middle of.

    What they leave undone is taken again one day; a worker that only waits is not waited for.
    """
    until = monotonic() + patience
    while monotonic() < until and (hands.clock.is_alive() or state.active_requests):
        sleep(0.05)


def _worker() -> WorkController:
    """Without signal handlers, which only the main thread may have, and without neighbours."""
    return WorkController(
        app=current_app._get_current_object(),
        pool="solo",
        queues=["mail", "letters"],
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )


def _keep_time(ended: threading.Event) -> None:
    while not ended.is_set():
        for job in (tick, sweep):
            _attempt(job)
        bell.wait(BEAT)
        bell.clear()


def _attempt(job: Task) -> None:
    """Call it here and now; what it raises is logged, and the time goes on."""
    try:
        job()
    except Exception:
        log.exception("%s failed", job.name)
    finally:
        connections.close_all()
