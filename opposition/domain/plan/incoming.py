"""What comes in: unread, it holds the silence; read, some of it must be explained (rules 1, 6)."""

from datetime import date

from opposition.domain.plan import delays
from opposition.domain.plan.values import Alert, Situation
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import WAITING, Party, Question, StepKind

_HELD = frozenset(
    {
        StepKind.ASK_SILENCE,
        StepKind.PROPOSE_REMINDER_1,
        StepKind.PROPOSE_REMINDER_2,
        StepKind.PROPOSE_COMPLAINT,
    }
)


def unread(standing: Standing, situation: Situation) -> Situation:
    """A matched message that nobody has confirmed: the person is asked on the day it came, staff
    only a week later, and no silence is asked or acted upon meanwhile (rule 1)."""
    if not standing.pending:
        return situation
    days = sorted(set(standing.pending.values()))
    late = days[0] + delays.REVIEW_AFTER
    turn = Party.REVIEWER if standing.told(StepKind.REVIEW_REPLY, late) else Party.CITIZEN
    alerts = (*_asking(days), *_not_held(standing, situation))
    return Situation(turn, Question.REPLY, alerts)


def _asking(days: list[date]) -> list[Alert]:
    asked = [Alert(StepKind.ASK_REPLY, day) for day in days]
    review = Alert(StepKind.REVIEW_REPLY, days[0] + delays.REVIEW_AFTER, to=Party.REVIEWER)
    return [*asked, review]


def _not_held(standing: Standing, situation: Situation) -> list[Alert]:
    """A complaint after refusal is not held: only silence is in doubt."""
    held = _HELD if standing.state in WAITING else frozenset()
    return [alert for alert in situation.alerts if alert.kind not in held]


def explanations(standing: Standing) -> list[Alert]:
    """Two answers that close nothing are explained: the clock goes on for the rest (rule 6)."""
    sending = standing.sending
    told = (
        (StepKind.EXPLAIN_LIMIT, sending.limited_on),
        (StepKind.EXPLAIN_REDIRECT, sending.redirected_on),
    )
    return [Alert(kind, on) for kind, on in told if on]
