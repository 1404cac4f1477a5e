"""The letters that may be made today, once the locks of each body are read (rules 1, 2, 6, 12)."""

from collections.abc import Sequence
from dataclasses import dataclass

from opposition.correspondence.resuming.cases import Case
from opposition.domain.plan.offers import REFUSAL, SILENCE

COMPLAINTS = (SILENCE, REFUSAL)


@dataclass(frozen=True)
class Option:
    """One letter and the bodies that it is about; `key` is what the form sends."""

    key: str
    letter: str
    cases: tuple[Case, ...]

    @property
    def is_complaint(self) -> bool:
        """It goes to the CNIL, not to the body."""
        return self.letter in COMPLAINTS


def options(cases: Sequence[Case]) -> list[Option]:
    """A reminder goes to one body; a complaint names all that are late, or all that refused."""
    found = [
        Option(f"reminder-{case.name}", case.plan.reminder.letter, (case,))
        for case in cases
        if case.plan.reminder.open
    ]
    groups = {
        SILENCE: tuple(case for case in cases if case.late),
        REFUSAL: tuple(case for case in cases if case.refused),
    }
    return found + [Option(letter, letter, group) for letter, group in groups.items() if group]
