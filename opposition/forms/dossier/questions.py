"""Questions that several acts ask: by which way, under which number, how it is known."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import Channel, Evidence, Scope
from opposition.forms.dossier.subject import Subject
from opposition.forms.fields import LineField
from opposition.forms.resuming.questions import HOW_MOST, NO, YES
from opposition.models.addressee import Kind

_WAYS = {
    Channel.AMELI: _("Un message sur mon compte ameli"),
    Channel.EMAIL_OWN: _("Un e-mail, de ma propre boîte"),
    Channel.POST: _("Un courrier postal"),
    Channel.FORM: _("Le formulaire en ligne de l’organisme"),
}
_PROOFS: Mapping[Evidence, tuple[Any, Any]] = {
    Evidence.SIGNED_RETURN_SLIP: (_("Par l’avis de réception signé"), ""),
    Evidence.TRACKING: (_("Par le suivi postal"), ""),
    Evidence.ACKNOWLEDGEMENT: (
        _("Par un accusé de réception, dans un mail ou un message ameli"),
        _("La copie dans vos messages envoyés ne suffit pas."),
    ),
    Evidence.DECLARED: (_("Autrement : je peux dire comment"), ""),
}
# What a person may recognise of what was asked, and of what was not.
SCOPES = {
    Scope.FUND: _("L’inscription de mon opposition par ma caisse"),
    Scope.HDH: _("Le Health Data Hub (Plateforme des données de santé)"),
    Scope.PROJECTS: _("L’usage de mes données dans des projets"),
    Scope.DELIVERED: _("Les données déjà livrées à des projets"),
    Scope.RESERVED: _("Ce que la loi réserve : base principale, accès permanents"),
}
_BETWEEN = re.compile(r"[\s.-]+")
_NUMBER = re.compile(r"[0-9A-Za-z]{13,15}")


class PostNumberField(LineField):
    """What the post calls a letter. Its shape alone is looked at: a check digit would refuse
    numbers of years to come."""

    def to_python(self, value: Any) -> str:
        """The number as typed; a ValidationError where it has not 13 to 15 signs."""
        text = super().to_python(value)
        if text and not _NUMBER.fullmatch(_BETWEEN.sub("", text)):
            raise ValidationError(
                _("un numéro d’envoi compte de 13 à 15 signes ; vous pouvez aussi laisser vide.")
            )
        return text


def channel(subject: Subject) -> forms.TypedChoiceField:
    """In the order of rule 8; the body's own form first once staff have verified it (rule 9)."""
    return forms.TypedChoiceField(
        label=_("Par quel moyen ?"),
        choices=[(way.value, _WAYS[way]) for way in _ways(subject)],
        coerce=Channel,
        widget=forms.RadioSelect,
        error_messages={"required": _("dites par quel moyen vous l’avez envoyé.")},
    )


def _ways(subject: Subject) -> Iterator[Channel]:
    body = subject.body
    verified = bool(body.portal and body.verified_on)
    if verified:
        yield Channel.FORM
    if subject.case.demand.kind != Kind.HDH:  # ameli writes to a fund
        yield Channel.AMELI
    yield from (Channel.EMAIL_OWN, Channel.POST)
    if not verified:
        yield Channel.FORM


def post_number() -> PostNumberField:
    """The number of a registered or tracked letter."""
    return PostNumberField(
        label=_("Numéro de suivi ou de recommandé"),
        required=False,
        widget=forms.TextInput(attrs={"class": "medium", "spellcheck": "false"}),
        help_text=_("De 13 à 15 signes, sur le reçu du dépôt."),
        why=_("Pour retrouver l’envoi. Il reste dans votre dossier."),
    )


def other_copy() -> forms.BooleanField:
    """Whether the letter that left is not the one downloaded here."""
    return forms.BooleanField(
        label=_("J’ai envoyé un autre exemplaire, ou mes propres mots"),
        required=False,
        help_text=_(
            "Le courrier préparé ici est gardé tel quel : il montrera ce que vous avez demandé. "
            "Cochez seulement si ce n’est pas lui qui est parti."
        ),
    )


def evidence(value: str, words: Any) -> forms.TypedChoiceField:
    """How the day of receipt is known, the strongest first (rule 2); last, the way not to know."""
    known = [(proof.value, hinted(*told)) for proof, told in _PROOFS.items()]
    return forms.TypedChoiceField(
        label=_("Comment connaissez-vous ce jour ?"),
        choices=[*known, (value, words)],
        coerce=_evidence,
        widget=forms.RadioSelect,
        error_messages={"required": _("dites comment vous connaissez ce jour.")},
    )


def _evidence(value: str) -> Evidence | str:
    """One of the words, or the answer that is none."""
    return Evidence(value) if value in set(Evidence) else value


def how() -> LineField:
    """The word that a declared date needs."""
    return LineField(
        label=_("Comment le savez-vous ?"),
        required=False,
        one_of_several=True,
        most=HOW_MOST,
        help_text=_("En quelques mots, par exemple : remise au guichet contre un tampon."),
        why=_("La plainte dira « date déclarée », avec ces mots."),
    )


def yes_no(label: Any, *, missing: Any) -> forms.TypedChoiceField:
    """A question with two answers, as a truth value."""
    return forms.TypedChoiceField(
        label=label,
        choices=[(YES, _("Oui")), (NO, _("Non"))],
        coerce=_is_yes,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"required": missing},
    )


def _is_yes(value: str) -> bool:
    return value == YES


def scopes(label: Any, which: Iterable[Scope], *, hint: Any = "") -> forms.TypedMultipleChoiceField:
    """Parts of what was asked."""
    return forms.TypedMultipleChoiceField(
        label=label,
        choices=[(scope.value, SCOPES[scope]) for scope in which],
        coerce=Scope,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=hint,
    )


def hinted(label: Any, hint: Any = "") -> Any:
    """The words of a choice, with a word of help under them."""
    if not hint:
        return label
    return format_html('{} <span class="hint">{}</span>', label, hint)
