"""What a body writes that may move its deadline, or only seems to (rules 6 and 15)."""

from django.forms import Field
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.forms.dossier import questions
from opposition.forms.dossier.act import DatedForm


class IdentityAskedForm(DatedForm):
    """`identite`."""

    title = _("On vous demande qui vous êtes ?")
    lead = _(
        "Cette demande ne suspend le délai que si elle vient dans le premier mois et dit quel "
        "doute elle a (RGPD, art. 12, § 6)."
    )
    when, missing = _("Demandé le"), _("indiquez le jour de cette demande.")

    def ask(self) -> dict[str, Field]:
        """Without a doubt it suspends nothing."""
        return super().ask() | {
            "doubted": questions.yes_no(
                _("L’organisme dit-il quel doute il a ?"),
                missing=_("dites si un doute vous a été expliqué."),
            )
        }

    @property
    def notes(self) -> tuple[str, ...]:
        """An answer by text comes first (rule 15)."""
        return (
            now(
                "Vous pouvez d’abord répondre par écrit : les éléments de votre lettre suffisent, "
                "sauf doute raisonnable, et le compte ameli peut confirmer qui vous êtes. Une "
                "copie de pièce d’identité ne s’envoie qu’en dernier recours."
            ),
        )


class IdentityGivenForm(DatedForm):
    """`identite-donnee`."""

    title = _("Vous avez donné ces précisions ?")
    lead = _("Si le délai attendait, il reprend ce jour-là.")
    button = _("Oui, je les ai données")
    when, missing = _("Données le"), _("indiquez le jour où vous les avez données.")


class ExtendedForm(DatedForm):
    """`delai`."""

    title = _("On vous demande plus de temps ?")
    lead = _(
        "Deux mois de plus sont possibles, si l’annonce vient dans le premier mois et donne ses "
        "raisons (RGPD, art. 12, § 3). Sinon le délai ne change pas."
    )
    when, missing = _("Annoncé le"), _("indiquez le jour de cette annonce.")

    def ask(self) -> dict[str, Field]:
        """Without reasons it extends nothing."""
        return super().ask() | {
            "reasoned": questions.yes_no(
                _("L’organisme en donne-t-il les raisons ?"),
                missing=_("dites si des raisons ont été données."),
            )
        }


class RedirectedForm(DatedForm):
    """`renvoi`."""

    title = _("On vous renvoie à un autre organisme ?")
    lead = _(
        "Celui à qui vous avez écrit reste tenu de répondre : son délai continue (RGPD, art. 26, "
        "§ 3 ; CRPA, art. L. 114-2)."
    )
    when, missing = _("Reçu le"), _("indiquez le jour où vous l’avez reçu.")
