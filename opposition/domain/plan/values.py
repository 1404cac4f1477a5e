"""The values that a plan is made of."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from opposition.domain.deadlines import Deadline
from opposition.domain.plan import delays
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import (
    Channel,
    Party,
    Procedure,
    ProofWay,
    Question,
    State,
    StepKind,
)

FALLS_DUE_AT = time(6, tzinfo=ZoneInfo("Europe/Paris"))  # every dated step (design §2)


@dataclass(frozen=True)
class Body:
    """What the dates need to know of the addressee, of the way chosen and of the procedure."""

    seat: str | None = None  # department; None: the union of all calendars
    channel: Channel | None = None
    answers_by_post: bool = False
    procedure: Procedure = Procedure.SNDS


@dataclass(frozen=True)
class Step:
    """The next thing that the portal does by itself: a notice to `to`, or an act of its own."""

    kind: StepKind
    on: date  # may be past: then it is due now
    to: Party
    round: int = 1  # 2 is the nudge; there is no third

    @property
    def falls_due(self) -> datetime:
        """06:00 in Paris on that day, aware."""
        return datetime.combine(self.on, FALLS_DUE_AT)


@dataclass(frozen=True)
class Alert:
    """A step that is done `times` times from `on`; done before `since` does not count."""

    kind: StepKind
    on: date
    times: int = 1
    to: Party = Party.CITIZEN
    since: date | None = None

    def step(self, standing: Standing) -> Step | None:
        """What is left of it: the step itself, its nudge a week later, or nothing."""
        told = standing.told(self.kind, self.since or self.on)
        if len(told) >= self.times:
            return None
        on = told[-1] + delays.NUDGE_AFTER if told else self.on
        return Step(self.kind, on, self.to, len(told) + 1)


@dataclass(frozen=True)
class Situation:
    """Whose turn, what is asked of them, what lies ahead."""

    turn: Party | None
    question: Question | None = None
    alerts: tuple[Alert, ...] = ()


@dataclass(frozen=True)
class Offer:
    """A letter that the person may send, with its lock: open exactly when `because` is empty.

    `lawful_from` is the earliest day by law, `proposed_on` the one that we propose (rule 12).
    """

    letter: str  # key of the letter: reminder-1, cnil-complaint-silence…
    because: tuple[str, ...]  # in French: why it is not available yet
    lawful_from: date | None = None
    proposed_on: date | None = None

    @property
    def open(self) -> bool:
        return not self.because


@dataclass(frozen=True)
class Plan:
    """What comes next. Once closed, nobody's turn, no question, no step."""

    state: State
    turn: Party | None
    question: Question | None  # open until the journal answers it; asked of `turn`
    step: Step | None
    deadline: Deadline | None
    late: bool
    reminder: Offer
    complaint: Offer
    proof_ways: tuple[ProofWay, ...]
    notes: tuple[str, ...]  # advice in French, for the page
    closed_on: date | None
    procedure: Procedure = Procedure.SNDS  # whose rules gave all this

    @property
    def due_on(self) -> date | None:
        """The next day on which the portal must do something."""
        return self.step.on if self.step else None
