"""What each answer says: its kind, its day, a line of it, what it lacks (RGPD, art. 12(4))."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import Field
from django.http import QueryDict
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.correspondence.resuming import History, Reply
from opposition.correspondence.resuming.histories import BESIDE, JUDGED
from opposition.domain.vocabulary import REFUSALS, AnswerCode
from opposition.forms.fields import LineField
from opposition.forms.resuming.kinds import KINDS
from opposition.forms.resuming.per_body import PerBodyForm
from opposition.forms.resuming.questions import NO, YES, day, yes_no

QUOTE_MOST = 300
DEFECTS = (
    ("reasons", _("Les raisons du refus")),
    ("complaint", _("La possibilité de saisir la CNIL")),
    ("remedy", _("La possibilité d’un recours devant un juge")),
)


CONTESTABLE = JUDGED | (REFUSALS - BESIDE)  # what the law does not exclude (rule 6)


class AnswersForm(PerBodyForm):
    """The same questions for each body that wrote."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        histories: Mapping[str, History],
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.histories, self.today = histories, today
        for name, history in histories.items():
            self.ask(name, history.body, questions())

    def clean(self) -> dict[str, Any]:
        """Keeps what goes with the kind of answer, and its place among the other dates."""
        for name in self.bodies:
            self._leave_out(name, self.of(name).get("kind", ""))
            self._check_day(name)
            self._check_words(name)
        return self.cleaned_data

    def _leave_out(self, name: str, kind: str) -> None:
        depending = {"enough": JUDGED, "since": BESIDE, "missing": CONTESTABLE}
        self.ignore(f"{name}_{key}" for key, kinds in depending.items() if kind not in kinds)

    def _check_day(self, name: str) -> None:
        on, history = self.of(name).get("on"), self.histories[name]
        if on and on > self.today:
            self.add_error(f"{name}_on", now("cette date est dans le futur."))
        elif on and history.received_on and on < history.received_on:
            self.add_error(f"{name}_on", now("cette date est avant celle de la réception."))
        elif on and on < history.sent_on:
            self.add_error(f"{name}_on", now("cette date est avant celle de l’envoi."))

    def _check_words(self, name: str) -> None:
        told, quote = self.of(name), f"{name}_quote"
        if told.get("kind") == AnswerCode.OTHER and not told.get("quote", "refused"):
            # The complaint then argues with these words alone.
            self.add_error(quote, now("recopiez la phrase principale de la réponse."))
        if told.get("since") == YES:
            self.add_error(f"{name}_since", now("décrivez plutôt cette autre réponse, plus haut."))

    def reply(self, name: str) -> Reply:
        """One body's answer, of a valid step."""
        told = self.of(name)
        return Reply(
            code=AnswerCode(told["kind"]),
            on=told["on"],
            quote=told["quote"],
            missing=tuple(told.get("missing", ())),
            contested=told.get("enough") == NO,
            only=told.get("since") == NO,
        )


def questions() -> Mapping[str, Field]:
    return {
        "kind": forms.ChoiceField(
            label=_("Que dit cette réponse ?"),
            choices=[(code.value, kind) for code, kind in KINDS.items()],
            widget=forms.RadioSelect,
            error_messages={"required": _("dites ce que contient la réponse.")},
        ),
        "on": day(
            _("Réponse reçue le"),
            missing=_("indiquez le jour où vous l’avez reçue."),
            hint=_("La date du courrier si vous ne savez plus. JJ/MM/AAAA."),
        ),
        "quote": LineField(
            label=_("La phrase principale de cette réponse"),
            required=False,
            most=QUOTE_MOST,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Une phrase recopiée, 300 caractères au plus, sans rien de médical."),
            why=_("La plainte la cite."),
        ),
        "missing": forms.MultipleChoiceField(
            label=_("Que manque-t-il à cette réponse ?"),
            choices=DEFECTS,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Un refus doit dire ces trois choses (RGPD, art. 12, § 4)."),
        ),
        "enough": yes_no(
            _("Cette réponse vous suffit-elle ?"), missing=_("dites si cette réponse vous suffit.")
        ),
        "since": yes_no(
            _("Et depuis, avez-vous reçu autre chose : courrier, message ameli, mail ?"),
            missing=_("dites si vous avez reçu autre chose depuis."),
        ),
    }
