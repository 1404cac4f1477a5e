"""Which funds a person may belong to, by postal code or by scheme."""

from django.utils.translation import gettext

from opposition.directory.postcodes import department_of, departments, is_postal_code, tidy
from opposition.models.addressee import Addressee, AddresseeQuerySet, Regime

# These territories have schemes of their own, whose addresses nobody has checked yet.
NO_GENERAL_FUND = frozenset({"975", "984", "986", "987", "988", "989"})

RANK: dict[str, int] = {Regime.GENERAL: 0, Regime.AGRICULTURAL: 1}


def funds_for(postal_code: str) -> list[Addressee]:
    """The funds to propose, at most one query: general regime first, then agricultural.

    Four departments (59, 62, 64, 76) have several general funds: the person chooses. The demo's
    invented fund comes last. An empty list has its reason in `why_no_fund`.
    """
    there = department_of(postal_code)

    def rank(fund: Addressee) -> tuple[bool, int, int, str]:
        nearest = min(there.index(code) for code in fund.departments if code in there)
        return fund.invented, RANK.get(fund.regime, len(RANK)), nearest, fund.letter_name

    return sorted(Addressee.objects.funds().for_department(*there), key=rank)


def why_no_fund(postal_code: str) -> str:
    """The sentence to show when a postal code leads to no fund, "" when it leads to one."""
    if not is_postal_code(postal_code):
        return gettext("Un code postal français s’écrit en cinq chiffres, par exemple 75011.")
    there = department_of(postal_code)
    if not there:
        return gettext(
            "Le code postal %(code)s n’est celui d’aucun département français. "
            "Vérifiez-le, ou choisissez votre caisse dans la liste."
        ) % {"code": tidy(postal_code)}
    if NO_GENERAL_FUND.issuperset(there):
        return gettext(
            "Ce portail ne connaît aucune caisse du régime général pour ce territoire (%(name)s). "
            "Si votre caisse est ailleurs, choisissez-la dans la liste."
        ) % {"name": departments()[there[0]]}
    return ""


def agricultural_funds() -> list[Addressee]:
    """Every agricultural fund (MSA), by name: for 16 of them no department is known."""
    return _by_name(Addressee.objects.funds().agricultural())


def other_schemes() -> list[Addressee]:
    """The national funds of the special schemes (military, energy, SNCF…), by name."""
    return _by_name(Addressee.objects.funds().special())


def _by_name(funds: AddresseeQuerySet) -> list[Addressee]:
    # Sorted here, by plain capitals: databases do not order accents and apostrophes alike.
    return sorted(funds, key=lambda fund: fund.letter_name)
