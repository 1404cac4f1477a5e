"""Step 2: a fund of the directory or a typed one, and whom one writes to."""

import pytest

from opposition.forms.fund import FundForm
from opposition.models.addressee import Regime
from tests.opposition.typed import FUND, TYPED_FUND, directory, query

KNOWN = directory()


def judged(**changed):
    form = FundForm(query({**FUND, **changed}), known=KNOWN)
    form.is_valid()
    return form


def errors(form):
    return {name: list(sentences) for name, sentences in form.errors.items()}


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ({}, "CPAM sûre"),
        ({"fund": "listed", "listed": "msa"}, "MSA d’ailleurs"),
        (TYPED_FUND, "Caisse des bergers"),
        ({"other_name": "😀", "other_lines": "x" * 999, "listed": "nowhere"}, "CPAM sûre"),
    ],
)
def test_the_fund_is_the_one_answered_whatever_the_other_answers_hold(answer, name):
    form = judged(**answer)
    assert errors(form) == {}
    assert form.body.name == name


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ({"fund": ""}, {"fund": ["choisissez votre caisse, ou une des deux autres réponses."]}),
        ({"fund": "forged"}, {"fund": ["cette caisse est inconnue\u202f: choisissez-en une."]}),
        ({"fund": "hdh-dpd"}, {"fund": ["cette caisse est inconnue\u202f: choisissez-en une."]}),
        ({"fund": "listed"}, {"listed": ["choisissez une caisse dans la liste."]}),
        (
            {"fund": "listed", "listed": "forged"},
            {"listed": ["cette caisse est inconnue\u202f: choisissez-en une."]},
        ),
        (
            {"fund": "other"},
            {
                "other_name": ["indiquez le nom de l’organisme."],
                "other_lines": ["indiquez l’adresse de l’organisme."],
            },
        ),
        (
            {**TYPED_FUND, "other_lines": "1\n2\n3\n4\n5"},
            {
                "other_lines": [
                    "quatre lignes au plus\u202f: le nom et le service en prennent déjà deux."
                ]
            },
        ),
        ({"to": []}, {"to": ["choisissez au moins un destinataire."]}),
    ],
)
def test_each_missing_or_forged_answer_has_its_sentence(answer, wrong):
    assert errors(judged(**answer)) == wrong


def test_a_forged_addressee_is_refused():
    assert list(errors(judged(to=["fund", "cnil"]))) == ["to"]


def test_a_typed_address_that_departs_from_the_norm_is_noticed_and_stops_nobody():
    form = judged(**{**TYPED_FUND, "other_lines": "chez les bergers"})
    assert errors(form) == {}
    assert form.warnings["other_lines"] == (
        "la dernière ligne doit être le code postal suivi de la commune."
    )


def test_a_typed_fund_is_written_to_like_another_and_never_saved():
    body = judged(**TYPED_FUND).body
    assert (body.pk, body.letter_name, body.letter_service) == (
        "",
        "Caisse des bergers",
        "DELEGUE A LA PROTECTION DES DONNEES",
    )
    assert body.lines == ["3 chemin des Alpages", "05100 Briançon"]


@pytest.mark.parametrize(
    ("answer", "hub"),
    [({}, "hdh-dpd"), (TYPED_FUND, "hdh-dpd"), ({"fund": "demo-caisse"}, "demo-hdh")],
)
def test_an_invented_fund_goes_with_the_invented_hub_and_a_real_one_with_the_real_one(answer, hub):
    assert judged(**answer).hub.key == hub


def test_without_a_hub_in_the_directory_only_the_fund_is_written_to():
    form = FundForm(query(FUND), known={"sure": KNOWN["sure"]})
    assert form.is_valid()
    assert (form.hub, list(form.bodies)) == (None, ["fund"])
    alone = FundForm(query({**FUND, "to": ["hdh"]}), known={"sure": KNOWN["sure"]})
    assert errors(alone) == {"to": ["cet organisme n’est pas dans l’annuaire du portail."]}


@pytest.mark.parametrize("to", [["fund", "hdh"], ["hdh"], ["fund"]])
def test_one_writes_to_whom_one_chose(to):
    assert list(judged(to=to).bodies) == to


@pytest.mark.parametrize(
    ("keys", "marked"),
    [
        (["sure"], "sure"),
        (["sure", "msa", "demo-caisse"], "sure"),
        (["sure", "unsure"], None),
        (["msa"], None),
        ([], None),
    ],
)
def test_the_only_general_fund_of_a_place_is_marked_beforehand(keys, marked):
    form = FundForm(known={})
    form.propose([KNOWN[key] for key in keys])
    assert form["fund"].value() == marked
    assert KNOWN["msa"].regime == Regime.AGRICULTURAL


def test_what_one_chose_is_not_changed_by_a_proposal():
    form = FundForm(known={})
    form.remember(query(TYPED_FUND))
    form.propose([KNOWN["sure"]])
    assert form["fund"].value() == "other"
    assert form["to"].value() == ["fund", "hdh"]
