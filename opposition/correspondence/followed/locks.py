"""Which letters a demand may have, and why one of them may not be written today."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from letters.catalogue import UnknownLetterError
from opposition import records
from opposition.correspondence.answers import KEYS
from opposition.domain.plan.offers import REFUSAL, SILENCE
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import UNSENT, State, Track
from opposition.models.demand import Demand

REMINDERS = ("reminder-1", "reminder-2")
COMPLAINTS = (SILENCE, REFUSAL)
# A letter that is on its way may be sent again, with proof (rule 2); one that arrived may not.
_TO_SEND = UNSENT | {State.SENT, State.UNDELIVERED}


class LockedError(Exception):
    """The letter may not be written today; `because` says why, in French, to the person."""

    def __init__(self, letter: str, because: tuple[str, ...]) -> None:
        super().__init__(letter)  # no reason: they hold dates, and this may reach a log
        self.letter, self.because = letter, because


def letters_of(demand: Demand) -> tuple[str, ...]:
    """The keys of the letters that this demand may have, in the order of the procedure."""
    if demand.track == Track.REQUEST:
        return (KEYS[demand.kind], *REMINDERS)
    return COMPLAINTS if demand.track == Track.COMPLAINT else ()


def check(case: records.Case, letter: str) -> None:
    """Nothing where the letter is open today; LockedError, or UnknownLetterError for no letter
    of this demand."""
    if letter not in letters_of(case.demand):
        raise UnknownLetterError(letter)
    if reasons := because(case, letter):
        raise LockedError(letter, reasons)


def because(case: records.Case, letter: str) -> tuple[str, ...]:
    """Why this letter of the demand is not open today; empty where it is."""
    if not case.standing.open:
        return (_("Cette demande est close."),)
    if letter in REMINDERS:
        return tuple(_reminder(case, letter))
    if letter in COMPLAINTS:
        return tuple(_complaint(case, letter))
    if case.standing.state not in _TO_SEND:
        return (_("Cette demande est arrivée : elle n’est plus à envoyer."),)
    return ()


def _reminder(case: records.Case, letter: str) -> Iterator[str]:
    offer = case.plan.reminder
    yield from offer.because
    if offer.because:
        return
    if offer.letter != letter:
        yield (
            _("Le premier rappel est déjà parti.")
            if letter == REMINDERS[0]
            else _("Le premier rappel n’est pas encore parti.")
        )
    elif answered(case.standing):
        yield _(
            "L’organisme a répondu sur une partie de votre demande : un rappel, qui dit que rien "
            "n’est venu, serait inexact. La plainte à la CNIL reste possible."
        )


def answered(standing: Standing) -> bool:
    """An answer on the merits came: no reminder may say that none did."""
    return standing.answered_on is not None


def _complaint(case: records.Case, letter: str) -> Iterator[str]:
    """Its lock is the plan of the demand that it is about."""
    about = case.about
    if about is None:  # the demand that it was about is no more of this dossier
        yield _("Cette demande est close.")
        return
    offer = about.plan.complaint
    yield from offer.because
    if offer.letter != letter and not offer.because:
        yield (
            _("Une réponse est venue : la plainte porte alors sur cette réponse.")
            if letter == SILENCE
            else _("Aucune réponse n’est notée : la plainte porte alors sur le silence.")
        )
