"""A new address, a typo in a name, a body's lines: for the next letters only."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField, Field
from django.http import QueryDict
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from letters.address import MAX_LINES, PostalAddress
from letters.facts import Body, FactsError
from letters.window import window
from opposition.correspondence.followed import Identity
from opposition.forms import persons
from opposition.forms.fields import LinesField
from opposition.forms.fund import HEAD, defects, too_many
from opposition.forms.step import StepForm, defects_of
from opposition.forms.you import OF
from opposition.models import Addressee

LINES = "lignes_"  # before the reference of a demand
OWN_MOST = MAX_LINES - 1  # the name is the first
_CEDEX = re.compile(r"\s+cedex\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class Shown:
    """A body on the page, and the lines that may be corrected."""

    body: Addressee
    lines: BoundField


class DetailsForm(StepForm):
    """The identity as it was given, and the address of each body; `bodies` by reference."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        before: Identity,
        bodies: Mapping[str, Addressee],
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(data, initial=_initial(before), **options)
        self.before, self.bodies, self.today = before, bodies, today
        if before.represents:
            self.fields |= persons.identity(prefix=OF, own=False)
        self.fields |= persons.identity() | {"address": _address(), "email": _email()}
        self.fields |= {f"{LINES}{name}": _lines(body) for name, body in bodies.items()}

    def clean(self) -> dict[str, Any]:
        """Births that can be, addresses that fit a letter and its envelope."""
        for name in ("birth_date", f"{OF}birth_date"):
            if born := self.cleaned_data.get(name):
                self._check_birth(name, born)
        if lines := self.cleaned_data.get("address"):
            self._check_own(lines)
        for name, body in self.bodies.items():
            if lines := self.cleaned_data.get(f"{LINES}{name}"):
                self._check_body(f"{LINES}{name}", body, lines)
        return self.cleaned_data

    def _check_birth(self, name: str, born: date) -> None:
        try:
            persons.check_birth(born, self.today)
        except ValidationError as error:
            self.add_error(name, error)

    def _check_own(self, lines: tuple[str, ...]) -> None:
        if len(lines) > OWN_MOST:
            self.add_error("address", now("cinq lignes au plus, sans le nom."))
        elif not PostalAddress(lines).postal_code:
            self.add_error(
                "address", now("la dernière ligne doit être le code postal suivi de la commune.")
            )
        else:
            self.warnings["address"] = " ".join(defects_of(*lines))

    def _check_body(self, name: str, body: Addressee, lines: tuple[str, ...]) -> None:
        if len(lines) > MAX_LINES - HEAD:
            self.add_error(name, too_many())
            return
        try:
            window(Body(name=body.letter_name, service=body.letter_service, address=lines))
        except FactsError as error:
            self.add_error(name, error.message)
        self.warnings[name] = " ".join(defects(lines))

    @property
    def identity(self) -> Identity:
        """The identity of a valid form; what was not asked stays as it was."""
        lines, before = self.cleaned_data["address"], self.before
        citizen = {
            **before.citizen,
            **_person(self.cleaned_data, ""),
            "address": list(lines),
            "email": self.cleaned_data["email"],
        }
        represents = before.represents
        if represents:
            represents = {**represents, **_person(self.cleaned_data, OF)}
        moved = citizen["address"] != list(before.citizen["address"])
        place = _place(lines) if moved else before.place
        return replace(before, citizen=citizen, represents=represents, place=place)

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The address of each body, by reference."""
        return {name: self.cleaned_data[f"{LINES}{name}"] for name in self.bodies}

    @property
    def theirs(self) -> Iterator[BoundField]:
        """The identity of the person represented."""
        return (self[f"{OF}{name}"] for name in persons.IDENTITY if self.before.represents)

    @property
    def own(self) -> Iterator[BoundField]:
        """The identity of whoever signs, and where the answers go."""
        return (self[name] for name in (*persons.IDENTITY, "address", "email"))

    @property
    def addresses(self) -> Iterator[Shown]:
        """The bodies that are still written to."""
        return (Shown(body, self[f"{LINES}{name}"]) for name, body in self.bodies.items())


def _initial(before: Identity) -> dict[str, Any]:
    found = {"email": before.citizen["email"], "address": "\n".join(before.citizen["address"])}
    for prefix, person in (("", before.citizen), (OF, before.represents or {})):
        found |= {f"{prefix}{name}": person.get(name, "") for name in persons.IDENTITY}
        if born := person.get("birth_date"):
            found[f"{prefix}birth_date"] = date.fromisoformat(born).strftime("%d/%m/%Y")
    return found


def _person(told: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    found = {name: told[f"{prefix}{name}"] for name in persons.IDENTITY}
    return found | {"birth_date": found["birth_date"].isoformat()}


def _place(lines: tuple[str, ...]) -> str:
    """The town at the head of a letter."""
    town = PostalAddress(lines).town
    return _CEDEX.sub("", town) or town


def _address() -> Field:
    return LinesField(
        label=_("Votre adresse"),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
        help_text=_("Une ligne par ligne, sans le nom ; à la fin, code postal et commune."),
        why=_("C’est là que les réponses arrivent."),
        error_messages={"required": _("indiquez votre adresse.")},
    )


def _email() -> Field:
    email = persons.address()["email"]
    email.why = _("L’organisme peut alors vous répondre par mail.")  # type: ignore[attr-defined]
    return email


def _lines(body: Addressee) -> Field:
    field = LinesField(
        label=_("Son adresse"),
        initial="\n".join(body.lines),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Une ligne par ligne, sans le nom ; à la fin, code postal et ville."),
        error_messages={"required": _("recopiez l’adresse depuis un courrier de l’organisme.")},
    )
    field.short_label = body.name  # type: ignore[attr-defined]
    return field
