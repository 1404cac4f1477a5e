"""The French sentences that explain a due date to the person, one per step of the computation."""

from datetime import date

from opposition.domain import french

_ANSWER_LAW = "RGPD, art. 12, § 3 ; règlement 1182/71, art. 3"
_EXTENSION_LAW = "RGPD, art. 12, § 3"
_IDENTITY_LAW = "RGPD, art. 12, § 6 ; décret 2019-536, art. 77"
_AUTHORITY_LAW = "RGPD, art. 78, § 2 ; décret 2019-536, art. 10 ; règlement 1182/71, art. 3"
_COURT_LAW = "code de justice administrative, art. R. 421-1 et R. 421-2"


def request_received(received: date, words: str) -> str:
    return f"Demande reçue le {french.long_date(received)} ; {words} ({_ANSWER_LAW})."


def complaint_received(received: date, words: str) -> str:
    return f"Plainte reçue le {french.long_date(received)} ; {words} ({_AUTHORITY_LAW})."


def seat_unknown() -> str:
    return (
        "Siège non précisé : les jours fériés locaux de tous les départements sont comptés, "
        "pour ne jamais annoncer un retard trop tôt."
    )


def identity_asked_late(asked: date, first_due: date) -> str:
    return (
        f"Précisions d’identité demandées le {french.long_date(asked)}, après la fin du premier "
        f"mois ({french.day(first_due)}) : le délai n’est pas suspendu ({_IDENTITY_LAW})."
    )


def identity_awaited(asked: date) -> str:
    return (
        f"Précisions d’identité demandées le {french.long_date(asked)}, dans le premier mois, "
        f"et pas encore données : le délai est suspendu jusqu’à ce qu’elles le soient "
        f"({_IDENTITY_LAW})."
    )


def identity_given(asked: date, given: date, words: str) -> str:
    days = (given - asked).days
    effect = (
        f"le délai est suspendu {french.days(days)}" if days else "le délai n’en est pas allongé"
    )
    return (
        f"Précisions d’identité demandées le {french.long_date(asked)}, dans le premier mois, "
        f"et données le {french.long_date(given)} : {effect} ; {words} ({_IDENTITY_LAW})."
    )


def extension_late(told: date, first_due: date) -> str:
    return (
        f"Prolongation annoncée le {french.long_date(told)}, après le {french.day(first_due)}, "
        f"dernier jour pour l’annoncer : elle ne compte pas ({_EXTENSION_LAW})."
    )


def extension_told(told: date, words: str) -> str:
    return (
        f"Prolongation annoncée le {french.long_date(told)}, à temps : elle compte ; "
        f"depuis la réception, {words} ({_EXTENSION_LAW})."
    )


def extension_told_in_suspension(told: date) -> str:
    return (
        f"Prolongation annoncée le {french.long_date(told)}, à temps : le délai sera de trois mois "
        f"depuis la réception, plus les jours de suspension ({_EXTENSION_LAW})."
    )


def overdue_from(day: date) -> str:
    return f"Le délai est dépassé à partir du {french.long_date(day)}."


def suspended() -> str:
    return "Tant que le délai est suspendu, il n’y a ni échéance ni retard."


def court(unrolled: date, words: str) -> str:
    """The way to court, as information: the portal drafts no document for a court."""
    return (
        "Pour information seulement : sans nouvelles de la plainte au bout de trois mois, comptés "
        f"sans report ({french.day(unrolled)}), elle est tenue pour rejetée et le Conseil d’État "
        f"peut être saisi dans les {words} ; par prudence, agissez avant cette date "
        f"({_COURT_LAW})."
    )


def before_receipt(received: date) -> str:
    return f"cette date ne peut pas précéder la réception, le {french.day(received)}."


def given_unasked() -> str:
    return "indiquez aussi le jour où ces précisions d’identité ont été demandées."


def given_before_asked(asked: date) -> str:
    return (
        "ces précisions d’identité ne peuvent pas être données avant d’être demandées, "
        f"le {french.day(asked)}."
    )


def year_unknown(year: int) -> str:
    return f"l’année {year} est hors du calendrier, vérifiez cette date."
