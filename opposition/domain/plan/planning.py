"""The plan of one demand on one day, put together from its situation, its locks and its dates."""

from datetime import date

from opposition.domain import periods
from opposition.domain.plan import dates, delays, notes, offers, situations
from opposition.domain.plan.offers import Case
from opposition.domain.plan.values import Body, Plan, Situation, Step
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import (
    UNSENT,
    WAITING,
    Party,
    ProofWay,
    Question,
    State,
    StepKind,
    Track,
)


def plan(
    standing: Standing,
    today: date,
    *,
    body: Body | None = None,
    about: Plan | None = None,
    alive_on: date | None = None,
) -> Plan:
    """What comes next for this demand, today.

    `about` is the plan, on the same day, of the demand that a complaint is about: its lock.
    `alive_on` is the last day on which anything else happened or ran in the same dossier.
    Raises ValueError for a seat that is no department, or dates outside the calendar.
    """
    body = body or Body()
    deadline = dates.deadline(standing, body)
    table = dates.timetable(standing, deadline, body)
    case = Case(standing, today, body, deadline, table)
    situation = _situation(case, about)
    reminder, complaint = offers.reminder(case), offers.complaint(case)
    return Plan(
        state=standing.state,
        turn=situation.turn,
        question=situation.question,
        step=_step(case, situation, about, alive_on),
        deadline=deadline,
        late=_late(case),
        reminder=reminder,
        complaint=complaint,
        proof_ways=tuple(ProofWay) if situation.question is Question.PROOF else (),
        notes=notes.of(case, reminder, complaint),
        closed_on=standing.closed_on,
        procedure=body.procedure,
    )


def _situation(case: Case, about: Plan | None) -> Situation:
    if not case.standing.open:
        return Situation(None)
    if not _waits_for_lock(case.standing):
        return situations.of(case)
    if about is None:
        return Situation(Party.CITIZEN)
    if about.complaint.open:
        return Situation(Party.CITIZEN, Question.FILE)
    return Situation(about.turn or Party.PORTAL)


def _waits_for_lock(standing: Standing) -> bool:
    """A complaint that has not left; a report has no lock."""
    return standing.track is Track.COMPLAINT and standing.state in UNSENT


def _step(
    case: Case, situation: Situation, about: Plan | None, alive_on: date | None
) -> Step | None:
    """The earliest step not yet done. A complaint that is held follows the demand it is about:
    that one has a step of its own, and takes the complaint along when it closes."""
    if not case.standing.open:
        return None
    if about and _waits_for_lock(case.standing) and not about.complaint.open:
        return Step(StepKind.CLOSE, about.closed_on, Party.PORTAL) if about.closed_on else None
    ahead = [alert.step(case.standing) for alert in situation.alerts]
    ahead.append(_retention(case, alive_on))
    return min((step for step in ahead if step), key=lambda step: step.on)


def _retention(case: Case, alive_on: date | None) -> Step:
    """After twelve quiet months a notice, thirty days later the end, by the clock (rule 19)."""
    quiet = dates.quiet_until(case.standing, case.deadline, alive_on) or case.today
    on = periods.add_months(quiet, delays.QUIET_MONTHS)
    warned = case.standing.told(StepKind.WARN_CLOSING, on)
    if warned:
        return Step(StepKind.CLOSE, warned[-1] + delays.CLOSE_AFTER, Party.PORTAL)
    return Step(StepKind.WARN_CLOSING, on, Party.CITIZEN)


def _late(case: Case) -> bool:
    """The date has passed, whoever has said what; while it is unknown, never (rule 17)."""
    due = case.deadline.due if case.deadline else None
    owing = case.standing.state in WAITING or (
        case.standing.track is Track.COMPLAINT and case.standing.state is State.FILED
    )
    return owing and due is not None and case.today > due
