"""The journal's only writer: adds lines, chains them, keeps the caches equal to them.

`record` writes and refreshes in one transaction; `cases` reads a dossier as the machine and the
plan understand it; `outbox` holds what is to leave. Nobody else writes an event, ever.
"""

from opposition.records import outbox
from opposition.records.caches import Difference, refresh
from opposition.records.chain import Break, Fault, first_break, head
from opposition.records.lines import Entry, Line, private
from opposition.records.locking import StaleError, lock
from opposition.records.reading import Case, cases
from opposition.records.rebuilding import rebuild
from opposition.records.writing import record, record_all

__all__ = [
    "Break",
    "Case",
    "Difference",
    "Entry",
    "Fault",
    "Line",
    "StaleError",
    "cases",
    "first_break",
    "head",
    "lock",
    "outbox",
    "private",
    "rebuild",
    "record",
    "record_all",
    "refresh",
]
