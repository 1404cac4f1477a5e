"""The invented bodies of the demo: on example.org, so that nothing reaches anyone (RFC 2606)."""

from datetime import date

from opposition.directory.postcodes import departments
from opposition.directory.reading import NO_GENERAL_FUND
from opposition.models.addressee import Addressee, Kind, Regime

SOURCE = "Inventé pour la démonstration : n’existe pas."
WRITTEN_ON = date(2026, 11, 21)


def addressees() -> list[Addressee]:
    """An invented fund, proposed wherever there is a general fund, and an invented HDH."""
    fund = _invented("demo-caisse", Kind.FUND, "Caisse de démonstration", "CAISSE INVENTEE (DEMO)")
    fund.regime = Regime.GENERAL
    fund.departments = [code for code in departments() if code not in NO_GENERAL_FUND]
    hub = _invented("demo-hdh", Kind.HDH, "Health Data Hub de démonstration", "HDH INVENTE (DEMO)")
    return [fund, hub]


def _invented(key: str, kind: Kind, name: str, letter_name: str) -> Addressee:
    return Addressee(
        key=key,
        kind=kind,
        name=f"(INVENTÉ) {name}",
        letter_name=letter_name,
        letter_service="DELEGUE A LA PROTECTION DES DONNEES",
        lines=["1 RUE DE L EXEMPLE", "00000 VILLE INVENTEE"],
        mailbox=f"dpo.{key}@example.org",
        seat="75",
        source=SOURCE,
        seen_on=WRITTEN_ON,
        seen_text=WRITTEN_ON.isoformat(),
        # Verified, so that the demo's channels may use them: there is nobody to be wrong about.
        verified_on=WRITTEN_ON,
        verified_by="demo@example.org",
        invented=True,
    )
