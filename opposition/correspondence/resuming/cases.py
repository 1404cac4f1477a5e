"""One body's history on one day: where it stands, what the law opens, and why not yet."""

from dataclasses import dataclass
from datetime import date

from letters.facts import EVIDENCE_LABELS
from letters.facts import Evidence as Printed
from opposition.correspondence import dates
from opposition.correspondence.resuming.histories import History, journal
from opposition.domain import french, machine
from opposition.domain.deadlines import Deadline
from opposition.domain.plan import Body, Plan, delays, plan
from opposition.domain.plan.offers import REFUSAL, SILENCE
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import WAITING, Evidence, ProofWay, State
from opposition.models.addressee import Addressee

WROTE_BACK = "l’organisme a écrit ce jour-là"  # whoever writes back has received the letter
STATED = "date indiquée par l’organisme dans sa réponse"
_BY_POST = frozenset({Evidence.SIGNED_RETURN_SLIP, Evidence.TRACKING})


@dataclass(frozen=True)
class Case:
    """A history, judged by the same machine and the same plan as a followed demand."""

    history: History
    standing: Standing
    plan: Plan

    @property
    def name(self) -> str:
        """Which body: the short name that forms and buttons use."""
        return self.history.name

    @property
    def body(self) -> Addressee:
        """The body itself."""
        return self.history.body

    @property
    def deadline(self) -> Deadline | None:
        """The law's date; None while nothing shows that the request arrived."""
        return self.plan.deadline

    @property
    def overdue(self) -> bool:
        """The date has passed: the one question of rule 1 may be asked."""
        return self.plan.late

    @property
    def awaited(self) -> bool:
        """The body still owes an answer: it is late, or will be."""
        return self.plan.state in WAITING

    @property
    def late(self) -> bool:
        """A complaint about silence is open."""
        return self.plan.complaint.open and self.plan.complaint.letter == SILENCE

    @property
    def refused(self) -> bool:
        """A complaint about an answer is open."""
        return self.plan.complaint.open and self.plan.complaint.letter == REFUSAL

    @property
    def settled(self) -> bool:
        """The person says that the answer covers what was asked: no letter is due any more."""
        return self.plan.state is State.CLOSED

    @property
    def received_on(self) -> date | None:
        """The day of receipt: as told, or the day on which the body wrote back (rule 2)."""
        sending = self.standing.sending
        return sending.received_on if sending.proved else None

    @property
    def evidence(self) -> str:
        """How that day is known, in the words of a letter; a declared date says so (rule 2)."""
        history = self.history
        if self.received_on is None:
            return ""
        if history.evidence is None:
            return STATED if history.stated else WROTE_BACK
        if history.evidence is Evidence.DECLARED and history.how:
            return f"{Evidence.DECLARED.label} ({history.how})"
        return EVIDENCE_LABELS[Printed(history.evidence)]

    @property
    def proof_ways(self) -> tuple[ProofWay, ...]:
        """What to do while nobody knows when the request arrived (rule 2)."""
        return tuple(ProofWay) if self.plan.state is State.SENT else ()

    @property
    def why(self) -> tuple[str, ...]:
        """How the due date was computed, and what was told without counting."""
        steps = self.deadline.steps if self.deadline else ()
        late = steps[-1:] if self.awaited else ()  # who has answered is not late
        return (*steps[:-1], *_without_effect(self.history), *late)

    @property
    def patience_until(self) -> date | None:
        """A body written to by post may have answered by post in time (rule 1)."""
        due = self.deadline
        return due.overdue_from + delays.PATIENCE if due and due.overdue_from else None


def read(history: History, today: date) -> Case:
    """The case on that civil day; the caller has put the dates in an order that can be."""
    standing = machine.fold(journal(history, today))
    body = Body(seat=dates.seat_of(history.body), answers_by_post=history.evidence in _BY_POST)
    return Case(history, standing, plan(standing, today, body=body))


def _without_effect(history: History) -> list[str]:
    """RGPD, art. 12(3) asks for reasons, art. 12(6) for a doubt: without them nothing changes."""
    said = []
    if history.extended_on and not history.reasoned:
        said.append(
            f"Prolongation annoncée le {french.long_date(history.extended_on)}, sans ses raisons : "
            f"elle ne compte pas (RGPD, art. 12, § 3)."
        )
    if history.id_asked and not history.doubted:
        said.append(
            f"Précisions d’identité demandées le {french.long_date(history.id_asked)}, sans dire "
            f"quel doute : le délai n’est pas suspendu (RGPD, art. 12, § 6)."
        )
    return said
