"""The values a letter is made of: names in use, words for codes, errors that name their key."""

from datetime import date

import pytest

from letters import samples
from letters.facts import Capacity, Evidence, FactsError, Person


def test_an_error_names_its_key():
    error = FactsError("earlier[0].due_on", "cette information manque.")
    assert (error.key, error.message) == ("earlier[0].due_on", "cette information manque.")
    assert str(error) == "earlier[0].due_on : cette information manque."


@pytest.mark.parametrize(
    ("given", "usual", "name"),
    [
        ("Zoé Łucja", "Lefèvre", "Zoé Łucja Lefèvre"),
        ("Zoé Łucja", "", "Zoé Łucja Nguyễn"),
        ("", "", "Nguyễn"),
    ],
)
def test_a_person_is_called_by_the_name_in_use(given, usual, name):
    assert Person(given, "Nguyễn", date(1979, 2, 28), "Lyon", usual).full_name == name


def test_the_letter_is_about_the_person_represented_if_any():
    assert samples.facts("child").concerned.given_names == "Noé"
    assert samples.facts("adult").concerned.given_names == "Zoé Łucja"


def test_each_capacity_has_its_words_and_three_are_for_children():
    assert len({capacity.label for capacity in Capacity}) == 6
    assert [c.value for c in Capacity if c.of_a_child] == ["mother", "father", "guardian"]


def test_nobody_acts_under_curatelle():
    assert [c for c in Capacity if "curat" in c.value or "curat" in c.label] == []


def test_each_evidence_has_its_words():
    assert [evidence.label for evidence in Evidence] == [
        "avis de réception signé",
        "suivi postal",
        "accusé de réception par courriel ou par messagerie ameli",
        "date déclarée",
    ]
