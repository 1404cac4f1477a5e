"""The word that prints bear while a demonstration's dates are fictive (rule 19)."""

from django.utils.translation import gettext as _

from opposition import clock


def word() -> str:
    """Nothing in production, and nothing while nobody has moved the clock."""
    return _("DÉMONSTRATION : dates fictives") if clock.moved() else ""
