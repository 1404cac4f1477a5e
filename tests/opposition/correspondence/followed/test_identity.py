"""Who exercises the right: sealed whole, read back whole, and told apart from anybody else."""

from dataclasses import replace
from uuid import uuid4

import pytest

from opposition import vault
from opposition.correspondence import followed
from tests.opposition.correspondence.followed.folders import CHILD, CITIZEN, answers, key_of, opened

pytestmark = [pytest.mark.django_db, pytest.mark.db]
REASONS = {"grounds": ("Mon métier est rare.", "Ma maladie aussi."), "statements": ("ce-444937",)}


def test_the_form_gives_all_that_the_letters_say_of_a_person():
    told = followed.identity_of(answers(represents=CHILD, **REASONS))
    assert told == followed.Identity(
        citizen=CITIZEN,
        represents=CHILD,
        place="Montpellier",
        fund="CPAM sûre",
        **REASONS,
    )


@pytest.mark.parametrize("changed", [{}, {"represents": CHILD}, REASONS])
def test_what_is_sealed_is_read_back(changed):
    dossier = opened(**changed)
    assert followed.read_identity(dossier) == followed.identity_of(answers(**changed))


def test_nothing_of_it_can_be_read_in_the_row():
    sealed = bytes(opened(represents=CHILD).identity)
    told = [*CITIZEN.values(), *CHILD.values()]
    assert [word for word in told if word and str(word).encode() in sealed] == []


def test_an_identity_does_not_open_in_another_dossier():
    dossier = opened()
    identity = followed.read_identity(dossier)
    dossier.identity = followed.seal_identity(identity, key_of(dossier), uuid4())
    with pytest.raises(vault.SealError):
        followed.read_identity(dossier)


@pytest.mark.parametrize(
    ("changed", "person", "name"),
    [
        ({}, ("Zoé Łucja", "D’Aubigné-Nguyễn", "1979-02-28"), "Zoé Łucja D’Aubigné-Nguyễn"),
        # a mother's two children are two persons
        ({"represents": CHILD}, ("Noé", "Lefèvre", "2019-03-05"), "Noé Lefèvre"),
        (
            {"citizen": {**CITIZEN, "usual_name": "Petit"}},
            ("Zoé Łucja", "D’Aubigné-Nguyễn", "1979-02-28"),
            "Zoé Łucja Petit",
        ),
        (
            {"citizen": {**CITIZEN, "given_names": ""}},
            ("", "D’Aubigné-Nguyễn", "1979-02-28"),
            "D’Aubigné-Nguyễn",
        ),
    ],
)
def test_the_person_is_the_one_whose_data_are_meant(changed, person, name):
    told = followed.identity_of(answers(**changed))
    assert (told.person, told.name) == (person, name)


def test_what_is_mended_is_another_identity():
    told = followed.identity_of(answers())
    mended = replace(told, citizen={**told.citizen, "birth_place": "Lyon (69)"})
    assert (told == mended, told.person == mended.person) == (False, True)
