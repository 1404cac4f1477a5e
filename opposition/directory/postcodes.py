"""From a postal code to its departments and communes, without a query."""

import re
from functools import cache

from opposition.directory import tables

# No commune's name holds it: one string a code is lighter than a tuple of strings.
SEPARATOR = "|"


def department_of(postal_code: str) -> tuple[str, ...]:
    """The departments a postal code may lie in, the likeliest first; () when it is no French code.

    A code of the 36 exceptions follows their table (97133 is Saint-Barthélemy, 42620 lies in two
    departments); every other one, CEDEX included, follows the rule of its first digits.
    """
    code = tidy(postal_code)
    if code in exceptions():
        return exceptions()[code]
    by_rule = department_by_rule(code)
    return (by_rule,) if by_rule else ()


def communes_of(postal_code: str) -> tuple[str, ...]:
    """The communes that share a postal code, in the file's order; () for an unknown code."""
    joined = communes_by_code().get(tidy(postal_code), "")
    return tuple(joined.split(SEPARATOR)) if joined else ()


def is_postal_code(postal_code: str) -> bool:
    """Five ASCII digits once spaces are gone; says nothing of whether the code exists."""
    return re.fullmatch(r"[0-9]{5}", tidy(postal_code)) is not None


def tidy(postal_code: str) -> str:
    """Without any space, also the narrow and no-break ones that a copy brings."""
    return "".join(postal_code.split())


def department_by_rule(postal_code: str) -> str:
    """The department that the first digits say, "" when there is none such.

    Corsica: 2A below 20200, else 2B; overseas (97x, 98x): three digits; else two.
    """
    if not is_postal_code(postal_code):
        return ""
    code = tidy(postal_code)
    if code.startswith("20"):
        return "2A" if code < "20200" else "2B"
    department = code[:3] if code.startswith(("97", "98")) else code[:2]
    return department if department in departments() else ""


@cache
def departments() -> dict[str, str]:
    """Name by code, 109 of them, overseas territories included."""
    return {row["code"]: row["name"] for row in tables.rows("departments.csv")}


@cache
def exceptions() -> dict[str, tuple[str, ...]]:
    """The departments of the codes that the rule gets wrong or not whole, the rule's own first."""
    return {
        row["postal_code"]: tuple(
            sorted(row["departments"].split(), key=lambda code: code != row["rule_department"])
        )
        for row in tables.rows("postal_department_exceptions.csv")
    }


@cache
def communes_by_code() -> dict[str, str]:
    """Names of communes, joined, by postal code: 6,310 strings, 1.4 MB, read in 0.06 s."""
    names: dict[str, dict[str, None]] = {}
    for row in tables.rows("postal_codes_fr_2026.csv.gz"):
        names.setdefault(row["postal_code"], {})[row["commune"]] = None
    return {code: SEPARATOR.join(communes) for code, communes in names.items()}
