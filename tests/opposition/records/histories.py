"""Random histories of a whole dossier: what people, bodies and the portal may write in it."""

import random
from datetime import timedelta

from opposition.domain.vocabulary import (
    ONLY_THE_PERSON,
    AnswerCode,
    Channel,
    Evidence,
    Kind,
    Outcome,
    Party,
    Scope,
    StepKind,
)
from opposition.records import Entry
from tests.opposition.records.dossiers import TODAY

END = TODAY + timedelta(500)  # the day of the last line's writing: all is read on that day
REPLIES = [f"00000000-0000-4000-8000-00000000000{n}" for n in range(2)]
WEIGHTS = dict.fromkeys(Kind, 2) | {
    Kind.SENT: 8,
    Kind.RECEIVED: 8,
    Kind.CONFIRMED: 5,
    Kind.ANSWERED: 6,
    Kind.NOTHING_CAME: 6,
    Kind.REMINDER_SENT: 4,
    Kind.CORRECTED: 8,
    Kind.REOPENED: 4,
    Kind.NOTIFIED: 8,
    Kind.RETURNED: 4,
    Kind.CONTESTED: 6,
    Kind.WITHDRAWN: 1,
    Kind.CLOSED: 1,
    Kind.COVERED: 1,
}
FACTS = {
    Kind.SENT: {"channel": list(Channel)},
    Kind.RETURNED: {"of": [2, 2, 2, 3]},  # the line of the first sending, mostly
    Kind.RECEIVED: {"evidence": list(Evidence)},
    Kind.ID_ASKED: {"reasoned": [True, False]},
    Kind.EXTENDED: {"reasoned": [True, False]},
    Kind.ACKNOWLEDGED: {"received_on": [TODAY + timedelta(3)]},
    Kind.REPLY_MATCHED: {"reply": REPLIES},
    Kind.REPLY_SET_ASIDE: {"reply": REPLIES},
    Kind.ANSWERED: {
        "code": list(AnswerCode),
        "scopes": [frozenset({Scope.FUND}), frozenset({Scope.HDH, Scope.PROJECTS})],
    },
    Kind.INCOMPLETE: {"scopes": [frozenset({Scope.DELIVERED})]},
    Kind.REMINDER_SENT: {"channel": list(Channel)},
    Kind.CNIL_OUTCOME: {"outcome": list(Outcome)},
    Kind.NOTIFIED: {"step": list(StepKind)},
    Kind.CORRECTED: {"replaces": list(range(1, 12))},
}
SAID_BY = dict.fromkeys(ONLY_THE_PERSON, Party.CITIZEN) | {Kind.NOTIFIED: Party.PORTAL}
ALWAYS = {Kind.NOTIFIED, Kind.CORRECTED}  # they say nothing without their fact


def writings(seed, demands):
    """What is written one after the other: a day, and the lines that are written on it."""
    draw = random.Random(seed)  # noqa: S311 - the same history for the same seed
    today = TODAY
    if draw.random() < 0.7:
        yield today, _start(draw, demands, today)
    for writing in range(length := draw.randint(2, 6)):
        pairs = [_line(draw, demands, today) for _ in range(draw.randint(1, 6))]
        yield END if writing == length - 1 else today, pairs
        today += timedelta(draw.randint(0, 45))


def _start(draw, demands, today):
    """Where most requests begin, or else few would go far."""
    demand = demands[0]
    return [
        (demand, Entry(Kind.CONFIRMED, today, Party.CITIZEN)),
        (demand, Entry(Kind.SENT, today, Party.CITIZEN, {"channel": Channel.POST})),
        (demand, Entry(Kind.RECEIVED, today, Party.CITIZEN, {"evidence": Evidence.TRACKING})),
        (demand, Entry(Kind.ANSWERED, today, Party.ADDRESSEE, {"code": AnswerCode.OTHER})),
    ][: draw.randint(1, 4)]


def _line(draw, demands, today):
    """One line in three is told late, so that the world's order is not the journal's."""
    kind = draw.choices(list(WEIGHTS), WEIGHTS.values())[0]
    late = draw.choice([0, 0, draw.randint(1, 60)])
    by = draw.choice([SAID_BY.get(kind, Party.ADDRESSEE), *Party])
    facts = {
        name: draw.choice(values)
        for name, values in FACTS.get(kind, {}).items()
        if kind in ALWAYS or draw.random() < 0.8
    }
    return draw.choice(demands), Entry(kind, today - timedelta(late), by, facts)
