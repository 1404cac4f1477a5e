"""What the page of an act is about: one demand of one dossier, on one day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from opposition import vault
from opposition.correspondence import followed
from opposition.models import Addressee, Dossier
from opposition.records import Case, Line


@dataclass(frozen=True)
class Subject:
    """The case, among those of its dossier; `word` names the act, `line` the line to correct."""

    dossier: Dossier
    cases: Sequence[Case] = field(repr=False)
    case: Case
    today: date
    word: str
    line: Line | None = None

    @cached_property
    def body(self) -> Addressee:
        """The body, as the next letter would address it."""
        key = vault.unwrap(self.dossier.key, self.dossier.id)
        return followed.body_of(self.case.demand, key)
