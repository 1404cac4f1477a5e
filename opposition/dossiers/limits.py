"""How many mails somebody may have sent to a mailbox that has confirmed nothing (T2).

An address is counted as a bucket: case, dots and +tags make no other one. What counts is what the
outbox holds, in civil time; nothing else is kept of who asked.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from opposition.models import Dispatch, Dossier
from opposition.models.mail import DispatchQuerySet, Occasion, Status

CONFIRMATIONS = ((timedelta(minutes=10), 1), (timedelta(hours=24), 3))  # at most, within
LINKS = ((timedelta(hours=24), 3),)  # rule 3
MOVES = ((timedelta(hours=24), 5),)  # own choice: new addresses tried by one dossier
LONGEST = timedelta(hours=24)

Limits = Sequence[tuple[timedelta, int]]


def may_confirm(index: bytes, now: datetime) -> bool:
    """Whether one more mail that asks for a confirmation may go to the address of this index.

    Exact under concurrency where the caller holds the journal's head (records writes before).
    """
    asked = Dispatch.objects.filter(occasion=Occasion.CONFIRM, dossier__email_index=index)
    moved = Dispatch.objects.filter(cause__startswith=email_cause(index))
    return _within(CONFIRMATIONS, [*_since(asked, now), *_since(moved, now)], now)


def may_link(dossier: Dossier, now: datetime) -> bool:
    """Whether one more link may be mailed on demand to the dossier's own address."""
    sent = Dispatch.objects.filter(dossier=dossier, occasion=Occasion.LINK)
    return _within(LINKS, _since(sent, now), now)


def may_move(dossier: Dossier, index: bytes, now: datetime) -> bool:
    """Whether the dossier may have the address of this index asked, as its new one."""
    sent = Dispatch.objects.filter(dossier=dossier, occasion=Occasion.EMAIL)
    return _within(MOVES, _since(sent, now), now) and may_confirm(index, now)


def email_cause(index: bytes) -> str:
    """What the causes of all mails to a new address of this index begin with."""
    return f"email:{index.hex()}:"


def _since(rows: DispatchQuerySet, now: datetime) -> list[datetime]:
    """What never left does not count."""
    recent = rows.exclude(status=Status.DROPPED).filter(not_before__gt=now - LONGEST)
    return list(recent.values_list("not_before", flat=True))


def _within(limits: Limits, moments: Sequence[datetime], now: datetime) -> bool:
    return all(sum(one > now - span for one in moments) < most for span, most in limits)
