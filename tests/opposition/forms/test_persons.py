"""An identity and an address are asked with a reason, and read as an envelope bears them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from opposition.forms import persons

ANSWERS = {
    "given_names": "Zoé",
    "birth_name": "Nguyễn",
    "usual_name": "",
    "flat": "Appartement 12",
    "building": "",
    "street": "1 rue de l’Église",
    "hamlet": "",
    "postal_code": "34000",
    "town": "Montpellier",
}


def test_no_more_is_asked_of_an_identity_than_the_letters_print():
    assert tuple(persons.identity()) == persons.IDENTITY
    assert set(persons.address()) == {*persons.ADDRESS, "email"}


def test_every_question_about_a_person_says_why_it_is_asked():
    assert [name for name, field in persons.identity().items() if not str(field.why)] == []


def test_another_persons_identity_has_its_own_names_and_is_not_filled_in_by_the_browser():
    theirs = persons.identity(prefix="represents_", own=False)
    assert list(theirs) == [f"represents_{name}" for name in persons.IDENTITY]
    assert {field.widget.attrs.get("autocomplete") for field in theirs.values()} == {None}
    assert str(theirs["represents_birth_name"].short_label) == (
        "Nom de naissance (personne représentée)"
    )


def test_ones_own_answers_can_be_filled_in_by_the_browser():
    asked = {**persons.identity(), **persons.address()}
    tokens = {name: field.widget.attrs.get("autocomplete") for name, field in asked.items()}
    assert tokens == {
        "given_names": "given-name",
        "birth_name": "family-name",
        "usual_name": None,
        "birth_date": "bday",
        "birth_place": None,
        "flat": "address-line2",
        "building": "address-line3",
        "street": "address-line1",
        "hamlet": None,
        "postal_code": "postal-code",
        "town": "address-level2",
        "email": "email",
    }


@pytest.mark.parametrize("born", [date(1890, 1, 1), date(2026, 11, 23)])
def test_a_living_person_may_be_born_on_the_first_and_on_the_last_day(born):
    assert persons.check_birth(born, date(2026, 11, 23)) is None


@pytest.mark.parametrize(
    ("born", "sentence"),
    [
        (date(1889, 12, 31), "cette date est trop ancienne\u202f: vérifiez l’année."),
        (date(2026, 11, 24), "cette date est dans le futur."),
    ],
)
def test_nobody_is_born_before_or_after(born, sentence):
    with pytest.raises(ValidationError) as error:
        persons.check_birth(born, date(2026, 11, 23))
    assert error.value.messages == [sentence]


def test_an_address_has_no_empty_line():
    assert persons.lines(ANSWERS) == ("Appartement 12", "1 rue de l’Église", "34000 Montpellier")


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({}, "Zoé Nguyễn"),
        ({"usual_name": "Lefèvre"}, "Zoé Lefèvre"),
        ({"given_names": ""}, "Nguyễn"),
    ],
)
def test_the_name_of_an_envelope_is_the_one_in_use(changed, name):
    assert persons.full_name({**ANSWERS, **changed}) == name
