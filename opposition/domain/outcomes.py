"""How a demand ended, as far as the person or the body said; unknown stays unknown (rule 17)."""

from opposition.domain.standing import Standing
from opposition.domain.vocabulary import GRANTS, REFUSALS, AnswerCode, Outcome, State, Track

_YES = frozenset({AnswerCode.REGISTERED_SNDS, AnswerCode.OTHER})  # OTHER: the person's word alone
_NO = REFUSALS | {AnswerCode.NOT_CONTROLLER}


def of(standing: Standing) -> Outcome | None:
    """None while the demand is open, and for an end of which nobody said what it is."""
    if standing.withdrawn:
        return Outcome.WITHDRAWN
    if standing.state is not State.CLOSED:
        return None
    if standing.track is not Track.REQUEST:
        return standing.cnil_outcome
    return _of_answers(standing) if standing.answered_on else _of_silence(standing)


def _of_silence(standing: Standing) -> Outcome | None:
    """Silence is something only the person can state (rule 1)."""
    return Outcome.SILENCE if standing.sending.nothing_came_on else None


def _of_answers(standing: Standing) -> Outcome | None:
    """« Registered » is reported only once the person has said so; a refusal speaks for itself."""
    codes = standing.codes
    if codes <= _NO:
        return Outcome.REFUSED
    if standing.covered and codes <= _YES:
        return Outcome.ACCEPTED
    said = standing.covered or standing.missing
    return Outcome.PARTIAL if said and codes & GRANTS else None
