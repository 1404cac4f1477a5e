"""The way through the steps: forwards, backwards, and back to the first answer that is wrong."""

import pytest
from django.core.cache import cache

from letters.facts import FactsError
from opposition.correspondence import LetterError
from opposition.correspondence.references import is_one
from opposition.forms.journey import NAMES, STEPS, resolve
from tests.opposition import typed
from tests.opposition.typed import FUND, PERSON, TODAY, TYPED_FUND, UNSURE, WORDING, query, sent

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture(autouse=True)
def small_directory():
    cache.clear()
    typed.load()


def way(data):
    return resolve(query(data), TODAY)


def told(journey):
    return [fault.target for fault in journey.form.faults]


@pytest.mark.parametrize(
    ("data", "step"),
    [
        ({}, "vous"),
        (sent("vous", PERSON), "caisse"),
        (sent("caisse", PERSON, FUND), "adresses"),
        (sent("adresses", PERSON, FUND, WORDING), "courriers"),
        (sent("courriers", PERSON, FUND, WORDING), "courriers"),
        (sent("vous", PERSON, retour="1"), "vous"),
        (sent("caisse", PERSON, retour="1"), "vous"),
        (sent("adresses", PERSON, FUND, retour="1"), "caisse"),
        (sent("courriers", PERSON, FUND, WORDING, retour="1"), "adresses"),
        # what no page sends
        (sent("", PERSON), "vous"),
        (sent("ailleurs", PERSON), "vous"),
        ({"etape": "courriers"}, "vous"),
        (sent("courriers", PERSON), "caisse"),
        (sent("courriers", PERSON, FUND), "adresses"),
        (sent("adresses", {**PERSON, "birth_date": "demain"}, FUND, WORDING), "vous"),
        (sent("adresses", PERSON, {**FUND, "fund": "forged"}, WORDING), "caisse"),
        (sent("adresses", PERSON, FUND, WORDING, retour="1", fund="forged"), "caisse"),
    ],
)
def test_the_answers_lead_to_one_step(data, step):
    assert way(data).step == step


def test_going_back_keeps_what_was_typed_without_judging_it():
    journey = way(sent("caisse", PERSON, {**FUND, "fund": "", "other_name": "😀"}, retour="1"))
    assert told(journey) == []
    assert journey.form["birth_name"].value() == PERSON["birth_name"]
    assert dict(journey.carried)["other_name"] == "😀"


def test_a_step_seen_again_shows_its_answers():
    journey = way(sent("vous", PERSON, {**TYPED_FUND, "to": ["hdh"]}))
    shown = {name: journey.form[name].value() for name in ("fund", "other_name", "to")}
    assert shown == {"fund": "other", "other_name": "Caisse des bergers", "to": ["hdh"]}


def test_a_step_left_wrong_is_seen_again_without_reproach():
    journey = way(sent("vous", PERSON, {**TYPED_FUND, "other_name": "", "to": []}))
    assert told(journey) == []
    assert (journey.form["fund"].value(), journey.form["to"].value()) == ("other", [])


def test_an_error_keeps_what_was_typed_in_every_step():
    data = sent("vous", {**PERSON, "birth_date": "31/02/1979"}, FUND, UNSURE, grounds="Mes mots")
    journey = way(data)
    assert told(journey) == ["id_birth_date"]
    assert journey.form["birth_date"].value() == "31/02/1979"
    carried = dict(journey.carried)
    assert (carried["fund"], carried["fund_lines"]) == ("sure", UNSURE["fund_lines"])
    assert carried["grounds"] == "Mes mots"


def test_what_is_not_ours_is_not_carried():
    journey = way(sent("vous", PERSON, {"status": "closed", "owner": "1", "fund_verified": "1"}))
    assert {name for name, _ in journey.carried} == {*PERSON, "ref_fund", "ref_hdh"}


def test_an_answer_given_twice_is_carried_twice():
    journey = way(sent("adresses", PERSON, FUND, WORDING))
    assert [value for name, value in journey.carried if name == "to"] == ["fund", "hdh"]


