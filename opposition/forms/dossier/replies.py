"""What came back, or did not: the person's word alone (rules 1 and 6)."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django import forms
from django.forms import Field
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.domain import french
from opposition.domain.vocabulary import AnswerCode, Question, Scope
from opposition.forms.dossier import questions
from opposition.forms.dossier.act import ActForm, Depending
from opposition.forms.fields import LineField
from opposition.forms.resuming.answers import CONTESTABLE, DEFECTS, QUOTE_MOST
from opposition.forms.resuming.kinds import KINDS
from opposition.forms.resuming.questions import day
from opposition.models.addressee import Kind

ELSEWHERE: Mapping[str, Any] = {
    Kind.FUND: _("Elle me renvoie aussi vers le Health Data Hub"),
    Kind.HDH: _("Elle me renvoie aussi vers ma caisse"),
}


class SilenceForm(ActForm):
    """`rien`: the one question of rule 1; nothing else may establish a silence."""

    title = Question.SILENCE.label
    lead = _(
        "Regardez partout avant de répondre : la boîte aux lettres, le compte ameli, les mails, "
        "les indésirables. Votre réponse ouvre la suite : un rappel facultatif, ou la plainte."
    )
    button = _("Non, je n’ai rien reçu")
    instead = _("Si oui, qu’avez-vous reçu ?")
    ways = ("repondu", "identite", "delai", "renvoi")

    @property
    def notes(self) -> tuple[str, ...]:
        """Patience for a letter on its way; and before its date a word opens nothing."""
        return (*self._early(), *self.subject.case.plan.notes)

    def _early(self) -> Iterator[str]:
        due = self.subject.case.plan.deadline
        if due is None or due.due is None:
            yield now("Aucun délai n’a encore pris fin : ce que vous direz est gardé, sans effet.")
        elif self.subject.today <= due.due:
            told = now(
                "Le délai court jusqu’au %(day)s. Ce que vous direz d’ici là est gardé, sans rien "
                "ouvrir : nous vous le redemanderons ensuite."
            )
            yield told % {"day": french.day(due.due)}


class AnsweredForm(ActForm):
    """`repondu`: what the answer says, on what, in which words."""

    title = _("Que dit la réponse reçue ?")
    lead = _(
        "Décrivez-la comme vous la comprenez. Rien ne se ferme : nous vous demanderons ensuite si "
        "elle couvre votre demande."
    )
    ways = ("identite", "delai")
    after: ClassVar[Depending] = {"code": {"missing": CONTESTABLE}}

    def ask(self) -> dict[str, Field]:
        """Its kind, its day, then what helps the complaint, if there must be one."""
        return {
            "code": _code(),
            "on": day(
                _("Reçue le"),
                missing=_("indiquez le jour où vous l’avez reçue."),
                hint=_("La date du courrier si vous ne savez plus. JJ/MM/AAAA."),
            ),
            "scopes": questions.scopes(
                _("De quoi parle-t-elle ?"), Scope, hint=_("Ne cochez rien si elle ne le dit pas.")
            ),
            "quote": _quote(),
            "missing": _missing(),
            "redirected": forms.BooleanField(
                label=ELSEWHERE[self.subject.case.demand.kind], required=False
            ),
        }

    def clean(self) -> dict[str, Any]:
        """An answer of no known kind speaks by its own words: the complaint argues with them."""
        super().clean()
        other = self.cleaned_data.get("code") == AnswerCode.OTHER
        if other and not self.cleaned_data.get("quote", "refused"):
            self.add_error("quote", now("recopiez la phrase principale de la réponse."))
        return self.cleaned_data

    @property
    def told(self) -> dict[str, Any]:
        """Sets and tuples, as the journal takes them."""
        told = super().told
        return told | {
            "scopes": frozenset(told["scopes"]),
            "missing": tuple(told.get("missing", ())),
        }


def _code() -> forms.TypedChoiceField:
    choices = [(code.value, questions.hinted(k.label, k.hint)) for code, k in KINDS.items()]
    return forms.TypedChoiceField(
        label=_("Que dit-elle ?"),
        choices=choices,
        coerce=AnswerCode,
        widget=forms.RadioSelect,
        error_messages={"required": _("dites ce que contient la réponse.")},
    )


def _quote() -> LineField:
    return LineField(
        label=_("La phrase principale de cette réponse"),
        required=False,
        most=QUOTE_MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Une phrase recopiée, 300 caractères au plus, sans rien de médical."),
        why=_("La plainte, s’il en faut une, la cite."),
    )


def _missing() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Que manque-t-il à cette réponse ?"),
        choices=DEFECTS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Un refus doit dire ces trois choses (RGPD, art. 12, § 4)."),
    )
