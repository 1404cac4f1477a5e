"""Another mailbox for the notices, or none."""

from django import forms
from django.utils.translation import gettext_lazy as _

from opposition.forms.fields import MailField
from opposition.forms.mailboxes import MOST
from opposition.forms.step import StepForm


class MailboxForm(StepForm):
    """The address that the notices are to go to."""

    follow_email = MailField(
        label=_("Nouvelle adresse e-mail"),
        most=MOST,
        widget=forms.TextInput(
            attrs={"autocomplete": "email", "inputmode": "email", "spellcheck": "false"}
        ),
        help_text=_("Elle n’est pas imprimée sur vos lettres."),
        error_messages={"required": _("indiquez une adresse que vous lisez.")},
    )
