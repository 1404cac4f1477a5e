"""Who may send a row of the outbox: two commits, each a compare-and-set (design §4.3).

`claimed`, then `transmitting`, each for the length of a lease by the database's clock. The number
of the attempt fences: a worker that slept past its lease finds another number, and sends nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from opposition.engine import backoff
from opposition.models import Dispatch, moment
from opposition.models.mail import Status

LEASE = timedelta(seconds=120)  # more than a mail server is given to answer, and to be composed
BATCH = 500
GIVEN_UP = "given up"
LAPSED = "lease lapsed"
CODE = 40  # characters that a row keeps of an error


@dataclass(frozen=True)
class Claim:
    """One worker's right to one attempt at one row."""

    dispatch: UUID
    attempt: int


def waiting(now: datetime) -> list[UUID]:
    """The rows that may be claimed at `now`, the oldest first, `BATCH` at most.

    What a worker left in mid-air is settled first: a notice may be repeated, it is due again; a
    letter may not, whether it left is unknown until somebody has looked.
    """
    at = moment.now()
    _settle(at)
    rows = Dispatch.objects.waiting(now, at).values_list("id", flat=True)
    return list(rows[:BATCH])


def _settle(at: datetime) -> None:
    lapsed = Dispatch.objects.filter(status=Status.TRANSMITTING, leased_until__lt=at)
    lapsed.filter(letter__isnull=False).update(
        status=Status.UNKNOWN, leased_until=None, error=LAPSED
    )
    lapsed.filter(letter__isnull=True).update(status=Status.DUE, leased_until=None, error=LAPSED)


def claim(dispatch_id: UUID, now: datetime) -> Claim | None:
    """The first commit; None where there is nothing to do, or another worker is doing it.

    A row tried for five days is not claimed any more: it has failed, and says so.
    """
    with transaction.atomic(durable=True):
        at = moment.now()
        row = Dispatch.objects.waiting(now, at).filter(id=dispatch_id).first()
        if row is None:
            return None
        same = Dispatch.objects.filter(id=row.id, status=row.status, attempt=row.attempt)
        if row.attempt and backoff.after(row.attempt) is None:
            same.update(status=Status.FAILED, leased_until=None, error=GIVEN_UP)
            return None
        taken = Claim(row.id, row.attempt + 1)
        won = same.update(
            status=Status.CLAIMED, attempt=taken.attempt, leased_until=at + LEASE, error=""
        )
        return taken if won else None


def transmit(claim: Claim) -> bool:
    """The second commit, just before the mail server is spoken to; False where the claim lapsed."""
    until = moment.now() + LEASE
    return _leave(claim, Status.CLAIMED, status=Status.TRANSMITTING, leased_until=until)


def sent(claim: Claim, now: datetime) -> bool:
    """The server took it, at the civil moment `now`.

    Learnt after the lease it is true all the same, as long as nobody has claimed the row since.
    """
    held = (Status.TRANSMITTING, Status.DUE, Status.UNKNOWN)
    return _leave(claim, *held, status=Status.SENT, leased_until=None, sent_at=now, error="")


def drop(claim: Claim) -> bool:
    """There is nobody to send it to any more, or nothing left to say."""
    return _leave(claim, Status.CLAIMED, status=Status.DROPPED, leased_until=None)


def fail(claim: Claim, code: str) -> bool:
    """It will never leave."""
    return _leave(claim, *_HELD, status=Status.FAILED, leased_until=None, error=_short(code))


def postpone(claim: Claim, now: datetime, code: str) -> bool:
    """Due again after a while, or failed when it has been tried for long enough."""
    wait = backoff.after(claim.attempt)
    if wait is None:
        return fail(claim, code)
    again = {"status": Status.DUE, "not_before": now + wait}
    return _leave(claim, *_HELD, **again, leased_until=None, error=_short(code))


def _short(code: str) -> str:
    return code[:CODE]


_HELD = (Status.CLAIMED, Status.TRANSMITTING)


def _leave(claim: Claim, *held: Status, **fields: object) -> bool:
    """Compare-and-set: only from these states, and only by whoever has this attempt."""
    mine = Dispatch.objects.filter(id=claim.dispatch, attempt=claim.attempt, status__in=held)
    return bool(mine.update(**fields))
