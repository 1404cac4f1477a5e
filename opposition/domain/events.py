"""A line of a demand's journal, as the machine reads it, and which lines still count."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypedDict, cast

from opposition.domain.vocabulary import (
    BODY_WRITES,
    CLOSINGS,
    EVENT_OF,
    AnswerCode,
    Channel,
    Evidence,
    Kind,
    Outcome,
    Party,
    Scope,
    StepKind,
    Track,
    usual_scopes,
)


class Facts(TypedDict, total=False):
    """What a line may add to its kind and date: codes, dates and numbers of lines only."""

    channel: Channel  # SENT, REMINDER_SENT: the way taken
    of: int  # RETURNED: the line of the sending that came back; without it, the current one
    evidence: Evidence  # RECEIVED: what shows the date; without it, estimated
    received_on: date  # a body's reply that says when the letter arrived
    reply: str  # the incoming message that this line was read from, or that it opens
    reasoned: bool  # ID_ASKED, EXTENDED: says its doubt (GDPR 12(6)), its reasons (12(3))
    code: AnswerCode  # ANSWERED, LIMITED, REDIRECTED
    scopes: frozenset[Scope]  # what an answer bears on; for INCOMPLETE, what is still missing
    step: StepKind  # NOTIFIED: the step accomplished
    outcome: Outcome  # CNIL_OUTCOME, as the person reads it
    replaces: int  # CORRECTED: the line struck out


@dataclass(frozen=True)
class Event:
    """One line. `happened_at` is the world's date (a postmark); `ordinal` is the line's number
    in its journal, in the order of recording: unique, never reused, never changed."""

    kind: Kind
    happened_at: date
    ordinal: int
    by: Party
    facts: Facts = field(default_factory=Facts)


def standing_lines(events: Iterable[Event], track: Track) -> list[Event]:
    """The lines that count, in the order of the world: by date, then by number of line.

    A CORRECTED line strikes the earlier line that it `replaces`; the right fact follows as a line
    of its own. Strikes are read from the last line back, so a correction may itself be corrected.
    """
    struck: set[int] = set()
    lines = sorted(events, key=lambda event: event.ordinal, reverse=True)
    for line in lines:
        target = line.facts.get("replaces", line.ordinal)
        if line.kind is Kind.CORRECTED and line.ordinal not in struck and target < line.ordinal:
            struck.add(target)
    kept = (_named(line, track) for line in lines if line.ordinal not in struck)
    return sorted(kept, key=lambda line: (line.happened_at, line.ordinal))


def reopened(lines: Iterable[Event]) -> frozenset[int]:
    """The closings that a later REOPENED undoes: kept as facts, they no longer close."""
    lines = list(lines)
    last = max((line.ordinal for line in lines if line.kind is Kind.REOPENED), default=0)
    return frozenset(
        line.ordinal for line in lines if line.kind in CLOSINGS and line.ordinal < last
    )


def code_of(event: Event) -> AnswerCode:
    """The class of an answer; one that nobody classed is OTHER."""
    if event.kind is Kind.REDIRECTED:
        return AnswerCode.REDIRECT
    return event.facts.get("code", AnswerCode.OTHER)


def scopes_of(event: Event) -> frozenset[Scope]:
    """What an answer bears on; where nobody said, what its class usually bears on."""
    if event.kind is Kind.LIMITED:
        return frozenset({Scope.RESERVED})
    return event.facts.get("scopes") or usual_scopes(code_of(event))


def _named(event: Event, track: Track) -> Event:
    """The line under its one name, so that each notion has one row in the tables."""
    kind = _kind_at_cnil(event) if track is not Track.REQUEST else _kind_at_body(event)
    return replace(event, kind=kind)


def _kind_at_body(event: Event) -> Kind:
    """What a body's writing amounts to, and what the CNIL's shows of a request."""
    if event.kind in {Kind.CNIL_REGISTERED, Kind.CNIL_NEWS}:
        return Kind.FILED
    if event.kind is Kind.ANSWERED and code_of(event) in EVENT_OF:
        event = replace(event, kind=EVENT_OF[code_of(event)])
    if event.kind is Kind.ANSWERED and scopes_of(event) <= {Scope.RESERVED}:
        # Speaks only of what the law reserves (CSP R.1461-9 II 1° and 2°): not of what was asked.
        return Kind.LIMITED
    if event.kind in {Kind.ID_ASKED, Kind.EXTENDED} and not event.facts.get("reasoned", True):
        # Without its doubt (GDPR 12(6)) or its reasons (12(3)) it stops and extends nothing.
        return Kind.ACKNOWLEDGED
    return event.kind


def _kind_at_cnil(event: Event) -> Kind:
    """A letter of the CNIL that nobody called news or a decision only shows that it has ours."""
    return Kind.CNIL_REGISTERED if event.kind in BODY_WRITES else event.kind


_READERS: Mapping[str, Callable[[Any], object]] = {
    "channel": Channel,
    "of": int,
    "evidence": Evidence,
    "received_on": date.fromisoformat,
    "reply": str,
    "reasoned": bool,
    "code": AnswerCode,
    "scopes": lambda names: frozenset(map(Scope, names)),
    "step": StepKind,
    "outcome": Outcome,
    "replaces": int,
}


def read_facts(stored: Mapping[str, Any]) -> Facts:
    """The facts of a journal's row (JSON: texts, numbers, lists) as words of the domain.

    Keys that the machine does not read are left out. Raises ValueError for an unknown word.
    """
    known = {key: read(stored[key]) for key, read in _READERS.items() if key in stored}
    return cast("Facts", known)


def write_facts(facts: Facts) -> dict[str, Any]:
    """The same facts as JSON holds them; `read_facts` gives them back."""
    return {key: _plain(value) for key, value in facts.items()}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value
