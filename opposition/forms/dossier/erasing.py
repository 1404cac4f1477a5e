"""« Effacer ce dossier »: a box to tick, for what cannot be undone."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.forms.step import StepForm


class EraseForm(StepForm):
    """The person means it."""

    sure = forms.BooleanField(
        label=_("Oui, effacer tout ce dossier, pour toujours"),
        error_messages={"required": _("cochez cette case pour effacer.")},
    )

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["sure"].short_label = now("Effacer")  # type: ignore[attr-defined]
