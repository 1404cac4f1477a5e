"""Which acts make sense today: by where the demand stands, and by what the plan asks.

The page shows them; nothing here forbids: people are late and letters cross.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from opposition.domain.plan.offers import SILENCE
from opposition.domain.vocabulary import WAITING, Question, State, Track
from opposition.records import Case

_BODY_WROTE = ("repondu", "identite", "delai", "renvoi")
_JUDGED = ("couvre", "incomplet", "conteste")
_CNIL_WROTE = ("cnil-enregistre", "cnil-nouvelles", "cnil-decision")

# The acts that answer each question, the most likely first.
QUESTIONS: Mapping[Question, tuple[str, ...]] = {
    Question.CONFIRM: (),
    Question.POSTED: ("poste",),
    Question.PROOF: ("recu", "accuse", "poste"),
    Question.RESEND: ("poste", "depose"),
    Question.SILENCE: ("rien", *_BODY_WROTE),
    Question.NEXT_MOVE: ("rappel", "sans-rappel", "incomplet"),
    Question.IDENTITY: ("identite-donnee",),
    Question.SCOPE: _JUDGED,
    Question.REPLY: _BODY_WROTE,
    Question.UNSENT: ("poste",),
    Question.FILE: ("depose",),
    Question.CNIL: ("cnil-nouvelles", "cnil-enregistre", "cnil-decision"),
}

_AT_BODY: Mapping[State, tuple[str, ...]] = {
    State.READY: ("poste", "deja-ecrit"),
    State.SENT: ("recu", "accuse", "revenu", "poste", *_BODY_WROTE),
    State.UNDELIVERED: ("poste", *_BODY_WROTE),
    State.RECEIVED: (*_BODY_WROTE, "recu", "revenu"),
    State.SUSPENDED: _BODY_WROTE,
    State.ANSWERED: (*_JUDGED, *_BODY_WROTE),
    State.CONTESTED: (*_JUDGED[:2], *_BODY_WROTE),
    State.FILED: ("repondu", "renvoi"),
}
_AT_CNIL: Mapping[State, tuple[str, ...]] = {
    State.SENT: ("recu", "revenu", *_CNIL_WROTE),
    State.UNDELIVERED: ("depose",),
    State.FILED: _CNIL_WROTE,
}


def offered(case: Case, today: date) -> tuple[str, ...]:
    """The words of the acts that make sense now, in the order of a page; corrections aside."""
    if not case.standing.open:
        return ()
    if case.demand.track != Track.REQUEST:
        return (*_AT_CNIL.get(case.standing.state, ()), *_to_file(case))
    usual = _AT_BODY.get(case.standing.state, ())
    return tuple(dict.fromkeys((*_asked(case, today), *usual)))


def answering(case: Case, today: date) -> tuple[str, ...]:
    """Those that answer the open question, first ones first; none where nothing is asked."""
    question, possible = case.plan.question, offered(case, today)
    return tuple(word for word in QUESTIONS[question] if word in possible) if question else ()


def _to_file(case: Case) -> Iterator[str]:
    """A complaint leaves once its lock is open."""
    if case.plan.question is Question.FILE:
        yield "depose"


def _asked(case: Case, today: date) -> Iterator[str]:
    """What the dates and the answers open beside the state."""
    standing = case.standing
    if standing.state in WAITING and _overdue(case, today):
        yield "rien"
    if standing.identity_awaited:
        yield "identite-donnee"
    if case.plan.reminder.open:
        yield "rappel"
    if _skippable(case):
        yield "sans-rappel"
    if not standing.judged:
        yield from _JUDGED


def _overdue(case: Case, today: date) -> bool:
    """Only once the date has passed may the person say that nothing came (rule 1)."""
    late = case.plan.deadline.overdue_from if case.plan.deadline else None
    return late is not None and late <= today


def _skippable(case: Case) -> bool:
    """While a reminder is still ahead, unless it was skipped already (rule 12)."""
    sending, complaint = case.standing.sending, case.plan.complaint
    if not (complaint.open and complaint.letter == SILENCE) or len(sending.reminders) > 1:
        return False
    last = max(sending.reminders.values(), default=date.min)
    return sending.skipped_on is None or sending.skipped_on < last
