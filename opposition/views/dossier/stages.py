"""The way of a demand in a few words: written, sent, received, answered; how far it has come."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import State, Track
from opposition.records import Case

Text = str | Promise

_AT_BODY = (_("écrite"), _("envoyée"), _("reçue"), _("répondue"))
_SEIZED = (*_AT_BODY[:3], _("CNIL saisie"))
_AT_CNIL = (_("écrite"), _("partie"), _("déposée"))
_REACHED = {
    State.SENT: 1,
    State.UNDELIVERED: 1,
    State.RECEIVED: 2,
    State.SUSPENDED: 2,
    State.ANSWERED: 3,
    State.CONTESTED: 3,
    State.FILED: 3,
}


@dataclass(frozen=True)
class Stage:
    """One stage of the way: passed, reached, or ahead."""

    words: Text
    done: bool
    current: bool


def of(case: Case) -> list[Stage]:
    """The way as far as it went; all of it once the demand is over."""
    over, named = not case.standing.open, _named(case)
    reached = min(_REACHED.get(case.plan.state, 0), len(named) - 1)
    return [
        Stage(words, done=over or i < reached, current=not over and i == reached)
        for i, words in enumerate(named)
    ]


def _named(case: Case) -> tuple[Text, ...]:
    if case.standing.track is not Track.REQUEST:
        return _AT_CNIL
    seized = case.standing.filed_on is not None and case.standing.answered_on is None
    return _SEIZED if seized else _AT_BODY
