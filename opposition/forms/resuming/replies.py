"""The one question of rule 1, once a date has passed; before that, whether an answer came early."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition.correspondence.resuming import Case
from opposition.forms.resuming.per_body import PerBodyForm
from opposition.models.addressee import Addressee

NAME = "came"
NOTHING, ANSWER = "nothing", "answer"

# Rule 1, word for word: the only words that may establish a silence.
SILENCE = _("Avez-vous reçu quelque chose : courrier, message ameli, mail ?")
EARLY = _("Cet organisme vous a-t-il déjà répondu ?")


class RepliesForm(PerBodyForm):
    """One question for each body; which one depends on whether its date has passed."""

    def __init__(
        self, data: QueryDict | None = None, *, cases: Sequence[Case], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.cases = {case.name: case for case in cases}
        for case in cases:
            self.ask(case.name, case.body, {NAME: _question(case)})

    @property
    def answered(self) -> dict[str, Addressee]:
        """The bodies that wrote something, of a valid step."""
        return {name: body for name, body in self.bodies.items() if self.of(name)[NAME] == ANSWER}

    def is_silent(self, name: str) -> bool:
        """Whether the person said, since the date passed, that nothing came."""
        return self.cases[name].overdue and self.of(name)[NAME] == NOTHING


def _question(case: Case) -> forms.ChoiceField:
    nothing, answer = _answers(case)
    return forms.ChoiceField(
        label=SILENCE if case.overdue else EARLY,
        choices=[(NOTHING, nothing), (ANSWER, answer)],
        widget=forms.RadioSelect,
        error_messages={"required": _("dites si vous avez reçu quelque chose.")},
    )


def _answers(case: Case) -> tuple[str | Promise, str | Promise]:
    if not case.overdue:
        return _("Non, pas encore"), _("Oui")
    if case.history.extended_on or case.history.id_asked:
        return _("Non, rien d’autre que ce qui est noté à l’étape précédente"), _("Oui")
    return _("Non, rien"), _("Oui")
