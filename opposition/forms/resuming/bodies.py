"""To whom one wrote: the fund, by postal code, from the list or typed; the Health Data Hub."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.forms.fields import PostalCodeField
from opposition.forms.fund import FUND, HDH, FundForm
from opposition.forms.step import StepForm
from opposition.models.addressee import Addressee, Kind

Bodies = dict[str, Addressee]


class BodiesForm(StepForm):
    """The bodies written to, and what finds the fund."""

    to = forms.MultipleChoiceField(
        label=_("À qui aviez-vous envoyé votre demande ?"),
        choices=[
            (FUND, _("À votre caisse d’assurance maladie")),
            (HDH, _("À la Plateforme des données de santé (Health Data Hub)")),
        ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("cochez au moins un organisme.")},
    )
    postal_code = PostalCodeField(
        label=_("Votre code postal"),
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "postal-code", "class": "short", "inputmode": "numeric"}
        ),
        why=_("Il sert à retrouver votre caisse. Inutile pour le seul Health Data Hub."),
    )

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["postal_code"].one_of_several = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A fund is looked up by its place."""
        sought = FUND in self.cleaned_data.get("to", ())
        if sought and "postal_code" not in self.errors and not self.cleaned_data["postal_code"]:
            self.add_error("postal_code", now("indiquez le code postal, pour trouver la caisse."))
        return self.cleaned_data


class OwnFundForm(FundForm):
    """The fund written to; whom else one wrote to was asked before."""

    to = None  # type: ignore[assignment]


def chosen(asked: BodiesForm, fund: FundForm | None, known: Mapping[str, Addressee]) -> Bodies:
    """The bodies written to, in the order of the form, by the letter's short name.

    `known` holds the records of the Health Data Hub: an invented one goes with an invented fund.
    """
    found: Bodies = {}
    for name in asked.cleaned_data["to"]:
        body = fund.body if name == FUND and fund else _hub(fund, known)
        if body:
            found[name] = body
    return found


def _hub(fund: FundForm | None, known: Mapping[str, Addressee]) -> Addressee | None:
    if fund:
        return fund.hub
    hubs = [body for body in known.values() if body.kind == Kind.HDH]
    return min(hubs, key=lambda body: body.invented, default=None)
