"""What is asked of one request and of what followed: its dates, and how they are known."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import Field
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import Evidence
from opposition.forms.fields import DayField, LineField

UNKNOWN = "unknown"
YES, NO = "yes", "no"
HOW_MOST = 120
DAY_HINT = _("JJ/MM/AAAA, par exemple 03/11/2026.")

PROOFS = (
    (Evidence.SIGNED_RETURN_SLIP.value, _("Par l’avis de réception signé")),
    (Evidence.TRACKING.value, _("Par le suivi postal")),
    (
        Evidence.ACKNOWLEDGEMENT.value,
        _("Par un accusé de réception, dans un mail ou un message ameli"),
    ),
    (Evidence.DECLARED.value, _("Autrement : je peux dire comment")),
    (UNKNOWN, _("Je ne sais pas quel jour elle a été reçue")),
)
# The dates typed, in the order in which things happen.
DATES = (
    "sent_on",
    "received_on",
    "extended_on",
    "id_asked",
    "id_given",
    "reminder_1",
    "reminder_2",
)


def day(label: Any, *, missing: Any = "", hint: Any = "", why: Any = "") -> DayField:
    """A date; required where a sentence says what is missing."""
    return DayField(
        label=label,
        required=bool(missing),
        widget=forms.TextInput(attrs={"class": "medium"}),
        help_text=hint or DAY_HINT,
        error_messages={"required": missing},
        why=why,
    )


def yes_no(
    label: Any, *, missing: Any, initial: str = "", help_text: Any = ""
) -> forms.ChoiceField:
    """A question with two answers."""
    return forms.ChoiceField(
        label=label,
        choices=[(NO, _("Non")), (YES, _("Oui"))],
        initial=initial,
        widget=forms.RadioSelect,
        error_messages={"required": missing},
        help_text=help_text,
    )


def of_request() -> Mapping[str, Field]:
    """The letter and its receipt (rule 2)."""
    return {
        "sent_on": day(_("Demande envoyée le"), missing=_("indiquez le jour de l’envoi.")),
        "proof": forms.ChoiceField(
            label=_("Comment savez-vous quel jour elle a été reçue ?"),
            choices=PROOFS,
            widget=forms.RadioSelect,
            error_messages={"required": _("dites comment vous connaissez le jour de réception.")},
        ),
        "received_on": day(
            _("Demande reçue le"),
            missing=_("indiquez le jour de réception."),
            why=_("Le délai d’un mois part de ce jour-là (RGPD, art. 12, § 3)."),
        ),
        "how": LineField(
            label=_("Comment connaissez-vous cette date ?"),
            most=HOW_MOST,
            help_text=_("En quelques mots, par exemple : remise au guichet contre un tampon."),
            why=_("La plainte dira « date déclarée », avec ces mots."),
            error_messages={"required": _("dites en quelques mots comment vous le savez.")},
        ),
        "reference": LineField(
            label=_("Référence de la demande"),
            required=False,
            most=40,
            widget=forms.TextInput(attrs={"class": "medium", "spellcheck": "false"}),
            help_text=_("En haut de la lettre faite ici : deux fois quatre signes."),
            why=_("Le rappel la reprend : l’organisme retrouve votre demande."),
        ),
    }


def of_delays() -> Mapping[str, Field]:
    """What may have moved the deadline, and what was already sent after it."""
    return {
        "extended": yes_no(
            _("Vous a-t-on annoncé un délai plus long ?"),
            missing=_("dites si un délai plus long vous a été annoncé."),
            initial=NO,
        ),
        "extended_on": day(
            _("Délai plus long annoncé le"), missing=_("indiquez le jour de cette annonce.")
        ),
        "reasoned": yes_no(
            _("L’organisme en a-t-il donné les raisons ?"),
            missing=_("dites si des raisons ont été données."),
            help_text=_("Sans raisons, la prolongation ne compte pas (RGPD, art. 12, § 3)."),
        ),
        "identity": yes_no(
            _("Vous a-t-on demandé de prouver qui vous êtes ?"),
            missing=_("dites si des précisions d’identité vous ont été demandées."),
            initial=NO,
        ),
        "id_asked": day(
            _("Précisions d’identité demandées le"), missing=_("indiquez le jour de cette demande.")
        ),
        "doubted": yes_no(
            _("L’organisme a-t-il dit quel doute il avait ?"),
            missing=_("dites si un doute vous a été expliqué."),
            help_text=_("Sans doute expliqué, le délai n’est pas suspendu (RGPD, art. 12, § 6)."),
        ),
        "id_given": day(
            _("Précisions données le"),
            hint=_("Laissez vide si vous ne les avez pas encore données."),
        ),
        "reminder_1": day(
            _("Premier rappel envoyé le"), hint=_("Laissez vide s’il n’y en a pas eu.")
        ),
        "reminder_2": day(
            _("Second rappel envoyé le"), hint=_("Laissez vide s’il n’y en a pas eu.")
        ),
    }
