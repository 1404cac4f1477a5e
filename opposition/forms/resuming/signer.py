"""Who signs: the identity form of the first letters, and what a complaint or a reminder adds."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.correspondence.resuming import Option
from opposition.forms.resuming.dates import APPLIES_FROM
from opposition.forms.resuming.questions import NO, YES, day
from opposition.forms.you import YouForm

BEFORE = "complained_on"
LATER = ""  # two boxes are printed, to tick by hand


class SignerForm(YouForm):
    """The identity, then, for a complaint, two statements that may stay unsaid."""

    def __init__(
        self, data: QueryDict | None = None, *, today: date, option: Option, **more: Any
    ) -> None:
        super().__init__(data, today=today, **more)
        self.option = option
        if option.is_complaint:
            self.fields |= statements()

    def clean(self) -> dict[str, Any]:
        """A complaint sent before was sent since the RGPD applies, and not tomorrow."""
        super().clean()
        before = self.cleaned_data.get(BEFORE)
        if before and not APPLIES_FROM <= before <= self.today:
            self.add_error(BEFORE, now("cette date est impossible : vérifiez l’année."))
        return self.cleaned_data

    @property
    def complained_on(self) -> date | None:
        """The day of the first complaint, which this one completes (rule 6)."""
        found: date | None = self.cleaned_data.get(BEFORE)
        return found

    @property
    def court_seized(self) -> bool | None:
        """Of a valid step; None leaves the boxes to the pen."""
        return _said(self.cleaned_data.get("court"))

    @property
    def disclose_identity(self) -> bool | None:
        """The same, of the consent to be named to the body."""
        return _said(self.cleaned_data.get("disclose"))


def _said(answer: str | None) -> bool | None:
    return {YES: True, NO: False}.get(answer or LATER)


def statements() -> dict[str, forms.Field]:
    later = (LATER, _("Je cocherai la case à la main, sur le papier"))
    return {
        "court": forms.ChoiceField(
            label=_("Une juridiction est-elle déjà saisie de cette affaire ?"),
            choices=[(NO, _("Non, aucune")), (YES, _("Oui")), later],
            required=False,
            initial=LATER,
            widget=forms.RadioSelect,
        ),
        "disclose": forms.ChoiceField(
            label=_("La CNIL peut-elle donner votre identité à l’organisme en cause ?"),
            choices=[(YES, _("Oui")), (NO, _("Non")), later],
            required=False,
            initial=LATER,
            widget=forms.RadioSelect,
            help_text=_("Sans votre nom, l’organisme ne peut guère retrouver votre demande."),
        ),
        BEFORE: day(
            _("Plainte déjà envoyée à la CNIL le"),
            hint=_("Laissez vide si celle-ci est la première. JJ/MM/AAAA."),
            why=_("La nouvelle plainte dira qu’elle complète la précédente."),
        ),
    }
