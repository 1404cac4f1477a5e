"""The dates of each request, typed again: an order that cannot be is told at its field."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as now

from opposition.correspondence import references
from opposition.correspondence.resuming import History
from opposition.domain.vocabulary import Evidence
from opposition.forms.resuming import order, questions
from opposition.forms.resuming.per_body import PerBodyForm
from opposition.forms.resuming.questions import DATES, NO, UNKNOWN, YES
from opposition.models.addressee import Addressee

APPLIES_FROM = date(2018, 5, 25)  # RGPD, art. 99(2): no month of its art. 12 began before
# What is only asked after a certain answer to another question.
AFTER = {
    "proof": {
        "received_on": {proof.value for proof in Evidence if proof.opens},
        "how": {Evidence.DECLARED.value},
    },
    "extended": {"extended_on": {YES}, "reasoned": {YES}},
    "identity": {"id_asked": {YES}, "doubted": {YES}, "id_given": {YES}},
}


class DatesForm(PerBodyForm):
    """One group of dates for each body written to."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        bodies: Mapping[str, Addressee],
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.today = today
        for name, body in bodies.items():
            self.ask(name, body, {**questions.of_request(), **questions.of_delays()})

    def clean(self) -> dict[str, Any]:
        """Leaves out what was not asked, then holds each date against the others and today."""
        if not self.bodies:  # a directory without the Health Data Hub
            self.add_error(None, now("cet organisme n’est pas dans l’annuaire du portail."))
        for name in self.bodies:
            self._leave_out(name)
            self._check_days(name)
            self._check_words(name)
            if not any(key.startswith(f"{name}_") for key in self.errors):
                self._check_order(name)
        return self.cleaned_data

    def _leave_out(self, name: str) -> None:
        for question, depending in AFTER.items():
            answer = self.cleaned_data.get(f"{name}_{question}")
            self.ignore(
                f"{name}_{key}" for key, wanted in depending.items() if answer not in wanted
            )

    def _check_days(self, name: str) -> None:
        for key in DATES:
            day = self.cleaned_data.get(f"{name}_{key}")
            if day and day > self.today:
                self.add_error(f"{name}_{key}", now("cette date est dans le futur."))
            elif day and day < APPLIES_FROM:
                self.add_error(
                    f"{name}_{key}", now("cette date est trop ancienne : vérifiez l’année.")
                )

    def _check_words(self, name: str) -> None:
        """Rule 2: an estimate is no evidence; and a reference of ours has a shape."""
        told = self.of(name)
        if "estim" in told.get("how", "").casefold():
            self.add_error(
                f"{name}_how",
                now("une date estimée n’ouvre rien : répondez plutôt « Je ne sais pas »."),
            )
        reference = _reference(told.get("reference", ""))
        if reference and not references.is_one(reference):
            self.add_error(
                f"{name}_reference",
                now("elle s’écrit comme 7K3M-9XDC ; laissez vide si vous ne l’avez pas."),
            )

    def _check_order(self, name: str) -> None:
        try:
            order.check(self.of(name))
        except order.OrderError as error:
            self.add_error(f"{name}_{error.key}", ValidationError(error.sentence))

    def history(self, name: str) -> History:
        """One body's history, as far as the dates tell it."""
        told = self.of(name)
        known = told["proof"] != UNKNOWN
        return History(
            name=name,
            body=self.bodies[name],
            sent_on=told["sent_on"],
            received_on=told.get("received_on"),
            evidence=Evidence(told["proof"]) if known else None,
            how=told.get("how", ""),
            extended_on=told.get("extended_on"),
            reasoned=told.get("reasoned", NO) == YES,
            id_asked=told.get("id_asked"),
            doubted=told.get("doubted", NO) == YES,
            id_given=told.get("id_given"),
            reminders=tuple(d for d in (told["reminder_1"], told["reminder_2"]) if d),
            reference=_reference(told["reference"]),
        )

    @property
    def histories(self) -> list[History]:
        """Those of a valid step, in the order of the page."""
        return [self.history(name) for name in self.bodies]


def _reference(text: str) -> str:
    """As the letters print it, however it was copied: `7k3m 9xdc` is `7K3M-9XDC`."""
    signs = "".join(sign for sign in text.upper() if sign.isalnum())
    return f"{signs[:4]}-{signs[4:]}" if signs else ""
