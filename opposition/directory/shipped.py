"""The addressees of the release's own files, as unsaved records."""

import re
from collections.abc import Iterator
from datetime import date

from letters.address import capitals
from opposition.directory import envelope, tables
from opposition.directory.postcodes import department_by_rule
from opposition.models.addressee import Addressee, Kind, Regime

SERVICE = "DELEGUE A LA PROTECTION DES DONNEES"

# A pointer to funds.csv, and five bodies in one line that nobody looked up: not to be written to.
NOT_A_BODY = frozenset({"cpam-own", "caisse-des-francais-assemblee-nationale-"})

NATIONAL_KINDS = {"cnil-plaintes": Kind.CNIL, "hdh-dpd": Kind.HDH, "cnam-dpo": Kind.CNAM}

REGIMES = {"general": Regime.GENERAL, "agricole": Regime.AGRICULTURAL}

OTHER_ROLE = re.compile(r"\b(?!dp[od][.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def addressees() -> list[Addressee]:
    """Every body of the files, funds first."""
    return [
        *(_fund(row) for row in _bodies("funds.csv", "fund_id")),
        *(_national(row) for row in _bodies("recipients_national.csv", "id")),
    ]


def _bodies(name: str, key: str) -> Iterator[dict[str, str]]:
    return (row for row in tables.rows(name) if row[key] not in NOT_A_BODY)


def _fund(row: dict[str, str]) -> Addressee:
    # `other_role_mailbox` is never read: access to documents is another office.
    # `addr_org` neither: it repeats the name and the service, which have lines of their own.
    lines = [row["addr_complement"], row["addr_street"], row["addr_box"]]
    regime = REGIMES.get(row["regime"], Regime.SPECIAL)
    departments = row["departments"].split()
    return Addressee(
        key=row["fund_id"],
        kind=Kind.FUND,
        name=_typographic(row["name"]),
        regime=regime,
        scheme=row["regime"] if regime == Regime.SPECIAL else "",
        departments=departments,
        seat=_seat(departments, row["postal_code"]),
        letter_name=envelope.name_of(row["fund_id"], row["name"]),
        letter_service=SERVICE,
        lines=envelope.lines_of([*lines, f"{row['postal_code']} {row['city']}"]),
        mailbox=row["dpo_email"],
        source=row["address_source"],
        existence_source=row["existence_source"],
        seen_on=_oldest(row["address_date"]),
        seen_text=row["address_date"],
        level=row["verified"][:1],
        note=_without_other_roles(row["note"]),
    )


def _national(row: dict[str, str]) -> Addressee:
    name, _, service = row["name"].partition(", ")
    lines = envelope.lines_of(row["postal_address"].split("|"))
    return Addressee(
        key=row["id"],
        kind=NATIONAL_KINDS[row["id"]],
        name=_typographic(name),
        seat=_seat([], lines[-1][:5]) if lines else "",
        letter_name=envelope.name_of(row["id"], name),
        letter_service=capitals(service),
        lines=lines,
        mailbox=row["email"],
        portal=row["online_channel"],
        source=row["source"],
        seen_on=_oldest(row["date_seen"]),
        seen_text=row["date_seen"],
        level=row["verified"][:1],
        note=_without_other_roles(row["note"]),
    )


def _typographic(name: str) -> str:
    return name.replace("'", "’")


def _seat(departments: list[str], postal_code: str) -> str:
    """The department whose holidays count (rule 15), "" when unknown.

    A fund's only department comes before its postal code: the CGSS of La Réunion has a CEDEX
    code in 977, the CPAM of Corse-du-Sud one in the range of Haute-Corse.
    """
    if len(departments) == 1:
        return departments[0]
    return department_by_rule(postal_code)


def _oldest(text: str) -> date | None:
    """The oldest full date of a text such as "2020-11-24 (siège) / 2021-04-26 (DPD)"."""
    found = re.findall(r"\d{4}-\d{2}-\d{2}", text)
    return date.fromisoformat(min(found)) if found else None


def _without_other_roles(note: str) -> str:
    """The note with every mailbox blanked but those of a data-protection officer."""
    return OTHER_ROLE.sub("[autre boîte]", note)
