"""The facts of a letter: every key, and every wrong value refused by its path."""

from datetime import date

import pytest

from letters import nir, reading, samples
from letters.facts import Capacity, FactsError
from letters.reader import MISSING
from tests.letters import cases

TEXT, OBJECT, LIST = (
    "un texte est attendu.",
    "un objet JSON est attendu.",
    "une liste est attendue.",
)
DATE = "une date AAAA-MM-JJ qui existe est attendue."
UNKNOWN = "cette clé est inconnue."
FULL = {
    **samples.raw("adult-with-everything"),
    "represents": dict(samples.CHILD),
    "statements": ["azure-2019"],
    "earlier": [{"key": "fund-objection", "addressee": "CPAM", "sent_on": "2026-11-02"}],
    "disclose_identity": True,
    "court_seized": False,
}


def refusal(facts):
    with pytest.raises(FactsError) as error:
        reading.parse(facts)
    return error.value.key, error.value.message


def too_long(most):
    return f"ce texte est trop long\u202f: {most} caractères au plus."


def named(path):
    """`earlier.0.due_on` as errors write it: `earlier[0].due_on`."""
    return "".join(f"[{name}]" if name.isdigit() else f".{name}" for name in path.split("."))[1:]


def test_everything_at_once_is_read():
    facts = reading.parse(FULL)
    assert facts.represents.capacity is Capacity.MOTHER
    assert (facts.fund, facts.already.date) == ("CPAM de la Province inventée", date(2026, 5, 4))
    assert (facts.disclose_identity, facts.court_seized) == (True, False)
    assert facts.citizen.address[0] == "APPARTEMENT 12"


NEEDED = (
    "citizen",
    "citizen.birth_name",
    "citizen.birth_date",
    "citizen.birth_place",
    "citizen.address",
    "addressee",
    "addressee.name",
    "addressee.address",
    "place",
    "date",
    "reference",
    "represents.capacity",
    "represents.birth_name",
    "represents.birth_date",
    "represents.birth_place",
    "earlier.0.key",
    "earlier.0.addressee",
    "earlier.0.sent_on",
    "already.date",
    "already.body",
)


@pytest.mark.parametrize("path", NEEDED)
def test_what_is_needed_and_absent_is_named(path):
    assert refusal(cases.without(FULL, path)) == (named(path), MISSING)
    assert refusal(cases.with_at(FULL, path, None)) == (named(path), MISSING)


OPTIONAL = (
    "citizen.given_names",
    "citizen.usual_name",
    "citizen.email",
    "addressee.service",
    "represents",
    "represents.given_names",
    "registered_mail",
    "grounds",
    "statements",
    "earlier",
    "disclose_identity",
    "court_seized",
    "fund",
    "already",
)


@pytest.mark.parametrize("path", OPTIONAL)
def test_what_may_be_absent_may_be_null_too(path):
    absent = reading.parse(cases.without(FULL, path))
    assert reading.parse(cases.with_at(FULL, path, None)) == absent
    assert absent != reading.parse(FULL)


