"""« Corriger cette date », « cette ligne est une erreur »."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from opposition.forms.dossier.act import ActForm, DatedForm


class LineForm(ActForm):
    """About the line of the journal that the page shows."""

    @property
    def told(self) -> dict[str, Any]:
        """With the number of the line; 0 is none."""
        line = self.subject.line
        return super().told | {"line_ordinal": line.event.ordinal if line else 0}


class CorrectionForm(LineForm, DatedForm):
    """`corriger`."""

    title = _("Corriger cette date ?")
    lead = _(
        "L’ancienne ligne reste lisible, barrée ; la bonne la remplace, et toutes les dates sont "
        "recalculées."
    )
    button = _("Corriger")
    ways = ("annuler",)
    when, missing = _("La bonne date"), _("indiquez la bonne date.")


class StrikeForm(LineForm):
    """`annuler`."""

    title = _("Cette ligne est une erreur ?")
    lead = _("Elle restera lisible, barrée, et ne comptera plus. Les dates sont recalculées.")
    button = _("Oui, la barrer")
