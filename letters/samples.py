"""Invented citizens, for tests, previews and proofs: none of them exists."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from letters.facts import Facts
from letters.reading import parse

FUND: Mapping[str, Any] = {
    "name": "CPAM DE LA PROVINCE INVENTEE",
    "service": "DELEGUE A LA PROTECTION DES DONNEES",
    "address": ["1 PLACE DE L EXEMPLE", "34934 MONTPELLIER CEDEX 9"],
}
HDH: Mapping[str, Any] = {
    "name": "PLATEFORME DES DONNEES DE SANTE",
    "service": "DELEGUE A LA PROTECTION DES DONNEES",
    "address": ["1 RUE DE L EXEMPLE", "75015 PARIS"],
}
CNIL: Mapping[str, Any] = {
    "name": "CNIL",
    "service": "SERVICE DES PLAINTES",
    "address": ["3 PLACE DE FONTENOY", "TSA 80715", "75334 PARIS CEDEX 07"],
}
ADULT: Mapping[str, Any] = {
    "given_names": "Zoé Łucja",
    "birth_name": "D’Aubigné-Nguyễn",
    "usual_name": "Lefèvre",
    "birth_date": "1979-02-28",
    "birth_place": "Saint-Étienne (42)",
    "address": ["APPARTEMENT 12", "12 BIS RUE DE L EGLISE", "34000 MONTPELLIER"],
    "email": "zoe@example.org",
}
CHILD: Mapping[str, Any] = {
    "capacity": "mother",
    "given_names": "Noé",
    "birth_name": "Lefèvre",
    "birth_date": "2019-03-05",
    "birth_place": "Montpellier (34)",
}
WARD: Mapping[str, Any] = {
    "capacity": "tutor",
    "given_names": "Jean-Baptiste",
    "birth_name": "Œuvrard",
    "birth_date": "1951-12-31",
    "birth_place": "Fort-de-France (972)",
}
LATE: Mapping[str, Any] = {
    "key": "hdh-objection",
    "addressee": HDH["name"],
    "address": HDH["address"],
    "sent_on": "2027-01-08",
    "received_on": "2027-01-11",
    "evidence": "signed_return_slip",
    "due_on": "2027-02-11",
    "due_why": ["reçue le lundi 11 janvier 2027", "un mois : jeudi 11 février 2027"],
}
RUNNING: Mapping[str, Any] = {
    "key": "fund-objection",
    "addressee": FUND["name"],
    "sent_on": "2027-01-08",
}
REMINDER: Mapping[str, Any] = {
    "key": "reminder-1",
    "addressee": HDH["name"],
    "sent_on": "2027-02-15",
}
REFUSAL: Mapping[str, Any] = {
    "code": "REFUSED_UNIDENTIFIABLE",
    "date": "2027-02-01",
    "quote": "Vos données étant pseudonymisées, nous ne pouvons vous identifier.",
    "missing": ["complaint", "remedy"],
}
GROUNDS = ("Je vis dans une très petite commune, où mon âge et mon métier suffisent à me nommer.",)

_REQUEST = {
    "citizen": ADULT,
    "place": "Montpellier",
    "date": "2026-11-23",
    "reference": "7K3M-Q2XD",
}
_AFTER = {**_REQUEST, "date": "2027-03-10"}


def facts(name: str) -> Facts:
    """The facts of one sample; names are the keys of `SAMPLES`."""
    return parse(raw(name))


def raw(name: str) -> dict[str, Any]:
    """The same as JSON would hold it, to be changed at will."""
    return deepcopy(dict(SAMPLES[name]))


SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "adult": {**_REQUEST, "addressee": FUND, "statements": []},
    "adult-with-everything": {
        **_REQUEST,
        "addressee": FUND,
        "fund": "CPAM de la Province inventée",
        "registered_mail": "1A 123 456 7890 1",
        "grounds": list(GROUNDS),
        "already": {"date": "2026-05-04", "body": FUND["name"]},
    },
    "child": {**_REQUEST, "addressee": HDH, "represents": CHILD, "grounds": list(GROUNDS)},
    "ward": {**_REQUEST, "addressee": FUND, "represents": WARD, "statements": []},
    "late": {**_AFTER, "addressee": HDH, "earlier": [LATE]},
    "late-after-a-reminder": {**_AFTER, "addressee": HDH, "earlier": [LATE, REMINDER]},
    "complaint-after-silence": {
        **_AFTER,
        "addressee": CNIL,
        "earlier": [LATE, RUNNING, REMINDER],
        "disclose_identity": True,
        "court_seized": False,
    },
    "complaint-after-refusal": {
        **_AFTER,
        "addressee": CNIL,
        "earlier": [{**LATE, "answer": REFUSAL}, RUNNING],
    },
    "report": {**_AFTER, "addressee": CNIL, "earlier": [RUNNING]},
}
PROOFS: Mapping[str, tuple[str, ...]] = {
    "fund-objection": ("adult", "adult-with-everything", "ward"),
    "hdh-objection": ("adult", "child"),
    "cnil-complaint-silence": ("complaint-after-silence",),
    "cnil-complaint-refusal": ("complaint-after-refusal",),
    "cnil-report": ("report",),
    "reminder-1": ("late",),
    "reminder-2": ("late-after-a-reminder",),
    "open-letter": ("adult", "adult-with-everything"),
}
