"""The questions of an identity and of a postal address, for whichever form needs them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import Field, TextInput
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from letters.reading import OLDEST
from opposition.forms.fields import DayField, LineField, MailField, PostalCodeField

Widget = Callable[..., TextInput]
IDENTITY = ("given_names", "birth_name", "usual_name", "birth_date", "birth_place")
ADDRESS = ("flat", "building", "street", "hamlet", "postal_code", "town")


def identity(*, prefix: str = "", own: bool = True) -> dict[str, Field]:
    """An identity as the letters print it, and no more; `own` for whoever fills the form in.

    Only one's own answers may be filled in by the browser (WCAG 1.3.5 is about the user).
    """

    def widget(token: str, css: str = "") -> TextInput:
        return _input(token if own else "", css)

    questions = _names(widget) | _birth(widget)
    if not own:
        for question in questions.values():
            question.short_label = format_lazy(  # type: ignore[attr-defined]
                _("{label} (personne représentée)"), label=question.label
            )
    return {f"{prefix}{name}": question for name, question in questions.items()}


def _names(widget: Widget) -> dict[str, Field]:
    return {
        "given_names": LineField(
            label=_("Prénoms"),
            required=False,
            widget=widget("given-name"),
            help_text=_("Dans l’ordre de l’état civil. Laissez vide s’il n’y en a pas."),
            why=_("Pour ne pas confondre deux personnes du même nom."),
        ),
        "birth_name": LineField(
            label=_("Nom de naissance"),
            widget=widget("family-name"),
            help_text=_("Comme sur la carte Vitale ou la pièce d’identité."),
            why=_("C’est le nom de l’état civil, celui des fichiers."),
            error_messages={"required": _("indiquez le nom de naissance.")},
        ),
        "usual_name": LineField(
            label=_("Nom d’usage"),
            required=False,
            widget=widget(""),
            why=_("Utile seulement si les courriers arrivent à ce nom."),
        ),
    }


def _birth(widget: Widget) -> dict[str, Field]:
    return {
        "birth_date": DayField(
            label=_("Date de naissance"),
            widget=widget("bday", "medium"),
            help_text=_("JJ/MM/AAAA, par exemple 31/12/1980."),
            why=_("Avec le nom, elle désigne la personne sans numéro de sécurité sociale."),
            error_messages={"required": _("indiquez la date de naissance.")},
        ),
        "birth_place": LineField(
            label=_("Lieu de naissance"),
            widget=widget(""),
            help_text=_("Commune et département, ou pays : Brest (29), Oran (Algérie)."),
            why=_("Pour départager deux personnes de même nom nées le même jour."),
            error_messages={"required": _("indiquez le lieu de naissance.")},
        ),
    }


def address() -> dict[str, Field]:
    """A postal address in the order of NF Z10-011, and an e-mail address by choice."""
    return _above() | _town() | {"email": _email()}


def _above() -> dict[str, Field]:
    """The lines of an address above the last; at least a street, a hamlet or a box."""
    return {
        "flat": LineField(
            label=_("Appartement, étage, escalier"),
            required=False,
            widget=_input("address-line2"),
        ),
        "building": LineField(
            label=_("Bâtiment, résidence, entrée"),
            required=False,
            widget=_input("address-line3"),
        ),
        "street": LineField(
            label=_("Numéro et rue"),
            required=False,
            one_of_several=True,
            help_text=_("Sans rue : un lieu-dit ou une boîte postale, plus bas."),
            widget=_input("address-line1"),
        ),
        "hamlet": LineField(
            label=_("Lieu-dit ou boîte postale"),
            required=False,
            widget=_input(""),
        ),
    }


def _town() -> dict[str, Field]:
    return {
        "postal_code": PostalCodeField(
            label=_("Code postal"),
            widget=_input("postal-code", "short", inputmode="numeric"),
            why=_("Il sert aussi à proposer la caisse."),
            error_messages={"required": _("indiquez le code postal.")},
        ),
        "town": LineField(
            label=_("Commune"),
            widget=_input("address-level2"),
            why=_("Elle figure aussi en tête de lettre."),
            error_messages={"required": _("indiquez la commune.")},
        ),
    }


def _email() -> Field:
    return MailField(
        label=_("Adresse e-mail"),
        required=False,
        most=254,
        widget=_input("email", inputmode="email", spellcheck="false"),
        help_text=_("Imprimée sur vos courriers seulement si vous la donnez."),
        why=_("L’organisme peut alors vous répondre par mail. Le portail ne vous écrit pas."),
    )


def _input(token: str, css: str = "", **attributes: str) -> TextInput:
    named = {"autocomplete": token, "class": css, **attributes}
    return forms.TextInput(attrs={name: value for name, value in named.items() if value})


def check_birth(born: date, today: date) -> None:
    """A ValidationError for a day on which no living person was born."""
    if born > today:
        raise ValidationError(_("cette date est dans le futur."), code="future")
    if born < OLDEST:
        raise ValidationError(_("cette date est trop ancienne : vérifiez l’année."), code="old")


def lines(answers: dict[str, Any]) -> tuple[str, ...]:
    """The address as an envelope bears it, without the name."""
    above = (answers.get(name, "") for name in ADDRESS[:4])
    last = f"{answers['postal_code']} {answers['town']}"
    return (*(line for line in above if line), last)


def full_name(answers: dict[str, Any]) -> str:
    """The first line of the address: given names, and the name in use."""
    name = answers.get("usual_name") or answers["birth_name"]
    return f"{answers.get('given_names', '')} {name}".strip()
