"""Reminders: proposed, not imposed (rule 12)."""

from django.utils.translation import gettext_lazy as _

from opposition.forms.dossier.act import ActForm
from opposition.forms.dossier.sending import ByAWayForm


class ReminderForm(ByAWayForm):
    """`rappel`."""

    title = _("Vous avez envoyé un rappel ?")
    lead = _(
        "Un rappel est facultatif : vous pouvez saisir la CNIL sans attendre. Si rien ne vient, "
        "un second est possible quinze jours après le premier."
    )
    button = _("Oui, je l’ai envoyé")


class SkipForm(ActForm):
    """`sans-rappel`."""

    title = _("Vous préférez vous passer de rappel ?")
    lead = _(
        "La loi n’en demande aucun. Nous vous proposerons directement la plainte à la CNIL, et "
        "vous déciderez."
    )
    button = _("Oui, je m’en passe")
