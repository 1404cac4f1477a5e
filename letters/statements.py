"""Dated facts a letter may argue with: past its date a sentence is left out; « never » is final."""

import datetime as dt
import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from letters.facts import FactsError

FILE = Path(__file__).resolve().parent / "statements.toml"


class Kind(StrEnum):
    """How long a sentence may be said."""

    PAST = "past"
    TIME_BOUND = "time-bound"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A sentence with its source; `valid_until` is the last day on which a letter may say it."""

    id: str
    kind: Kind
    text: str
    source: str
    date: dt.date
    checked_on: dt.date
    valid_until: dt.date | None = None

    def holds(self, on: dt.date) -> bool:
        """Whether a letter dated `on` may say it."""
        if self.kind is Kind.NEVER or on < self.date:
            return False
        return self.valid_until is None or on <= self.valid_until


def read(file: Path = FILE) -> dict[str, Statement]:
    """The statements of a file by id; a time-bound one without its last day is refused."""
    found: dict[str, Statement] = {}
    for row in tomllib.loads(file.read_text("utf-8"))["statement"]:
        statement = Statement(**{**row, "kind": Kind(row["kind"])})
        if (statement.kind is Kind.TIME_BOUND) != (statement.valid_until is not None):
            raise ValueError(f"{statement.id}: valid_until goes with time-bound, and only with it")
        if statement.id in found:
            raise ValueError(f"{statement.id}: twice")
        found[statement.id] = statement
    return found


@functools.cache
def shipped() -> Mapping[str, Statement]:
    """The statements that come with the release."""
    return read()


def choose(
    wanted: tuple[str, ...] | None,
    offered: Iterable[str],
    on: dt.date,
    known: Mapping[str, Statement] | None = None,
) -> list[Statement]:
    """The sentences of a letter dated `on`: those wanted, else all offered, that still hold.

    An id that is unknown, or never to be printed, is an error (it was chosen by somebody).
    """
    known = shipped() if known is None else known
    for i, name in enumerate(wanted or ()):
        if name not in known:
            raise FactsError(f"statements[{i}]", f"l’énoncé «\u202f{name}\u202f» est inconnu.")
        if known[name].kind is Kind.NEVER:
            raise FactsError(
                f"statements[{i}]", f"l’énoncé «\u202f{name}\u202f» ne doit pas être affirmé."
            )
    names = offered if wanted is None else wanted
    return [known[name] for name in dict.fromkeys(names) if known[name].holds(on)]
