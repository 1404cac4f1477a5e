"""Whether an answer covers what was asked: nothing closes until the person says so (rule 6)."""

from typing import Any, ClassVar

from django import forms
from django.forms import Field
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import ASKED, Question, Scope
from opposition.forms.dossier import questions
from opposition.forms.dossier.act import ActForm, Depending

COVERED, INCOMPLETE, CONTESTED = "couvre", "incomplet", "conteste"


class VerdictForm(ActForm):
    """One page for three acts; the address only says which answer is marked at first."""

    title = Question.SCOPE.label
    lead = _(
        "Vous seul pouvez le dire. Une réponse partielle n’arrête pas le délai pour le reste ; une "
        "réponse que vous contestez permet de saisir la CNIL."
    )
    after: ClassVar[Depending] = {"verdict": {"scopes": {INCOMPLETE}}}

    def ask(self) -> dict[str, Field]:
        """The verdict, and of an incomplete answer what it leaves out."""
        return {
            "verdict": _verdict(self.subject.word),
            "scopes": questions.scopes(
                _("Quelles parties restent sans réponse ?"), [s for s in Scope if s in ASKED]
            ),
        }

    @property
    def word(self) -> str:
        """The act chosen on the page."""
        return str(self.cleaned_data["verdict"])

    @property
    def told(self) -> dict[str, Any]:
        """Only an incomplete answer says more."""
        if self.word != INCOMPLETE:
            return {}
        return {"scopes": frozenset(self.cleaned_data["scopes"])}

    @property
    def notes(self) -> tuple[str, ...]:
        """A late answer that is enough is news for the CNIL too (rule 11)."""
        if self.subject.case.standing.filed_on is None:
            return ()
        return (now("La CNIL est saisie : si la réponse couvre tout, dites-le-lui aussi."),)


def _verdict(word: str) -> forms.ChoiceField:
    closes = _("La demande est close. Gardez la réponse : c’est votre preuve.")
    choices = [
        (COVERED, questions.hinted(_("Oui, elle couvre tout"), closes)),
        (
            INCOMPLETE,
            questions.hinted(
                _("Il en manque une partie"), _("Le délai continue pour cette partie.")
            ),
        ),
        (
            CONTESTED,
            questions.hinted(_("Je la conteste"), _("La plainte à la CNIL vous est proposée.")),
        ),
    ]
    return forms.ChoiceField(
        label=_("Votre avis sur cette réponse"),
        choices=choices,
        initial=word,
        widget=forms.RadioSelect,
        error_messages={"required": _("choisissez une des trois réponses.")},
    )
