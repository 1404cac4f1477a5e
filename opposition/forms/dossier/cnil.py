"""The complaint has left; what the CNIL says of it."""

from django import forms
from django.forms import Field
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import Outcome
from opposition.forms.dossier import questions
from opposition.forms.dossier.act import DatedForm
from opposition.forms.dossier.sending import LeavingForm, ReceivedForm
from opposition.forms.fields import LineField

ONLINE, BY_POST = "en-ligne", "courrier"
NUMBER_MOST = 40
OUTCOMES = {
    Outcome.ACCEPTED: _("Elle me donne raison"),
    Outcome.PARTIAL: _("Elle me donne raison en partie"),
    Outcome.REFUSED: _("Elle rejette ma plainte, ou la clôt sans suite"),
}


class FiledForm(LeavingForm):
    """`depose`."""

    title = _("Vous avez déposé la plainte ?")
    lead = _(
        "En ligne, la CNIL l’a aussitôt. Par courrier, ses trois mois partent du jour où elle "
        "l’a reçue : un recommandé le prouve."
    )
    button = _("Oui, je l’ai déposée")
    when, missing = _("Déposée le"), _("indiquez le jour du dépôt.")

    def ask(self) -> dict[str, Field]:
        """One filing is enough, by either way."""
        return super().ask() | {
            "online": forms.TypedChoiceField(
                label=_("Par quel moyen ?"),
                choices=[(ONLINE, _("En ligne, sur cnil.fr")), (BY_POST, _("Par courrier"))],
                coerce=_is_online,
                empty_value=None,
                widget=forms.RadioSelect,
                error_messages={"required": _("dites par quel moyen vous l’avez déposée.")},
            ),
            "number": number(),
            "other": questions.other_copy(),
        }


class ArrivedForm(ReceivedForm):
    """`recu`, by the CNIL."""

    lead = _("Les trois mois de la CNIL partent de ce jour-là (RGPD, art. 78, § 2).")


class RegisteredForm(DatedForm):
    """`cnil-enregistre`."""

    title = _("La CNIL a enregistré votre plainte ?")
    lead = _("L’enregistrement ne change pas la date : ses trois mois courent depuis le dépôt.")
    when, missing = _("Enregistrée le"), _("indiquez le jour de l’enregistrement.")

    def ask(self) -> dict[str, Field]:
        """The number helps whoever writes to the CNIL."""
        return super().ask() | {"number": number()}


class NewsForm(DatedForm):
    """`cnil-nouvelles`."""

    title = _("La CNIL vous a donné des nouvelles ?")
    lead = _("Dites quand elle vous a écrit où en est la plainte : trois mois recommencent alors.")
    when, missing = _("Nouvelles reçues le"), _("indiquez le jour où vous les avez reçues.")


class OutcomeForm(DatedForm):
    """`cnil-decision`."""

    title = _("La CNIL a décidé ?")
    lead = _(
        "Dites comment vous comprenez sa réponse. Le suivi des demandes visées s’arrête alors ; "
        "vous pourrez le reprendre."
    )
    when, missing = _("Décision reçue le"), _("indiquez le jour où vous l’avez reçue.")

    def ask(self) -> dict[str, Field]:
        """As the person reads it."""
        return super().ask() | {
            "outcome": forms.TypedChoiceField(
                label=_("Que décide-t-elle ?"),
                choices=[(outcome.value, words) for outcome, words in OUTCOMES.items()],
                coerce=Outcome,
                widget=forms.RadioSelect,
                error_messages={"required": _("dites ce que la CNIL a décidé.")},
            )
        }


def number() -> LineField:
    """What the CNIL, or the post, calls it: no shape is known."""
    return LineField(
        label=_("Numéro de la plainte, ou de l’envoi"),
        required=False,
        most=NUMBER_MOST,
        widget=forms.TextInput(attrs={"class": "medium", "spellcheck": "false"}),
        why=_("Pour le citer si vous écrivez à la CNIL. Il reste dans votre dossier."),
    )


def _is_online(value: str) -> bool:
    return value == ONLINE
