"""Step 2: which fund, and to whom one writes. Funds come from the directory (rule 9)."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from letters.address import MAX_LINES, PostalAddress
from opposition.directory.shipped import SERVICE
from opposition.forms.fields import LineField, LinesField
from opposition.forms.funds import FundSelect
from opposition.forms.step import StepForm
from opposition.models.addressee import Addressee, Kind, Regime

LISTED, OTHER = "listed", "other"
FUND, HDH = "fund", "hdh"
HEAD = 2  # lines of an address that are the body's name and its service


class FundForm(StepForm):
    """A fund proposed, taken from the list, or typed; and the bodies to write to."""

    LISTED, OTHER = LISTED, OTHER

    fund = forms.CharField(
        widget=forms.RadioSelect,
        label=_("Votre caisse d’assurance maladie"),
        error_messages={"required": _("choisissez votre caisse, ou une des deux autres réponses.")},
    )
    listed = forms.CharField(
        widget=FundSelect,
        label=_("Toutes les caisses"),
        error_messages={"required": _("choisissez une caisse dans la liste.")},
    )
    other_name = LineField(
        label=_("Nom de l’organisme"),
        error_messages={"required": _("indiquez le nom de l’organisme.")},
    )
    other_lines = LinesField(
        label=_("Son adresse, une ligne par ligne"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Recopiez-la d’un de ses courriers. La dernière ligne : code postal, ville."),
        error_messages={"required": _("indiquez l’adresse de l’organisme.")},
    )
    to = forms.MultipleChoiceField(
        label=_("À qui écrivez-vous ?"),
        choices=[
            (FUND, _("À votre caisse d’assurance maladie")),
            (HDH, _("À la Plateforme des données de santé (Health Data Hub)")),
        ],
        initial=[FUND, HDH],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("choisissez au moins un destinataire.")},
    )

    def __init__(
        self, data: QueryDict | None = None, *, known: Mapping[str, Addressee], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.known = known
        self.proposed: list[Addressee] = []

    def propose(self, funds: list[Addressee]) -> None:
        """The cards to show; the only general fund of a place is marked, unless one was chosen."""
        self.proposed = funds
        general = [f for f in funds if f.regime == Regime.GENERAL and not f.invented]
        if len(general) == 1:
            self.initial.setdefault("fund", general[0].key)

    def clean(self) -> dict[str, Any]:
        """Keeps what goes with the answer given, and looks the fund up."""
        choice = self.cleaned_data.get("fund", "")
        if choice != LISTED:
            self.ignore(["listed"])
        if choice != OTHER:
            self.ignore(["other_name", "other_lines"])
        self._check_known("listed" if choice == LISTED else "fund", choice)
        self._check_typed()
        # A directory may lack the Health Data Hub.
        if "to" in self.fields and not self.errors and not self.bodies:
            self.add_error("to", now("cet organisme n’est pas dans l’annuaire du portail."))
        return self.cleaned_data

    def _check_known(self, field: str, choice: str) -> None:
        key = self.cleaned_data.get(field)
        if key and choice != OTHER and not self._record(key):
            self.add_error(field, now("cette caisse est inconnue : choisissez-en une."))

    def _check_typed(self) -> None:
        lines = self.cleaned_data.get("other_lines", ())
        if len(lines) > MAX_LINES - HEAD:
            self.add_error("other_lines", too_many())
        elif lines:
            self.warnings["other_lines"] = " ".join(defects(self.cleaned_data["other_lines"]))

    def _record(self, key: str) -> Addressee | None:
        found = self.known.get(key)
        return found if found and found.kind == Kind.FUND else None

    @property
    def body(self) -> Addressee:
        """The fund of a valid step; a typed one is a record that nobody saves."""
        answers = self.cleaned_data
        if answers["fund"] == OTHER:
            return Addressee(
                kind=Kind.FUND,
                name=answers["other_name"],
                letter_name=answers["other_name"],
                letter_service=SERVICE,
                lines=list(answers["other_lines"]),
            )
        return self.known[answers["listed" if answers["fund"] == LISTED else "fund"]]

    @property
    def hub(self) -> Addressee | None:
        """The Health Data Hub; the demonstration's invented one goes with an invented fund."""
        hubs = [body for body in self.known.values() if body.kind == Kind.HDH]
        fitting = [body for body in hubs if body.invented == self.body.invented]
        return next(iter(fitting or hubs), None)

    @property
    def bodies(self) -> dict[str, Addressee]:
        """Whom one writes to, by the letter's short name."""
        found = {FUND: self.body, HDH: self.hub}
        return {name: body for name in self.cleaned_data["to"] if (body := found[name])}


def records(keys: Iterable[str]) -> dict[str, Addressee]:
    """The funds of these keys and the Health Data Hub, by key: one query."""
    wanted = Addressee.objects.filter(Q(kind=Kind.HDH) | Q(kind=Kind.FUND, key__in=keys))
    return {body.key: body for body in wanted.order_by("key")}


def too_many() -> str:
    """Six lines in all (NF Z10-011), two of which are the body's name and its service."""
    return now("quatre lignes au plus : le nom et le service en prennent déjà deux.")


def defects(lines: Iterable[str]) -> list[str]:
    """What departs from the norm in the lines under a body's name."""
    return PostalAddress(tuple(lines)).defects
