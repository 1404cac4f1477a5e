"""What a journal amounts to: the state of a demand and the facts known of it. Never stored as
truth: `machine.fold` makes it again from the lines whenever one is added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from opposition.domain.vocabulary import (
    ASKED,
    CORE,
    OPEN,
    REFUSALS,
    AnswerCode,
    Channel,
    Evidence,
    Outcome,
    Scope,
    State,
    StepKind,
    Track,
)


@dataclass(frozen=True)
class Answer:
    """The latest word of the body on one part of what was asked."""

    code: AnswerCode
    on: date


@dataclass(frozen=True)
class IdentityCheck:
    """One request for more identity data, and the day when they were given."""

    asked: date
    given: date | None = None


@dataclass(frozen=True)
class Notified:
    """A step that the portal accomplished, and when."""

    step: StepKind
    on: date


@dataclass(frozen=True)
class Sending:
    """The letter's last departure, and all that belongs to it: a new one starts a new clock."""

    line: int | None = None  # the SENT line; None when only its effects are known
    sent_on: date | None = None
    channel: Channel | None = None
    returned_on: date | None = None
    received_on: date | None = None
    evidence: Evidence | None = None
    proof_asked_on: date | None = None
    heard_on: date | None = None  # the body's last writing, whatever it said
    extended_on: date | None = None  # the first extension that gives its reasons
    identity: tuple[IdentityCheck, ...] = ()
    reminders: Mapping[int, date] = field(default_factory=dict)  # line → day
    skipped_on: date | None = None
    nothing_came_on: date | None = None  # the person's last « nothing came »
    redirected_on: date | None = None
    limited_on: date | None = None

    @property
    def proved(self) -> bool:
        """The receipt is known by better than an estimate: the clock runs (rule 2)."""
        return self.received_on is not None and self.evidence is not None and self.evidence.opens


@dataclass(frozen=True)
class Standing:
    """Where a demand stands. Every date is the world's; `unmoved` names the lines that were kept
    as facts because they did not fit the state: a page can say so."""

    track: Track = Track.REQUEST
    state: State = State.DRAFT
    sending: Sending = field(default_factory=Sending)
    confirmed_on: date | None = None
    answers: Mapping[Scope, Answer] = field(default_factory=dict)
    answered_on: date | None = None
    judged: bool = True  # False while an answer waits for the person's word
    missing: frozenset[Scope] = frozenset()  # what the person says is still without answer
    contested_on: date | None = None
    pending: Mapping[str, date] = field(default_factory=dict)  # replies nobody has confirmed
    filed_on: date | None = None
    cnil_news: tuple[date, ...] = ()
    cnil_outcome: Outcome | None = None
    notified: tuple[Notified, ...] = ()
    quiet_since: date | None = None  # the last line that is not the portal's own doing
    withdrawn: bool = False
    covered: bool = False  # the person said that the answer covers what was asked
    closed_on: date | None = None
    unmoved: tuple[int, ...] = ()

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def lodged_on(self) -> date | None:
        """When the CNIL had the complaint: by proved post, or as filed online or registered."""
        if self.track is not Track.REQUEST and self.sending.proved:
            return self.sending.received_on
        return self.filed_on

    @property
    def identity_awaited(self) -> bool:
        """The body asked for identity data that have not been given."""
        return bool(self.sending.identity) and self.sending.identity[-1].given is None

    @property
    def refused_core(self) -> date | None:
        """Since when the right itself is refused, on one part at least (rule 6)."""
        dates = [
            answer.on
            for scope, answer in self.answers.items()
            if scope in CORE and answer.code in REFUSALS
        ]
        return min(dates, default=None)

    @property
    def disputable(self) -> bool:
        """Some part of what was asked got an answer on the merits other than « registered ».

        A redirect is none: the body stays bound, its clock goes on (GDPR 26(3), CRPA L.114-2).
        """
        return bool(self.codes - {AnswerCode.REGISTERED_SNDS, AnswerCode.REDIRECT})

    @property
    def codes(self) -> frozenset[AnswerCode]:
        """The classes of the answers on what was asked; what the law reserves left aside."""
        return frozenset(answer.code for scope, answer in self.answers.items() if scope in ASKED)

    def told(self, step: StepKind, since: date) -> list[date]:
        """When the portal accomplished this step, from that day on."""
        return [line.on for line in self.notified if line.step is step and line.on >= since]
