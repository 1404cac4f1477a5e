"""The same questions asked of each body written to, under its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, Field
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition.forms.fund import FUND, HDH
from opposition.forms.step import StepForm
from opposition.models.addressee import Addressee

SHORT: Mapping[str, str | Promise] = {FUND: _("Votre caisse"), HDH: _("Health Data Hub")}


@dataclass(frozen=True)
class Group:
    """One body on the page, and its questions by their own names."""

    name: str
    body: Addressee
    asked: dict[str, BoundField]


class PerBodyForm(StepForm):
    """Fields are named `<body>_<question>`: `fund_sent_on`, `hdh_kind`."""

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.bodies: dict[str, Addressee] = {}

    def ask(self, name: str, body: Addressee, questions: Mapping[str, Field]) -> None:
        """Adds one body's questions."""
        self.bodies[name] = body
        for key, field in questions.items():
            field.short_label = _named(field, SHORT[name])  # type: ignore[attr-defined]
            self.fields[f"{name}_{key}"] = field

    def of(self, name: str) -> dict[str, Any]:
        """What is known of one body, by question; what was refused or not asked is absent."""
        start = f"{name}_"
        return {
            key.removeprefix(start): value
            for key, value in self.cleaned_data.items()
            if key.startswith(start)
        }

    @property
    def groups(self) -> list[Group]:
        """What the page shows, body by body."""
        return [Group(name, body, self._asked(name)) for name, body in self.bodies.items()]

    def _asked(self, name: str) -> dict[str, BoundField]:
        start = f"{name}_"
        return {key.removeprefix(start): self[key] for key in self.fields if key.startswith(start)}


def _named(field: Field, body: str | Promise) -> str:
    """What the summary of errors says before the error: a question needs only its body."""
    label = str(field.label)
    return str(body) if label.endswith("?") else f"{body}, {label[:1].lower()}{label[1:]}"
