"""A demand's journal as a test writes it: days with their weekday, kinds, and a few facts."""

from dataclasses import dataclass, field
from datetime import date

from opposition.domain import machine
from opposition.domain.events import Event
from opposition.domain.plan import Body, Plan, plan
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import BODY_WRITES, Channel, Kind, Party, StepKind, Track

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day(text: str) -> date:
    """« Mon 2026-11-23 »; a weekday that is not that day's is a slip of the test."""
    weekday, iso = text.split()
    read = date.fromisoformat(iso)
    assert _WEEKDAYS[read.weekday()] == weekday, text
    return read


def said_by(kind: Kind) -> Party:
    """Who usually stands behind such a line."""
    if kind in {Kind.NOTIFIED, Kind.REPLY_MATCHED}:
        return Party.PORTAL
    return Party.ADDRESSEE if kind in BODY_WRITES else Party.CITIZEN


@dataclass
class Journal:
    """Lines in the order of recording, on one track; by the Paris calendar unless told."""

    track: Track = Track.REQUEST
    body: Body = field(default_factory=lambda: Body(seat="75"))
    events: list[Event] = field(default_factory=list)

    def add(self, on: str, kind: Kind, *, by: Party | None = None, **facts) -> "Journal":
        line = Event(kind, day(on), len(self.events) + 1, by or said_by(kind), facts)
        self.events.append(line)
        return self

    def notified(self, on: str, step: StepKind) -> "Journal":
        return self.add(on, Kind.NOTIFIED, step=step)

    def standing(self) -> Standing:
        return machine.fold(self.events, self.track)

    def plan(self, today: str, **context) -> Plan:
        return plan(self.standing(), day(today), body=self.body, **context)


def received(evidence, on: str = "Mon 2026-11-23", **body) -> Journal:
    """A letter posted on a Friday and received on the Monday: due on Wednesday 23 December."""
    journal = Journal(body=Body(**({"seat": "75"} | body)))
    journal.add("Thu 2026-11-19", Kind.PREPARED).add("Thu 2026-11-19", Kind.CONFIRMED)
    journal.add("Fri 2026-11-20", Kind.SENT, channel=Channel.POST)
    return journal.add(on, Kind.RECEIVED, evidence=evidence)


def lines(journal: Journal, *rows) -> Journal:
    """The journal with these rows added: day, kind, and facts if there are any."""
    for on, kind, *facts in rows:
        journal.add(on, kind, **(facts[0] if facts else {}))
    return journal
