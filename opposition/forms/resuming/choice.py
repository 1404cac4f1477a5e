"""Which letter to make, among those that the law opens today."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from opposition.correspondence.resuming import Option
from opposition.forms.step import StepForm

TITLES: dict[str, Promise] = {
    "reminder-1": _("Un rappel"),
    "reminder-2": _("Un second et dernier rappel"),
    "cnil-complaint-silence": _("Une plainte à la CNIL, pour absence de réponse"),
    "cnil-complaint-refusal": _("Une plainte à la CNIL, après la réponse reçue"),
}


class ChoiceForm(StepForm):
    """One choice; a letter that is not open today is not among the answers."""

    letter = forms.ChoiceField(
        label=_("Que voulez-vous préparer ?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("choisissez un courrier."),
            "invalid_choice": _("ce courrier n’est pas possible aujourd’hui : choisissez-en un."),
        },
    )

    def __init__(
        self, data: QueryDict | None = None, *, options: Sequence[Option], **more: Any
    ) -> None:
        super().__init__(data, **more)
        self.offered = {option.key: option for option in options}
        choices = [(option.key, label(option)) for option in options]
        self.fields["letter"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.initial.setdefault("letter", choices[0][0])

    @property
    def option(self) -> Option:
        """The letter chosen, of a valid step."""
        return self.offered[self.cleaned_data["letter"]]


def label(option: Option) -> Promise:
    """« Un rappel : CPAM du Rhône »."""
    names = ", ".join(case.body.name for case in option.cases)
    return format_lazy("{title}\u202f: {names}", title=TITLES[option.letter], names=names)
