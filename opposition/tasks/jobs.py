"""What the queues carry: one pass of the clock, one delivery, one sweep."""

from time import monotonic
from uuid import UUID

from celery import shared_task

from opposition import clock, engine, retention

SECONDS = 40.0  # of one tick; a task that takes 60 would be interrupted in the middle of a step
HIDDEN = "-"  # what a message and Celery's own records show of its arguments


@shared_task(name="timeline.tick")  # type: ignore[untyped-decorator]
def tick() -> None:
    """Pass over what is due, and hand what is to leave to the mail queue.

    Goes on while more is due, for `SECONDS` at most: the next beat finds what is left.
    """
    end = monotonic() + SECONDS
    handed: set[UUID] = set()
    while _pass(handed) and monotonic() < end:
        pass


def _pass(handed: set[UUID]) -> bool:
    """Whether more is due. What waits is handed over once in a tick: it waits until it is taken."""
    now = clock.now()
    more = engine.tick(now).more
    for dispatch in engine.waiting(now):
        if dispatch not in handed:
            handed.add(dispatch)
            deliver.apply_async((str(dispatch),), argsrepr=HIDDEN)
    return more


@shared_task(name="mail.deliver")  # type: ignore[untyped-decorator]
def deliver(dispatch: str) -> None:
    """Deliver one row of the outbox, by its id; one that another worker has is left alone."""
    engine.deliver(UUID(dispatch), clock.now())


@shared_task(name="timeline.sweep")  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Shred what the law or its owner no longer lets us keep (rule 19)."""
    retention.sweep(clock.now())
