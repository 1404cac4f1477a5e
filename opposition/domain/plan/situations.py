"""State by state: whose turn it is today, what is asked, and which steps the portal has ahead."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from opposition.domain import machine
from opposition.domain.plan import delays, incoming
from opposition.domain.plan.dates import Timetable
from opposition.domain.plan.offers import Case
from opposition.domain.plan.values import Alert, Situation
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import (
    GRANTS,
    Channel,
    Party,
    Question,
    State,
    StepKind,
    Track,
)


def of(case: Case) -> Situation:
    """The situation of an open demand; what came in unread or needs a word is added to it."""
    situation = _SITUATIONS[case.standing.state](case)
    alerts = (*incoming.explanations(case.standing), *situation.alerts)
    return incoming.unread(case.standing, replace(situation, alerts=alerts))


def _asked(case: Case, question: Question, alert: Alert) -> Situation:
    """Nothing is asked before the day on which the portal asks it; then it is their turn."""
    if case.today < alert.on:
        return Situation(machine.WAITS_ON[case.standing.state], None, (alert,))
    return Situation(alert.to, question, (alert,))


def _draft(_: Case) -> Situation:
    return Situation(Party.CITIZEN, Question.CONFIRM)


def _ready(case: Case) -> Situation:
    """Never posted: asked on day 7, no clock (rule 2). What the portal sends, staff are asked."""
    on = (case.standing.confirmed_on or case.today) + delays.POSTED_AFTER
    if case.body.channel is not Channel.EMAIL_PORTAL:
        alert = Alert(StepKind.ASK_POSTED, on)
        return Situation(Party.CITIZEN, Question.POSTED, (alert,))
    asked = _asked(case, Question.UNSENT, Alert(StepKind.REVIEW_UNSENT, on, to=Party.REVIEWER))
    return asked if asked.question else replace(asked, turn=Party.PORTAL)


def _sent(case: Case) -> Situation:
    """Ten days without proof: three ways (rule 2), and again after an acknowledgement asked."""
    sending = case.standing.sending
    last = sending.proof_asked_on or sending.sent_on or case.today
    return _asked(case, Question.PROOF, Alert(StepKind.OFFER_PROOF, last + delays.PROOF_AFTER))


def _undelivered(case: Case) -> Situation:
    on = case.standing.sending.returned_on or case.today
    return _asked(case, Question.RESEND, Alert(StepKind.ASK_RESEND, on, times=2))


def _waiting(case: Case) -> Situation:
    """The body owes an answer: its time, then the person's word, then what the word opens."""
    identity = _identity(case)
    if case.table is None:
        return identity or Situation(machine.WAITS_ON[case.standing.state])
    silence = _silence(case, case.table)
    if identity is None:
        return silence
    shown = silence if silence.question else identity
    return replace(shown, alerts=(*identity.alerts, *silence.alerts))


def _silence(case: Case, table: Timetable) -> Situation:
    """Lateness is a date; silence is what the person says of it (rule 1)."""
    said = case.standing.sending.nothing_came_on
    if said is None or said < table.asked_since:
        ask = Alert(StepKind.ASK_SILENCE, table.asked_since, times=2)
        return _asked(case, Question.SILENCE, ask)
    if case.standing.filed_on:
        return Situation(Party.ADDRESSEE)
    kind, on = _proposal(table)
    proposal = Alert(kind, max(said, on), since=table.asked_since)
    return Situation(Party.CITIZEN, Question.NEXT_MOVE, (proposal,))


def _proposal(table: Timetable) -> tuple[StepKind, date]:
    """What is proposed next, and from when: two reminders at most, then the complaint (rule 12)."""
    if len(table.reminders) >= 2 or table.skipped or table.replied:
        return StepKind.PROPOSE_COMPLAINT, table.complaint_on
    if table.reminders:
        return StepKind.PROPOSE_REMINDER_2, table.second_on
    return StepKind.PROPOSE_REMINDER_1, table.first_on


def _identity(case: Case) -> Situation | None:
    """A task after 7 days (rule 15); the question stands from the day of the request."""
    if not case.standing.identity_awaited:
        return None
    asked = case.standing.sending.identity[-1].asked
    alert = Alert(StepKind.ASK_IDENTITY, asked + delays.IDENTITY_AFTER)
    return Situation(Party.CITIZEN, Question.IDENTITY, (alert,))


def _answered(case: Case) -> Situation:
    """Only the person says whether the answer covers what was asked (rule 6)."""
    return _judging(case.standing.answered_on or case.today)


def _judging(on: date) -> Situation:
    return Situation(Party.CITIZEN, Question.SCOPE, (Alert(StepKind.ASK_SCOPE, on, times=2),))


def _contested(case: Case) -> Situation:
    """The complaint is proposed at once, if there is anything to complain of."""
    on = case.standing.contested_on or case.today
    if not case.standing.disputable:
        return _judging(on)
    alert = Alert(StepKind.PROPOSE_COMPLAINT, on)
    return Situation(Party.CITIZEN, Question.NEXT_MOVE, (alert,))


def _filed(case: Case) -> Situation:
    if case.standing.track is Track.REQUEST:
        return _request_filed(case.standing)
    due = case.deadline
    if due is None or due.overdue_from is None or case.standing.cnil_outcome:
        return Situation(Party.ADDRESSEE)
    return _asked(case, Question.CNIL, Alert(StepKind.TELL_CNIL_SILENT, due.overdue_from))


def _request_filed(standing: Standing) -> Situation:
    """The CNIL's own dates are on the complaint; here only a late answer asks for a word."""
    on = standing.answered_on
    if standing.judged or on is None:
        return Situation(Party.ADDRESSEE)
    judging = _judging(on)
    if not standing.codes & GRANTS:
        return judging
    update = Alert(StepKind.OFFER_CNIL_UPDATE, on)  # rule 11
    return replace(judging, alerts=(*judging.alerts, update))


_SITUATIONS: Mapping[State, Callable[[Case], Situation]] = {
    State.DRAFT: _draft,
    State.READY: _ready,
    State.SENT: _sent,
    State.UNDELIVERED: _undelivered,
    State.RECEIVED: _waiting,
    State.SUSPENDED: _waiting,
    State.ANSWERED: _answered,
    State.CONTESTED: _contested,
    State.FILED: _filed,
}
