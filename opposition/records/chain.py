"""The chain of all lines: each link is an HMAC over the line and the link before it.

Whoever changes, removes, inserts or swaps a line without INDEX_KEY breaks the chain from there on.
Two things the chain alone cannot show: an end cut off together with the head, hence `known`, the
links that somebody noted elsewhere; and lines deleted past their time, hence `pruned`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from opposition import vault
from opposition.models import Chain, Event, moment
from opposition.records import lines

START = bytes(32)  # the link before the first line
AT_ONCE = 2000  # rows in memory while the chain is verified

Links = Mapping[int, bytes]  # position → link


@dataclass(frozen=True)
class _Link:
    position: int
    link: bytes


class Fault(StrEnum):
    """What is wrong at a position."""

    CHANGED = "changed"  # the line is not the one whose link is there: changed, put in, swapped
    MISSING = "missing"
    ADDED = "added"  # a line after the last one that the head knows
    OTHER = "other"  # the line holds together, but it is not the one that the head, or somebody,
    # knows at this position: the journal was written again


@dataclass(frozen=True)
class Break:
    """The first position at which the journal does not verify."""

    position: int
    fault: Fault


def add(rows: Sequence[Event]) -> None:
    """Saves the rows at the end of the chain, in one transaction of the caller's.

    The head's lock lasts until that transaction ends: positions are those of the commits, without
    hole or double, and `recorded_at`, read under the lock, grows with them.
    """
    head = _locked_head()
    now = moment.now()
    for row in rows:
        head.length += 1
        row.position, row.recorded_at = head.length, now
        row.link = head.link = vault.chained(bytes(head.link), lines.canonical(row))
    Event.objects.bulk_create(rows)
    head.save(update_fields=["length", "link"])


def _locked_head() -> Chain:
    heads = Chain.objects.select_for_update().filter(id=1)
    if head := heads.first():
        return head
    # The very first line: two writers may meet here, and one of them waits for the other.
    Chain.objects.bulk_create([Chain()], ignore_conflicts=True)
    return heads.get()


def head() -> Chain:
    """The last link and the number of lines ever written; nothing is locked."""
    return Chain.objects.filter(id=1).first() or Chain()


def first_break(*, known: Links | None = None, pruned: Links | None = None) -> Break | None:
    """The first position that does not verify; None where all do. Writers may go on meanwhile.

    `known` holds links noted elsewhere at another time: each must still be there. `pruned` holds,
    for each hole left by lines deleted past their time, the link of its last line: the line after
    is verified from there. The function that deletes has to keep it, or the hole is a break.
    """
    before = head()
    marks = {before.length: {bytes(before.link)}}
    for position, link in (known or {}).items():
        marks.setdefault(position, set()).add(link)
    last = _Link(0, START)
    for row in _rows():
        step = _next(row, last, pruned or {})
        if isinstance(step, Break):
            return step
        last = step
        if marks.get(last.position, {last.link}) != {last.link}:
            return Break(last.position, Fault.OTHER)
    if max(marks) > last.position:
        return Break(last.position + 1, Fault.MISSING)
    told = head().length
    return Break(told + 1, Fault.ADDED) if last.position > told else None


def _rows() -> Iterator[Event | None]:
    """The lines in the order of the chain; None for one that cannot even be read."""
    at = -1
    for size in (AT_ONCE, 1):  # then one by one, to find which of them it is
        rows = Event.objects.filter(position__gt=at).order_by("position")
        try:
            for row in rows.iterator(chunk_size=size):
                at = row.position
                yield row
        except ValueError:  # SQLite keeps whatever is put into a column: a date that is none
            continue
        return
    yield None


def _next(row: Event | None, last: _Link, pruned: Links) -> _Link | Break:
    """Where the chain goes on from `last`, or why it does not."""
    if row is None:
        return Break(last.position + 1, Fault.CHANGED)
    before = row.position - 1
    if before > last.position and before in pruned:
        last = _Link(before, pruned[before])
    if before > last.position:
        return Break(last.position + 1, Fault.MISSING)
    if not _holds(row, last.link):
        return Break(row.position, Fault.CHANGED)
    return _Link(row.position, bytes(row.link))


def _holds(row: Event, previous: bytes) -> bool:
    try:
        return bytes(row.link) == vault.chained(previous, lines.canonical(row))
    except (AttributeError, TypeError):  # a column emptied by hand
        return False
