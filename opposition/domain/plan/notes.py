"""Advice that a page shows beside a plan: in French, and only when it helps today."""

from collections.abc import Iterator

from opposition.domain import french
from opposition.domain.plan import delays
from opposition.domain.plan.offers import Case
from opposition.domain.plan.values import Offer
from opposition.domain.vocabulary import WAITING, Evidence, State


def of(case: Case, reminder: Offer, complaint: Offer) -> tuple[str, ...]:
    """The advice of the day, most urgent first."""
    optional = _optional(reminder, complaint)
    return (*_patience(case), *optional, *_estimate(case), *_what_goes_on(case))


def _patience(case: Case) -> Iterator[str]:
    """A body that answers by post may have answered in time (rule 1)."""
    if not case.body.answers_by_post or case.table is None:
        return
    until = case.table.overdue_from + delays.PATIENCE
    if case.standing.state in WAITING and case.table.overdue_from <= case.today < until:
        yield (
            "Cet organisme répond par courrier\u202f: une lettre datée à temps peut encore "
            f"arriver. Nous vous conseillons d’attendre jusqu’au {french.long_date(until)}."
        )


def _optional(reminder: Offer, complaint: Offer) -> Iterator[str]:
    """What a reminder costs is said: the law does not ask for one (rule 12)."""
    if reminder.open and complaint.open:
        yield "Vous pouvez saisir la CNIL dès aujourd’hui\u202f; un rappel est facultatif."


def _estimate(case: Case) -> Iterator[str]:
    if case.standing.state is State.SENT and case.standing.sending.evidence is Evidence.ESTIMATED:
        yield "La date de réception est seulement estimée\u202f: elle n’ouvre rien."


def _what_goes_on(case: Case) -> Iterator[str]:
    """Rule 6; GDPR 26(3) and CRPA L.114-2 for a redirect, CSP R.1461-9 II for a limit."""
    if case.standing.state not in WAITING:
        return
    if case.standing.sending.redirected_on:
        yield (
            "L’organisme vous renvoie à un autre\u202f: il reste tenu de répondre, son délai "
            "continue (RGPD, art. 26, § 3\u202f; CRPA, art. L. 114-2)."
        )
    if case.standing.sending.limited_on:
        yield (
            "La loi exclut de l’opposition la base principale et les accès permanents\u202f; vous "
            "ne les demandiez pas. Le délai continue pour le reste (CSP, art. R. 1461-9, II)."
        )
