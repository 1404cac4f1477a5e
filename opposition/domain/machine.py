"""The procedure as two tables: what moves a demand from state to state, and whose turn it is.

A demand is never « set » to a state: its state is what its journal amounts to. `fold` reads the
lines in the order of the world and walks the table. A line that the table does not know in the
state reached is kept as a fact and moves nothing: a journal is never in error, people are late,
letters cross. Dates are not judged here (what is late, extended, proposed): see `plan`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from opposition.domain import learning
from opposition.domain.events import Event, reopened, standing_lines
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import (
    ABOUT_LINES,
    ONLY_THE_PERSON,
    PURE_FACTS,
    Evidence,
    Kind,
    Party,
    State,
    Track,
)

Rules = Mapping[State, Mapping[Kind, State]]

# The person may stop at any time, and so may the portal when nobody acts any more (rules 11, 19).
_THE_END: Mapping[Kind, State] = {
    Kind.WITHDRAWN: State.CLOSED,
    Kind.CLOSED: State.CLOSED,
}

# Whoever writes back has received the letter, on that day at the latest.
_THE_BODY_WRITES: Mapping[Kind, State] = {
    Kind.ACKNOWLEDGED: State.RECEIVED,  # an acknowledgement only: the month runs on
    Kind.EXTENDED: State.RECEIVED,  # three months if told in time, with reasons (GDPR 12(3))
    Kind.REDIRECTED: State.RECEIVED,  # each joint controller stays bound (GDPR 26(3))
    Kind.LIMITED: State.RECEIVED,  # refuses what was not asked (CSP R.1461-9 II 1° and 2°)
    Kind.ID_ASKED: State.SUSPENDED,  # stands still while identity is doubted (GDPR 12(6))
    Kind.ANSWERED: State.ANSWERED,  # an answer on the merits, good or bad
}

# The letter leaves, or something shows that it has: nobody need have noted that it was posted.
_THE_LETTER_LEAVES: Mapping[Kind, State] = {
    Kind.SENT: State.SENT,  # again, with proof or by another way: a new clock (rule 2)
    Kind.RECEIVED: State.RECEIVED,
    **_THE_BODY_WRITES,
}

# A request to a body: the fund, the CNAM, the Health Data Hub.
RULES: Rules = {
    State.DRAFT: {Kind.CONFIRMED: State.READY, **_THE_LETTER_LEAVES, **_THE_END},
    State.READY: {**_THE_LETTER_LEAVES, **_THE_END},
    State.SENT: {Kind.RETURNED: State.UNDELIVERED, **_THE_LETTER_LEAVES, **_THE_END},
    State.UNDELIVERED: {**_THE_LETTER_LEAVES, **_THE_END},
    State.RECEIVED: {
        Kind.RECEIVED: State.RECEIVED,  # better evidence of the same receipt
        Kind.RETURNED: State.UNDELIVERED,  # a later bounce removes the receipt (rule 2)
        **_THE_BODY_WRITES,
        Kind.FILED: State.FILED,  # after silence
        **_THE_END,
    },
    State.SUSPENDED: {
        Kind.ID_GIVEN: State.RECEIVED,
        Kind.ANSWERED: State.ANSWERED,
        Kind.FILED: State.FILED,  # a request out of time suspends nothing
        **_THE_END,
    },
    State.ANSWERED: {
        Kind.ANSWERED: State.ANSWERED,
        Kind.COVERED: State.CLOSED,  # nothing closes until the person says so (rule 6)
        Kind.INCOMPLETE: State.RECEIVED,  # the clock has been running for the rest
        Kind.CONTESTED: State.CONTESTED,
        Kind.FILED: State.FILED,  # after refusal
        **_THE_END,
    },
    State.CONTESTED: {
        Kind.ANSWERED: State.ANSWERED,
        Kind.COVERED: State.CLOSED,
        Kind.INCOMPLETE: State.RECEIVED,
        Kind.FILED: State.FILED,
        **_THE_END,
    },
    State.FILED: {
        Kind.ANSWERED: State.FILED,  # late: the person is asked, the complaint goes on
        Kind.COVERED: State.CLOSED,  # and the CNIL is told (rule 11)
        Kind.CNIL_OUTCOME: State.CLOSED,
        **_THE_END,
    },
    State.CLOSED: {},
}

# Whatever shows that the CNIL has what was sent; its three months run from that day.
_THE_CNIL_HAS_IT: Mapping[Kind, State] = {
    Kind.RECEIVED: State.FILED,
    Kind.FILED: State.FILED,  # online, or by post and known since
    Kind.CNIL_REGISTERED: State.FILED,  # does not stop the three months (CE n° 491493)
    Kind.CNIL_NEWS: State.FILED,  # does: the next three months count from there
    Kind.CNIL_OUTCOME: State.CLOSED,
}
_IT_IS_POSTED: Mapping[Kind, State] = {Kind.SENT: State.SENT}

# A complaint or a report to the CNIL: it waits for its lock (`plan`), leaves, and is handled.
CNIL_RULES: Rules = {
    State.DRAFT: {Kind.CONFIRMED: State.READY, **_IT_IS_POSTED, **_THE_CNIL_HAS_IT, **_THE_END},
    State.READY: {**_IT_IS_POSTED, **_THE_CNIL_HAS_IT, **_THE_END},
    State.SENT: {
        Kind.RETURNED: State.UNDELIVERED,
        **_IT_IS_POSTED,
        **_THE_CNIL_HAS_IT,
        **_THE_END,
    },
    State.UNDELIVERED: {**_IT_IS_POSTED, **_THE_CNIL_HAS_IT, **_THE_END},
    State.FILED: {**_THE_CNIL_HAS_IT, **_THE_END},
    State.CLOSED: {},
}

TABLES: Mapping[Track, Rules] = {
    Track.REQUEST: RULES,
    Track.COMPLAINT: CNIL_RULES,
    Track.REPORT: CNIL_RULES,
}

# Whose turn it is, unless an open question or a date says otherwise (`plan`).
WAITS_ON: Mapping[State, Party | None] = {
    State.DRAFT: Party.CITIZEN,
    State.READY: Party.CITIZEN,
    State.SENT: Party.ADDRESSEE,
    State.UNDELIVERED: Party.CITIZEN,
    State.RECEIVED: Party.ADDRESSEE,
    State.SUSPENDED: Party.CITIZEN,
    State.ANSWERED: Party.CITIZEN,
    State.CONTESTED: Party.CITIZEN,
    State.FILED: Party.ADDRESSEE,
    State.CLOSED: None,
}


def fold(events: Iterable[Event], track: Track = Track.REQUEST) -> Standing:
    """What the journal amounts to. Total: any lines, in any order, give one standing."""
    lines = standing_lines(events, track)
    undone = reopened(lines)
    standing = Standing(track=track)
    for line in lines:
        standing = _read(standing, line, undone=line.ordinal in undone)
    return standing


def _read(standing: Standing, line: Event, *, undone: bool) -> Standing:
    """One line: what it teaches, then where it leads."""
    if _says_nothing(line, undone=undone):
        return replace(standing, unmoved=(*standing.unmoved, line.ordinal))
    target = None if undone or not _counts(standing, line) else _target(standing, line)
    if target is State.SENT:
        standing = learning.depart(standing, line)
    elif target is State.UNDELIVERED:
        standing = learning.come_back(standing, line)
    standing = learning.learn(standing, line)
    if target is None:
        return _kept(standing, line)
    closed_on = line.happened_at if target is State.CLOSED else None
    return replace(standing, state=target, closed_on=closed_on)


def _says_nothing(line: Event, *, undone: bool) -> bool:
    """A word that is the person's alone, said by another, or taken back by a reopening."""
    return line.kind in ONLY_THE_PERSON and (undone or line.by is not Party.CITIZEN)


def _target(standing: Standing, line: Event) -> State | None:
    return TABLES[standing.track].get(standing.state, {}).get(line.kind)


def _counts(standing: Standing, line: Event) -> bool:
    """What a table cannot say: two kinds move nothing when they lack what makes them count."""
    if line.kind is Kind.RECEIVED:
        return line.facts.get("evidence", Evidence.ESTIMATED).opens  # rule 2
    if line.kind is Kind.RETURNED:
        return learning.concerns_letter(standing, line)
    return True


def _kept(standing: Standing, line: Event) -> Standing:
    """A line that does not fit: noted as such, unless it never was to move anything."""
    if line.kind in PURE_FACTS | ABOUT_LINES:
        return standing
    return replace(standing, unmoved=(*standing.unmoved, line.ordinal))
