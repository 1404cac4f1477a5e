"""What a letter needs to have gone before it: the locks of rule 6, read from the facts alone.

A reminder needs a request received and overdue (RGPD, art. 12(3)). A complaint about silence needs
the date of receipt, its evidence and a due date that is past; one about a refusal needs an answer
that refuses what was asked. What the law excludes (CSP, art. R.1461-9, II, 1° and 2°) is not
refused: the clock goes on for the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from letters.catalogue import Need, Text
from letters.facts import Earlier, Facts, FactsError

OBJECTIONS = ("fund-objection", "hdh-objection")
CONTESTABLE = {
    "REGISTERED_PARTIAL": "enregistrement partiel",
    "REFUSED_PUBLIC_TASK": "refus au titre d’une mission d’intérêt public",
    "REFUSED_UNIDENTIFIABLE": "refus au motif que les données sont pseudonymisées",
    "REFUSED_EXCESSIVE": "refus d’une demande jugée excessive",
    "NOT_CONTROLLER": "l’organisme dit ne pas être responsable",
    "NO_DATA": "l’organisme dit ne pas détenir de données",
    "OTHER": "réponse qui ne satisfait pas à la demande",
}
NOT_CONTESTABLE = (
    "ACK",
    "REGISTERED_SNDS",
    "REDIRECT",
    "ID_REQUEST",
    "EXTENSION",
    "REFUSED_MAIN_DB",
    "REFUSED_PERMANENT",
)
CODES = (*NOT_CONTESTABLE, *CONTESTABLE)
MERITS = ("REGISTERED_SNDS", *CONTESTABLE)


@dataclass(frozen=True)
class Case:
    """The requests that went before, each in one group: late, refused, or running."""

    late: tuple[Earlier, ...]
    refused: tuple[Earlier, ...]
    running: tuple[Earlier, ...]
    reminders: tuple[Earlier, ...]


def case(facts: Facts) -> Case:
    """Sorts what went before; a request answered with a refusal is refused, however late."""
    asked = requests(facts)
    refused = [e for e in asked if e.answer and e.answer.code in CONTESTABLE]
    late = [e for e in asked if e not in refused and is_late(e, facts.date)]
    return Case(
        late=tuple(late),
        refused=tuple(refused),
        running=tuple(e for e in asked if e not in refused and e not in late),
        reminders=tuple(e for e in facts.earlier if e.key.startswith("reminder-")),
    )


def requests(facts: Facts) -> tuple[Earlier, ...]:
    """The requests among what went before."""
    return tuple(earlier for earlier in facts.earlier if earlier.key in OBJECTIONS)


def overdue(facts: Facts) -> tuple[Earlier, ...]:
    """The requests whose due date is past, those of the letter's addressee where it has some."""
    found = [e for e in requests(facts) if _overdue(e, facts.date)]
    own = [e for e in found if e.addressee == facts.addressee.name]
    return tuple(own or found)


def first_reminders(facts: Facts) -> tuple[Earlier, ...]:
    """The first reminders to the bodies whose request is overdue."""
    late = {earlier.addressee for earlier in overdue(facts)}
    return tuple(e for e in facts.earlier if e.key == "reminder-1" and e.addressee in late)


def settled(earlier: Earlier) -> bool:
    """Answered on the merits: registered, or refused (rule 6); anything else leaves the clock."""
    return earlier.answer is not None and earlier.answer.code in MERITS


def is_late(earlier: Earlier, on: date) -> bool:
    """Received, proved, due before the letter's date, and not answered for good (rule 6)."""
    return bool(earlier.evidence) and _overdue(earlier, on)


def check(text: Text, facts: Facts) -> None:
    """Raises `FactsError` naming the first key that the letter lacks."""
    for need in text.needs:
        CHECKS[need](facts)


def _late(facts: Facts) -> None:
    if not case(facts).late:
        _say_why_not_late(facts, ("received_on", "evidence", "due_on"))


def _overdue_request(facts: Facts) -> None:
    if not overdue(facts):
        _say_why_not_late(facts, ("received_on", "due_on"))


def _overdue(earlier: Earlier, on: date) -> bool:
    """Nobody is reminded who has answered on the merits."""
    past = earlier.due_on is not None and earlier.due_on < on
    return past and earlier.received_on is not None and not settled(earlier)


def _say_why_not_late(facts: Facts, keys: tuple[str, ...]) -> None:
    for i, earlier in _indexed_requests(facts):
        for name in keys:
            if not getattr(earlier, name):
                raise FactsError(
                    f"earlier[{i}].{name}",
                    "cette information manque\u202f: sans elle, aucun retard ne peut être affirmé.",
                )
        if earlier.due_on and earlier.due_on >= facts.date:
            raise FactsError(
                f"earlier[{i}].due_on",
                "l’échéance n’est pas passée\u202f: le courrier doit être daté d’un jour suivant.",
            )
    raise FactsError("earlier", "aucune des demandes n’est restée sans réponse.")


def _refused(facts: Facts) -> None:
    if case(facts).refused:
        return
    asked = _indexed_requests(facts)
    for i, earlier in asked:
        if earlier.answer:
            raise FactsError(
                f"earlier[{i}].answer.code",
                f"la réponse {earlier.answer.code} ne refuse pas ce qui a été demandé.",
            )
    raise FactsError(
        f"earlier[{asked[0][0]}].answer",
        "cette information manque\u202f: quelle est la réponse\u202f?",
    )


def _first_reminder(facts: Facts) -> None:
    if not first_reminders(facts):
        raise FactsError("earlier", "le premier rappel (reminder-1) à cet organisme manque.")


def _indexed_requests(facts: Facts) -> list[tuple[int, Earlier]]:
    found = [(i, e) for i, e in enumerate(facts.earlier) if e.key in OBJECTIONS]
    if not found:
        raise FactsError("earlier", "la demande initiale manque (fund-objection ou hdh-objection).")
    return found


CHECKS: dict[Need, Callable[[Facts], None]] = {
    Need.LATE: _late,
    Need.REFUSED: _refused,
    Need.OVERDUE_REQUEST: _overdue_request,
    Need.FIRST_REMINDER: _first_reminder,
}
