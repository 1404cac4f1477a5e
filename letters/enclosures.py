"""The numbered enclosures of a letter: what the person puts in the envelope with it."""

from letters import needs
from letters.catalogue import Need, Text
from letters.facts import Earlier, Evidence, Facts
from letters.typography import day


def of(text: Text, facts: Facts) -> list[str]:
    """The list printed under the signature, in the order of the file; empty for most requests."""
    pieces = _history(text, facts)
    if facts.represents:
        pieces.append("Copie d’un document établissant ma qualité pour agir")
    return pieces


def _history(text: Text, facts: Facts) -> list[str]:
    """What went before, as far as this letter argues with it."""
    case = needs.case(facts)
    if Need.FIRST_REMINDER in text.needs:
        return _requests(needs.overdue(facts)) + _reminders(needs.first_reminders(facts))
    if Need.OVERDUE_REQUEST in text.needs:
        return _requests(needs.overdue(facts))
    if Need.LATE in text.needs:
        return _requests(case.late) + _reminders(case.reminders)
    if Need.REFUSED in text.needs:
        return _requests(case.refused) + _reminders(case.reminders)
    return _copies(needs.requests(facts)) if text.key == "cnil-report" else []


def _requests(requests: tuple[Earlier, ...]) -> list[str]:
    """The request, the proof of its receipt, the answer: in that order for each body.

    A date that the person declares has no paper to enclose (rule 2).
    """
    pieces = []
    for earlier in requests:
        pieces += _copies((earlier,))
        if earlier.evidence and not earlier.evidence.startswith(Evidence.DECLARED.label):
            pieces.append(f"Preuve de sa réception\u202f: {earlier.evidence}")
        if earlier.answer:
            pieces.append(f"Réponse du {day(earlier.answer.date)}")
    return pieces


def _copies(requests: tuple[Earlier, ...]) -> list[str]:
    return [f"Copie de la demande envoyée le {day(earlier.sent_on)}" for earlier in requests]


def _reminders(reminders: tuple[Earlier, ...]) -> list[str]:
    return [f"Copie du rappel envoyé le {day(earlier.sent_on)}" for earlier in reminders]
