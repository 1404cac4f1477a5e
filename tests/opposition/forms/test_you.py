"""Step 1: who writes for whom; what a person was not asked is not held against them."""

import pytest

from opposition.forms.you import YouForm
from tests.opposition.typed import GUARDIAN, PARENT, PERSON, TODAY, YOUNG, query

TOO_YOUNG = (
    "vous avez moins de 15 ans\u202f: demandez à l’un de vos parents de remplir ce formulaire "
    "avec vous, en choisissant «\u202fPour mon enfant mineur\u202f»."
)


def judged(person, **changed):
    form = YouForm(query({**person, **changed}), today=TODAY)
    form.is_valid()
    return form


def errors(form):
    return {name: list(sentences) for name, sentences in form.errors.items()}


@pytest.mark.parametrize("person", [PERSON, YOUNG, PARENT, GUARDIAN])
def test_each_kind_of_person_passes(person):
    assert errors(judged(person)) == {}


def test_an_empty_form_names_each_answer_that_is_needed_once():
    assert errors(judged({})) == {
        "who": ["dites pour qui vous écrivez."],
        "birth_name": ["indiquez le nom de naissance."],
        "birth_date": ["indiquez la date de naissance."],
        "birth_place": ["indiquez le lieu de naissance."],
        "street": ["indiquez une rue, un lieu-dit ou une boîte postale."],
        "postal_code": ["indiquez le code postal."],
        "town": ["indiquez la commune."],
    }


def test_for_oneself_nothing_of_another_person_is_judged_or_kept():
    form = judged(PERSON, represents_birth_date="31/02/2020", capacity_ward="forged")
    assert errors(form) == {}
    assert not {name for name in form.cleaned_data if name.startswith(("represents_", "capacity"))}


@pytest.mark.parametrize(
    ("person", "name"), [(PARENT, "capacity_child"), (GUARDIAN, "capacity_ward")]
)
def test_for_another_the_right_to_act_is_asked(person, name):
    assert errors(judged(person, **{name: ""})) == {name: ["dites à quel titre vous agissez."]}


@pytest.mark.parametrize("who", ["queen", "SELF", "self "])
def test_a_forged_answer_to_the_first_question_is_refused(who):
    assert list(errors(judged(PERSON, who=who))) == ["who"]


@pytest.mark.parametrize(
    ("person", "name", "born", "sentence"),
    [
        (PERSON, "birth_date", "24/11/2026", "cette date est dans le futur."),
        (
            PERSON,
            "birth_date",
            "31/12/1889",
            "cette date est trop ancienne\u202f: vérifiez l’année.",
        ),
        (
            PERSON,
            "birth_date",
            "24/11/2011",  # 14, 15 on the next day
            TOO_YOUNG,
        ),
        (
            PARENT,
            "represents_birth_date",
            "23/11/2008",  # 18 on this very day
            "cette personne est majeure\u202f: elle remplit elle-même ce formulaire.",
        ),
        (
            GUARDIAN,
            "represents_birth_date",
            "24/11/2008",
            "cette personne est mineure\u202f: choisissez «\u202fPour mon enfant mineur\u202f».",
        ),
        (
            GUARDIAN,
            "birth_date",
            "24/11/2008",
            "seule une personne majeure peut en représenter une autre.",
        ),
    ],
)
def test_each_impossible_age_has_its_sentence(person, name, born, sentence):
    assert errors(judged(person, **{name: born})) == {name: [sentence]}


@pytest.mark.parametrize(
    ("person", "born", "alone"),
    [
        (PERSON, "23/11/2011", True),  # 15 today
        (PERSON, "24/11/2008", True),
        (PERSON, "23/11/2008", False),  # 18 today
        (PARENT, "24/11/2008", False),  # a young mother acts for her child
    ],
)
def test_from_15_to_17_one_acts_alone(person, born, alone):
    form = judged(person, birth_date=born)
    assert errors(form) == {}
    assert form.minor_alone is alone


@pytest.mark.parametrize(
    ("person", "born", "told"),
    [
        (PARENT, "24/11/2011", False),
        (PARENT, "23/11/2011", True),
        (PARENT, "24/11/2008", True),
    ],
)
def test_a_parent_of_a_child_of_15_is_told_and_not_stopped(person, born, told):
    form = judged(person, represents_birth_date=born)
    assert errors(form) == {}
    assert form.child_may_act_alone is told
    assert judged(GUARDIAN).child_may_act_alone is False


@pytest.mark.parametrize("name", ["street", "hamlet"])
def test_a_street_or_a_hamlet_is_enough(name):
    assert errors(judged({**PERSON, "street": ""}, **{name: "Le Bourg"})) == {}


def test_a_wrong_street_is_not_also_a_missing_one():
    assert errors(judged(PERSON, street="x" * 90)) == {
        "street": ["ce texte est trop long\u202f: 80 caractères au plus."]
    }


def test_a_long_line_is_noticed_beside_its_field_and_stops_nobody():
    form = judged(PERSON, flat="Appartement 12 au fond de la cour à gauche")
    assert errors(form) == {}
    assert form.warnings == {
        "flat": "la ligne «\u202fAppartement 12 au fond de la cour à gauche\u202f» dépasse "
        "38 caractères."
    }


def test_the_groups_of_the_page_hold_every_field_once():
    form = YouForm(today=TODAY)
    shown = [field.name for group in (form.theirs, form.own, form.address) for field in group]
    rest = {"who", "capacity_child", "capacity_ward", "postal_code", "town", "email"}
    assert len(shown) == len(set(shown))
    assert {*shown, *rest} == set(form.fields)
