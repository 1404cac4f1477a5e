"""What went before a letter: each key of `earlier`, in its order, with its evidence."""

import pytest

from letters import catalogue, needs, reading, samples
from letters.facts import FactsError
from tests.letters import cases

FACTS = {
    **cases.raw("cnil-complaint-refusal"),
    "earlier": [samples.RUNNING, {**samples.LATE, "answer": dict(samples.REFUSAL)}],
}
AFTER = "cette date est après celle du courrier."
BEFORE = "cette date est avant celle de l’envoi."
DATE = "une date AAAA-MM-JJ qui existe est attendue."
DEFECT = "la valeur attendue est reasons, complaint, remedy."


def refusal(facts):
    with pytest.raises(FactsError) as error:
        reading.parse(facts)
    return error.value.key, error.value.message


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("key", "love-letter", f"ce courrier n’existe pas ({', '.join(catalogue.all_texts())})."),
        ("sent_on", "2027-03-11", AFTER),
        ("received_on", "2027-03-11", AFTER),
        ("received_on", "2027-01-07", BEFORE),
        ("received_on", False, DATE),
        ("due_on", "2027-01-10", "l’échéance est avant la réception."),
        ("due_on", 20270211, DATE),
        ("due_why", "un mois", "une liste est attendue."),
        ("due_why", ["x"] * 13, "12 éléments au plus."),
        ("address", ["x"] * 7, "6 éléments au plus."),
        ("evidence", "x" * 201, "ce texte est trop long\u202f: 200 caractères au plus."),
        ("answer", "non", "un objet JSON est attendu."),
        ("answer.date", "2027-03-11", AFTER),
        ("answer.date", "2027-01-07", BEFORE),
        ("answer.quote", "x" * 301, "ce texte est trop long\u202f: 300 caractères au plus."),
        ("answer.more", "x", "cette clé est inconnue."),
        ("more", "x", "cette clé est inconnue."),
        ("answer.code", "", "cette information manque."),
        ("answer.code", "refused", f"ce code de réponse est inconnu ({', '.join(needs.CODES)})."),
    ],
)
def test_a_wrong_value_is_named_by_its_place(path, value, message):
    assert refusal(cases.with_at(FACTS, f"earlier.1.{path}", value)) == (
        f"earlier[1].{path}",
        message,
    )


@pytest.mark.parametrize(
    ("missing", "key", "message"),
    [
        (["reasons", "stamp"], "earlier[1].answer.missing[1]", DEFECT),
        (["reasons"] * 4, "earlier[1].answer.missing", "3 éléments au plus."),
    ],
)
def test_a_defect_is_one_of_three(missing, key, message):
    facts = cases.with_at(FACTS, "earlier.1.answer.missing", missing)
    assert refusal(facts) == (key, message)


@pytest.mark.parametrize("words", ["estimated", "Estimation", "estimée", "date estimée d’après X"])
def test_an_estimate_is_no_evidence(words):
    assert refusal(cases.with_at(FACTS, "earlier.1.evidence", words)) == (
        "earlier[1].evidence",
        "une date estimée n’est pas une preuve de réception.",
    )


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("signed_return_slip", "avis de réception signé"),
        ("declared", "date déclarée"),
        ("avis de réception 1A 123 456 7890 1", "avis de réception 1A 123 456 7890 1"),
        ("", ""),
    ],
)
def test_evidence_is_a_code_or_free_words(given, printed):
    facts = reading.parse(cases.with_at(FACTS, "earlier.1.evidence", given))
    assert facts.earlier[1].evidence == printed


def test_all_on_one_day_is_in_order():
    facts = FACTS
    for path in ("sent_on", "received_on", "due_on", "answer.date"):
        facts = cases.with_at(facts, f"earlier.1.{path}", facts["date"])
    assert reading.parse(facts).earlier[1].answer.date == reading.parse(facts).date


@pytest.mark.parametrize("code", needs.CODES)
def test_every_code_is_read(code):
    facts = reading.parse(cases.with_at(FACTS, "earlier.1.answer.code", code))
    assert facts.earlier[1].answer.code == code


@pytest.mark.parametrize(
    "name", ["address", "received_on", "evidence", "due_on", "due_why", "answer"]
)
def test_what_may_be_absent_may_be_null_too(name):
    without = reading.parse(cases.without(FACTS, f"earlier.1.{name}"))
    assert reading.parse(cases.with_at(FACTS, f"earlier.1.{name}", None)) == without
    assert without != reading.parse(FACTS)
