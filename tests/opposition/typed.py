"""What invented people type at /s-opposer/, step by step, and the directory that they meet."""

from datetime import date

from django.http import QueryDict

from opposition.models import Addressee

PATH = "/s-opposer/"
TODAY = date(2026, 11, 23)

PERSON = {
    "who": "self",
    "given_names": "Zoé Łucja",
    "birth_name": "D’Aubigné-Nguyễn",
    "usual_name": "",
    "birth_date": "28/02/1979",
    "birth_place": "Saint-Étienne (42)",
    "flat": "",
    "building": "",
    "street": "12 bis rue de l’Église",
    "hamlet": "",
    "postal_code": "34000",
    "town": "Montpellier",
    "email": "",
}
YOUNG = {**PERSON, "birth_date": "01/06/2010"}  # 16 on TODAY
PARENT = {
    **PERSON,
    "who": "child",
    "capacity_child": "mother",
    "represents_given_names": "Noé",
    "represents_birth_name": "Lefèvre",
    "represents_usual_name": "",
    "represents_birth_date": "05/03/2019",
    "represents_birth_place": "Montpellier (34)",
}
GUARDIAN = {
    **PERSON,
    "who": "ward",
    "capacity_ward": "tutor",
    "represents_given_names": "Jean-Baptiste",
    "represents_birth_name": "Œuvrard",
    "represents_usual_name": "",
    "represents_birth_date": "31/12/1951",
    "represents_birth_place": "Fort-de-France (972)",
}
FUND = {"fund": "sure", "listed": "", "other_name": "", "other_lines": "", "to": ["fund", "hdh"]}
TYPED_FUND = {
    **FUND,
    "fund": "other",
    "other_name": "Caisse des bergers",
    "other_lines": "3 chemin des Alpages\r\n05100 Briançon",
}
WORDING = {
    "hdh_for": "hdh-dpd",
    "hdh_lines": "9 RUE GEORGES PITARD\r\n75015 PARIS",
    "hdh_checked": "on",
    "grounds": "",
}
UNSURE = {
    **WORDING,
    "fund_for": "unsure",
    "fund_lines": "1 PLACE DU DOUTE\r\n34000 MONTPELLIER",
    "fund_checked": "on",
}


def sent(step, *parts, **more):
    """The data of one POST: the step sent, its answers and those of the steps before."""
    data = {"etape": step}
    for part in parts:
        data |= part
    return data | more


def letters(*, person=PERSON, fund=FUND, wording=WORDING, **more):
    """The data that lead to the letters."""
    return sent("adresses", person, fund, wording, **more)


def query(data):
    """The same as a browser's form comes in."""
    made = QueryDict(mutable=True)
    for name, value in data.items():
        made.setlist(name, value if isinstance(value, list) else [value])
    return made


HEAD = {"letter_service": "DELEGUE A LA PROTECTION DES DONNEES", "kind": "fund"}
HUB = {**HEAD, "kind": "hdh"}
GENERAL = {**HEAD, "regime": "general", "departments": ["34"], "seat": "34"}
STAFF = {"verified_on": date(2026, 11, 1), "verified_by": "staff@example.org"}
SEEN = {"source": "liste de 2014", "seen_on": date(2014, 8, 6), "level": "D"}


def directory():
    """A small directory: a fund checked by staff, one that is not, one unknown, the two hubs."""
    return {record.key: record for record in (*_real(), *_invented())}


def _real():
    yield Addressee(
        key="sure",
        name="CPAM sûre",
        letter_name="CPAM SURE",
        lines=["1 PLACE DE L EXEMPLE", "34934 MONTPELLIER CEDEX 9"],
        mailbox="dpo@sure.example",
        **GENERAL,
        **STAFF,
    )
    yield Addressee(
        key="unsure",
        name="CPAM incertaine",
        letter_name="CPAM INCERTAINE",
        lines=["1 PLACE DU DOUTE", "34000 MONTPELLIER"],
        **GENERAL,
        **SEEN,
    )
    yield Addressee(
        key="msa",
        name="MSA d’ailleurs",
        letter_name="MSA D AILLEURS",
        regime="agricultural",
        departments=[],
        **HEAD,
    )
    yield Addressee(
        key="hdh-dpd",
        name="Plateforme des données de santé",
        letter_name="PLATEFORME DES DONNEES DE SANTE (HDH)",
        lines=["9 RUE GEORGES PITARD", "75015 PARIS"],
        mailbox="dpd@hdh.example",
        seat="75",
        **HUB,
        **SEEN,
    )


def _invented():
    yield Addressee(
        key="demo-caisse",
        name="(INVENTÉ) Caisse",
        letter_name="CAISSE INVENTEE",
        lines=["1 RUE DE L EXEMPLE", "00000 VILLE INVENTEE"],
        invented=True,
        **GENERAL,
        **STAFF,
    )
    yield Addressee(
        key="demo-hdh",
        name="(INVENTÉ) Health Data Hub",
        letter_name="HDH INVENTE",
        lines=["2 RUE DE L EXEMPLE", "00000 VILLE INVENTEE"],
        invented=True,
        **HUB,
        **STAFF,
    )


def load():
    """The small directory, saved."""
    Addressee.objects.bulk_create(directory().values())
