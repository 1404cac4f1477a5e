"""Step 3: addresses that nobody has verified, then the person's own words if they want any."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from letters import catalogue, statements
from letters.address import MAX_LINES
from letters.facts import Body, FactsError
from letters.statements import Statement
from letters.window import window
from opposition.correspondence.answers import KEYS
from opposition.forms.fields import LinesField, ParagraphsField
from opposition.forms.fund import FUND, HDH, HEAD, defects, too_many
from opposition.forms.step import StepForm
from opposition.models.addressee import Addressee

GROUNDS_MOST, GROUNDS_PARAGRAPHS = 1_500, 3


class WordingForm(StepForm):
    """One address and one confirmation for each body to be checked; grounds; dated facts."""

    grounds = ParagraphsField(
        label=_("Vos raisons, avec vos mots"),
        most=GROUNDS_MOST,
        paragraphs=GROUNDS_PARAGRAPHS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("1 500 caractères et trois paragraphes au plus ; une ligne vide les sépare."),
        why=_("Seulement si vous le voulez : la loi ne demande aucune raison."),
    )
    grounds_consent = forms.BooleanField(
        label=_("J’accepte que ces raisons, qui peuvent toucher à ma santé, soient imprimées"),
        required=False,
    )
    statements = forms.MultipleChoiceField(
        label=_("Des faits publics et datés"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        bodies: Mapping[str, Addressee],
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(_of_these(data, bodies) if data is not None else None, **options)
        self.bodies = bodies
        self.offered = offered(tuple(bodies), today)
        choices = [(statement.id, statement.text) for statement in self.offered]
        self.fields["statements"].choices = choices  # type: ignore[attr-defined]
        for name, body in unchecked(bodies).items():
            self.fields |= _address_fields(name, body)
            self.warnings[f"{name}_lines"] = " ".join(defects(body.lines)) if body.lines else ""
        self.fields["grounds_consent"].short_label = _("Vos raisons")  # type: ignore[attr-defined]
        self.order_fields([name for name in self.fields if name not in self.base_fields])

    def remember(self, data: QueryDict) -> None:
        """An address typed for another fund is not this one's."""
        super().remember(_of_these(data, self.bodies))

    def clean(self) -> dict[str, Any]:
        """Addresses that fit their envelope; no printed ground without consent (GDPR art. 9)."""
        for name in unchecked(self.bodies):
            if lines := self.cleaned_data.get(f"{name}_lines"):
                self._check_address(name, lines)
        if self.cleaned_data.get("grounds") and not self.cleaned_data.get("grounds_consent"):
            self.add_error(
                "grounds_consent",
                now("cochez cette case, ou effacez vos raisons : elles sont facultatives."),
            )
        return self.cleaned_data

    def _check_address(self, name: str, lines: tuple[str, ...]) -> None:
        body, field = self.bodies[name], f"{name}_lines"
        if len(lines) > MAX_LINES - HEAD:
            self.add_error(field, too_many())
            return
        try:
            window(Body(name=body.letter_name, service=body.letter_service, address=lines))
        except FactsError as error:
            self.add_error(field, error.message)
        self.warnings[field] = " ".join(defects(lines))

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The address of each body as it will be printed."""
        return {
            name: self.cleaned_data.get(f"{name}_lines") or tuple(body.lines)
            for name, body in self.bodies.items()
        }

    @property
    def addresses(self) -> list["Shown"]:
        """What the page shows of each body: its record, and the questions if there are any."""
        return [
            Shown(body, *(self[f"{name}_{key}"] for key in FIELDS))
            if f"{name}_lines" in self.fields
            else Shown(body)
            for name, body in self.bodies.items()
        ]


@dataclass(frozen=True)
class Shown:
    """A body on the page; the questions are there where its address is not verified."""

    body: Addressee
    lines: BoundField | None = None
    checked: BoundField | None = None
    key: BoundField | None = None


FIELDS = ("lines", "checked", "for")
SOURCES = {
    FUND: _("Je l’ai comparée à celle de ma caisse (courriers, compte ameli), ou corrigée"),
    HDH: _("Je l’ai comparée à celle du site officiel (health-data-hub.fr), ou corrigée"),
}


def unchecked(bodies: Mapping[str, Addressee]) -> dict[str, Addressee]:
    """The bodies of the directory whose address staff have not verified (rule 9)."""
    return {name: body for name, body in bodies.items() if body.pk and not body.verified_on}


def offered(names: tuple[str, ...], today: date) -> list[Statement]:
    """The dated facts that at least one of the letters offers, and that still hold."""
    ids = dict.fromkeys(i for name in names for i in catalogue.get(KEYS[name]).statements)
    known = statements.shipped()
    return [known[i] for i in ids if known[i].holds(today)]


def _address_fields(name: str, body: Addressee) -> dict[str, forms.Field]:
    questions = {
        f"{name}_for": forms.CharField(widget=forms.HiddenInput, initial=body.pk, required=False),
        f"{name}_lines": LinesField(
            label=_("Adresse"),
            initial="\n".join(body.lines),
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_("Une ligne par ligne, sans le nom ; à la fin, code postal et ville."),
            error_messages={"required": _("recopiez l’adresse depuis un courrier de l’organisme.")},
        ),
        f"{name}_checked": forms.BooleanField(
            label=SOURCES[name],
            error_messages={"required": _("comparez l’adresse, puis cochez cette case.")},
        ),
    }
    for question in questions.values():
        question.short_label = body.name  # type: ignore[attr-defined]
    return questions


def _of_these(data: QueryDict, bodies: Mapping[str, Addressee]) -> QueryDict:
    """The data without the addresses that were given for bodies chosen before."""
    kept = data.copy()
    for name in KEYS:
        body = bodies.get(name)
        if body is None or data.get(f"{name}_for") != body.pk:
            for key in FIELDS:
                kept.pop(f"{name}_{key}", None)
    return kept