def test_no_field_is_shown_and_carried_at_once():
    for step, data in (
        ("vous", sent("caisse", PERSON, FUND, WORDING, retour="1")),
        ("caisse", sent("vous", PERSON, FUND, WORDING)),
        ("adresses", sent("caisse", PERSON, FUND, WORDING)),
    ):
        journey = way(data)
        assert journey.step == step
        assert not {name for name, _ in journey.carried} & set(journey.form.fields)


def test_two_steps_never_use_one_name():
    assert len(NAMES) == len(set(NAMES))
    assert not {"etape", "retour", "faire", "ref_fund", "ref_hdh"} & set(NAMES)


def test_references_are_drawn_with_the_second_page_and_stay():
    assert list(way({}).carried) == []
    first = way(sent("vous", PERSON)).references
    assert [is_one(reference) for reference in first.values()] == [True, True]
    assert first["fund"] != first["hdh"]
    kept = {f"ref_{name}": reference for name, reference in first.items()}
    assert way(sent("adresses", PERSON, FUND, WORDING, **kept)).references == first


@pytest.mark.parametrize("forged", ["", "AAAA", "0000-0000", "<b>a</b>-x", "ACDE-FGHJ\n"])
def test_a_forged_reference_is_replaced(forged):
    drawn = way(sent("adresses", PERSON, FUND, WORDING, ref_fund=forged)).references["fund"]
    assert is_one(drawn)
    assert drawn != forged


@pytest.mark.parametrize(
    ("data", "queries"),
    [
        ({}, 0),
        (sent("vous"), 0),
        (sent("vous", PERSON), 1),
        (sent("vous", PERSON, FUND), 2),
        (sent("caisse", PERSON, {**FUND, "fund": ""}), 1),
        (sent("caisse", PERSON, {**FUND, "to": []}), 2),
        (sent("caisse", PERSON, FUND), 1),
        (sent("adresses", PERSON, FUND, UNSURE), 1),
        (sent("courriers", PERSON, FUND, UNSURE), 1),
    ],
)
def test_a_step_costs_two_queries_at_most(data, queries, django_assert_num_queries):
    with django_assert_num_queries(queries):
        journey = way(data)
    assert journey.step in STEPS


def blamed(data, name, fact):
    journey = way(data)
    assert journey.step == "courriers"
    journey.blame(LetterError(name, FactsError(fact, "cela ne va pas.")))
    [fault] = journey.form.faults
    return journey.step, fault.target, fault.sentence


@pytest.mark.parametrize(
    ("fund", "name", "fact", "step", "target"),
    [
        (FUND, "fund", "citizen.birth_name", "vous", "id_birth_name"),
        (FUND, "hdh", "citizen.address[1]", "vous", "id_street"),
        (FUND, "hdh", "reference", "vous", "parcours"),
        (FUND, "fund", "fund", "caisse", "id_fund_0"),
        (FUND, "fund", "addressee.address", "caisse", "id_fund_0"),
        (TYPED_FUND, "fund", "addressee.name", "caisse", "id_other_name"),
        (TYPED_FUND, "fund", "addressee.address[0]", "caisse", "id_other_lines"),
        (FUND, "hdh", "addressee.address", "adresses", "id_hdh_lines"),
        (FUND, "hdh", "grounds[1]", "adresses", "id_grounds"),
    ],
)
def test_what_a_letter_refuses_leads_back_to_its_question(fund, name, fact, step, target):
    data = sent("adresses", PERSON, fund, WORDING)
    assert blamed(data, name, fact) == (step, target, "cela ne va pas.")


def test_a_step_shown_after_a_refusal_proposes_its_funds_again():
    journey = way(sent("adresses", PERSON, FUND, WORDING))
    journey.blame(LetterError("fund", FactsError("fund", "trop long.")))
    assert [fund.key for fund in journey.fund.proposed] == ["unsure", "sure", "demo-caisse"]
