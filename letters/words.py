"""Every name that a text may use, made from the facts; any other is an error in the template."""

from dataclasses import dataclass, fields
from typing import Any

from letters import barcode, enclosures, needs, typography
from letters.catalogue import Need, Text
from letters.facts import Earlier, Facts
from letters.statements import Statement


@dataclass(frozen=True)
class Voice:
    """How the person speaks: for oneself, or for somebody else."""

    opening: str
    asked: str
    data: str
    care: str


OWN = Voice(
    opening="J’exerce",
    asked="J’ai demandé",
    data="mes données",
    care="à mes soins ni à mes remboursements",
)
FOR_ANOTHER = Voice(
    opening="Au nom de la personne concernée, j’exerce",
    asked="Au nom de la personne concernée, j’ai demandé",
    data="ses données",
    care="à ses soins ni à ses remboursements",
)


def of(
    text: Text, facts: Facts, said: list[Statement], window_lines: tuple[str, ...]
) -> dict[str, Any]:
    """The names by what they hold; facts keep their own names."""
    case = needs.case(facts)
    accused = case.refused if Need.REFUSED in text.needs else case.late
    return {
        **{field.name: getattr(facts, field.name) for field in fields(facts)},
        "text": text,
        "subject": typography.french(text.subject),
        "salutation": typography.french(text.salutation),
        "concerned": facts.concerned,
        "voice": FOR_ANOTHER if facts.represents else OWN,
        "window": window_lines,
        "barcode": barcode.svg(facts.reference),
        "statements": said,
        "enclosures": enclosures.of(text, facts),
        **_chronology(facts, case, accused),
    }


def _chronology(facts: Facts, case: needs.Case, accused: tuple[Earlier, ...]) -> dict[str, Any]:
    """What went before, in the groups that the texts tell apart."""
    answers = [earlier.answer for earlier in accused if earlier.answer]
    running = [earlier for earlier in case.running if not needs.settled(earlier)]
    apart = (*accused, *running)
    return {
        "accused": accused,
        "running": running,
        "others": [earlier for earlier in needs.requests(facts) if earlier not in apart],
        "complaints": [e for e in facts.earlier if e.key.startswith("cnil-complaint")],
        "reminders": case.reminders,
        "first_reminders": needs.first_reminders(facts),
        "overdue": needs.overdue(facts),
        "requests": needs.requests(facts),
        "parallel": [e for e in facts.earlier if e.key == "fund-objection"],
        "codes": list(dict.fromkeys(answer.code for answer in answers)),
        "defects": list(dict.fromkeys(d for answer in answers for d in answer.missing)),
    }
