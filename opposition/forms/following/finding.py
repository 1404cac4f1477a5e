"""Two ways back to a dossier: the code of the slip, or a new link by e-mail."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from opposition.correspondence.references import ALPHABET
from opposition.forms.fields import MailField
from opposition.forms.mailboxes import MOST
from opposition.forms.step import StepForm

SIGNS = 28  # of a slip's code
_BETWEEN = re.compile(r"[\W_]+")  # spaces, dashes and dots of whoever copies


class CodeField(forms.CharField):
    """The code as it was printed: whatever stands between its signs, in either case."""

    def to_python(self, value: Any) -> str:
        """The bare signs in capitals; a ValidationError says what was miscopied."""
        code = _BETWEEN.sub("", super().to_python(value) or "").upper()
        if not code:
            return ""
        strange = sorted(set(code) - set(ALPHABET))
        if strange:
            raise ValidationError(
                _("la fiche ne porte jamais %(signs)s : comparez signe par signe."),
                code="signs",
                params={"signs": ", ".join(strange[:5])},
            )
        if len(code) != SIGNS:
            raise ValidationError(
                _("le code compte 28 signes, en sept groupes de quatre ; il y en a ici %(count)s."),
                code="length",
                params={"count": len(code)},
            )
        return code


class CodeForm(StepForm):
    """« J’ai ma fiche »."""

    code = CodeField(
        label=_("Le code de votre fiche"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=_("Sept groupes de quatre signes. Espaces, tirets et minuscules sont acceptés."),
        error_messages={"required": _("recopiez le code de votre fiche.")},
    )


class MailForm(StepForm):
    """« Envoyez-moi un lien »."""

    email = MailField(
        label=_("L’adresse e-mail donnée pour le suivi"),
        most=MOST,
        widget=forms.TextInput(
            attrs={"autocomplete": "email", "inputmode": "email", "spellcheck": "false"}
        ),
        error_messages={"required": _("indiquez l’adresse donnée pour le suivi.")},
    )
