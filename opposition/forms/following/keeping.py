"""How the person wants to be reached, and what they agree that the portal keeps (rules 3, 19)."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.forms.fields import MailField
from opposition.forms.mailboxes import MOST
from opposition.forms.step import StepForm

MAIL, SLIP = "courriel", "fiche"
CONSENT = "2026-11"  # the version of the words agreed to: a new one whenever they change


class KeepingForm(StepForm):
    """A way to be reached; one consent to be followed, one more where own grounds were written."""

    by = forms.ChoiceField(
        label=_("Comment retrouver votre dossier ?"),
        choices=[
            (MAIL, _("Par courriel")),
            (SLIP, _("Sans courriel : avec une fiche à imprimer")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("choisissez le courriel, ou la fiche à imprimer.")},
    )
    follow_email = MailField(
        label=_("Votre adresse e-mail"),
        most=MOST,
        widget=forms.TextInput(
            attrs={"autocomplete": "email", "inputmode": "email", "spellcheck": "false"}
        ),
        help_text=_("Elle n’est pas imprimée sur vos lettres."),
        why=_("Pour vous écrire quand une date demande quelque chose de vous. Rien d’autre."),
        error_messages={"required": _("indiquez une adresse que vous lisez.")},
    )
    consent = forms.BooleanField(
        label=_("J’accepte que le portail garde mon dossier pour suivre mes demandes"),
        error_messages={"required": _("cochez cette case, ou continuez sans suivi.")},
    )
    grounds_kept = forms.BooleanField(
        label=_("J’accepte que mes raisons, qui peuvent toucher à ma santé, y soient gardées"),
        error_messages={
            "required": _(
                "cochez cette case, ou retirez vos raisons en revenant à vos réponses : "
                "elles sont facultatives."
            )
        },
    )

    def __init__(
        self, data: QueryDict | None = None, *, email: str = "", grounds: bool, **options: Any
    ) -> None:
        known = {"by": MAIL, "follow_email": email} if email else {}
        super().__init__(data, initial=known, **options)
        self.fields["by"].short_label = now("Votre choix")  # type: ignore[attr-defined]
        self.fields["consent"].short_label = now("Votre accord")  # type: ignore[attr-defined]
        if grounds:
            self.fields["grounds_kept"].short_label = now("Vos raisons")  # type: ignore[attr-defined]
        else:
            del self.fields["grounds_kept"]

    def clean(self) -> dict[str, Any]:
        """The address counts only for whoever wants mails."""
        if self.cleaned_data.get("by") != MAIL:
            self.ignore(["follow_email"])
        return self.cleaned_data

    @property
    def by_mail(self) -> bool:
        """Whether the dossier is confirmed from a mailbox; of a valid form."""
        return bool(self.cleaned_data["by"] == MAIL)

    @property
    def email(self) -> str:
        """The mailbox, or nothing; of a valid form."""
        return str(self.cleaned_data.get("follow_email", ""))
