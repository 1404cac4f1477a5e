"""The answers of the form become the facts of the letters, and nothing else."""

import pytest

from opposition.forms import answering, journey
from tests.opposition import typed
from tests.opposition.typed import (
    GUARDIAN,
    PARENT,
    PERSON,
    TODAY,
    TYPED_FUND,
    UNSURE,
    letters,
    query,
)

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture(autouse=True)
def small_directory():
    typed.load()


def answers(**parts):
    way = journey.resolve(query(letters(**parts)), TODAY)
    assert way.step == "courriers"
    return answering.answers(way)


def test_the_person_is_told_as_the_press_reads_it():
    person = {**PERSON, "flat": "Appartement 12", "email": "zoe@example.org"}
    assert answers(person=person).citizen == {
        "given_names": "Zoé Łucja",
        "birth_name": "D’Aubigné-Nguyễn",
        "usual_name": "",
        "birth_date": "1979-02-28",
        "birth_place": "Saint-Étienne (42)",
        "address": ["Appartement 12", "12 bis rue de l’Église", "34000 Montpellier"],
        "email": "zoe@example.org",
    }


@pytest.mark.parametrize(
    ("person", "capacity", "born"),
    [(PARENT, "mother", "2019-03-05"), (GUARDIAN, "tutor", "1951-12-31")],
)
def test_the_person_represented_comes_with_the_right_to_act(person, capacity, born):
    told = answers(person=person).represents
    assert (told["capacity"], told["birth_date"]) == (capacity, born)


def test_for_oneself_nobody_is_represented():
    assert answers(person={**PERSON, **PARENT, "who": "self"}).represents is None


@pytest.mark.parametrize(
    ("town", "place"),
    [("Montpellier", "Montpellier"), ("MONTPELLIER Cedex 9", "MONTPELLIER"), ("Cedex", "Cedex")],
)
def test_a_letter_is_dated_from_the_town(town, place):
    assert answers(person={**PERSON, "town": town}).place == place


def test_the_rest_is_what_was_chosen_and_typed():
    told = answers(
        fund={**TYPED_FUND, "to": ["fund"]},
        wording={"grounds": "Un.\n\nDeux.", "grounds_consent": "on", "statements": ["azure-2019"]},
        ref_fund="7K3M-Q4XD",
    )
    assert (told.fund, list(told.bodies)) == ("Caisse des bergers", ["fund"])
    assert told.lines == {"fund": ("3 chemin des Alpages", "05100 Briançon")}
    assert (told.grounds, told.statements) == (("Un.", "Deux."), ("azure-2019",))
    assert (told.references["fund"], told.today) == ("7K3M-Q4XD", TODAY)


def test_a_corrected_address_replaces_that_of_the_directory():
    fund = {**typed.FUND, "fund": "unsure"}
    told = answers(fund=fund, wording={**UNSURE, "fund_lines": "9 rue Neuve\n34000 Sète"})
    assert told.lines["fund"] == ("9 rue Neuve", "34000 Sète")