@pytest.mark.parametrize(
    "path", ["surprise", "citizen.nir", "addressee.email", "represents.email", "already.key"]
)
def test_an_unknown_key_is_named(path):
    assert refusal(cases.with_at(FULL, path, "x")) == (named(path), UNKNOWN)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("citizen", [], MISSING),
        ("citizen", "Zoé", OBJECT),
        ("citizen.birth_name", ["Zoé"], TEXT),
        ("citizen.birth_name", " ", MISSING),
        ("citizen.birth_name", "x" * 81, too_long(80)),
        ("citizen.usual_name", 7, TEXT),
        ("citizen.usual_name", "2 95 10 99 126 111 93", nir.REFUSAL),
        ("citizen.birth_date", True, DATE),
        ("citizen.birth_date", "1979-02-30", DATE),
        ("citizen.birth_date", "2026-11-24", "cette date de naissance est impossible."),
        ("citizen.birth_date", "1889-12-31", "cette date de naissance est impossible."),
        ("citizen.address", "1 RUE X", LIST),
        ("citizen.address", ["x"] * 7, "6 éléments au plus."),
        ("citizen.email", "x" * 255, too_long(254)),
        ("addressee.name", "x" * 81, too_long(80)),
        ("addressee.address", [], MISSING),
        ("place", {"town": "x"}, TEXT),
        ("date", True, DATE),
        ("date", "23/11/2026", DATE),
        ("reference", "x" * 21, too_long(20)),
        (
            "reference",
            "RÉF-1",
            "la référence s’écrit en lettres sans accent, chiffres, tirets.",
        ),
        ("registered_mail", "x" * 31, too_long(30)),
        ("grounds", "parce que", LIST),
        ("grounds", ["x"] * 9, "8 éléments au plus."),
        ("statements", "azure-2019", LIST),
        ("statements", ["x"] * 51, "50 éléments au plus."),
        ("disclose_identity", "oui", "la valeur attendue est true ou false."),
        ("court_seized", 1, "la valeur attendue est true ou false."),
        ("already.date", "2026-11-24", "cette date est après celle du courrier."),
        ("earlier", {}, LIST),
        ("earlier", [{}] * 21, "20 éléments au plus."),
    ],
)
def test_a_wrong_value_is_named(path, value, message):
    assert refusal(cases.with_at(FULL, path, value)) == (named(path), message)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("citizen.address.1", "2 95 10 99 126 111 93"),
        ("grounds.0", "mon n° est 2951099126111, voilà"),
        ("earlier.0.due_why", ["295109912611193"]),
        ("earlier.0.answer", {"code": "ACK", "date": "2026-11-03", "quote": "295109912611193"}),
    ],
)
def test_a_social_security_number_is_refused_wherever_it_stands(path, value):
    key, message = refusal(cases.with_at(FULL, path, value))
    assert (key.startswith(named(path)), message) == (True, nir.REFUSAL)


@pytest.mark.parametrize("path", ["grounds.0", "citizen.address.0", "statements.0"])
@pytest.mark.parametrize("value", [["x"], {}, 3, None, True])
def test_an_item_of_a_list_is_a_text(path, value):
    assert refusal(cases.with_at(FULL, path, value)) == (named(path), TEXT)


@pytest.mark.parametrize("code", ["curator", "friend", "Mother", "mère"])
def test_an_unknown_capacity_is_refused_with_those_that_exist(code):
    key, message = refusal(cases.with_at(FULL, "represents.capacity", code))
    assert key == "represents.capacity"
    assert message == (
        "cette qualité n’est pas admise (mother, father, guardian, tutor, authorised_relative, "
        "mandatary)."
    )


@pytest.mark.parametrize("capacity", Capacity)
@pytest.mark.parametrize(("born", "minor"), [("2008-11-24", True), ("2008-11-23", False)])
def test_a_child_comes_of_age_on_the_day(capacity, born, minor):
    facts = cases.with_at(FULL, "represents.birth_date", born)
    facts["represents"]["capacity"] = capacity.value
    if minor or not capacity.of_a_child:
        assert reading.parse(facts).represents.capacity is capacity
    else:
        assert refusal(facts) == (
            "represents.birth_date",
            "cette personne est majeure\u202f: elle agit elle-même.",
        )


@pytest.mark.parametrize("raw", [None, [], "x", 1, [samples.raw("adult")]])
def test_facts_are_an_object(raw):
    assert refusal(raw) == ("facts", OBJECT)


@pytest.mark.parametrize("name", cases.FILES)
def test_the_example_files_are_read(name):
    assert reading.parse(cases.from_file(name)).place


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-11-23", "2026-11-23", 18),
        ("2026-11-23", "2026-11-23", 0),
    ],
)
def test_age_is_counted_in_full_years(born, on, years):
    assert reading.age(date.fromisoformat(born), date.fromisoformat(on)) == years
