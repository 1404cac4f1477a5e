"""What a person may correct of themselves and of the bodies, and what of it a letter can say."""

from datetime import date

import pytest

from opposition.correspondence.followed import Identity
from opposition.forms.dossier.details import DetailsForm
from tests.opposition.typed import directory, query

TODAY = date(2026, 11, 24)
CITIZEN = {
    "given_names": "Zoé",
    "birth_name": "D’Aubigné",
    "usual_name": "",
    "birth_date": "1979-02-28",
    "birth_place": "Saint-Étienne (42)",
    "address": ["12 bis rue de l’Église", "34000 Montpellier"],
    "email": "",
}
CHILD = {
    "given_names": "Noé",
    "birth_name": "Lefèvre",
    "usual_name": "",
    "birth_date": "2019-03-05",
    "birth_place": "Montpellier (34)",
    "capacity": "mother",
}
BODIES = {"7K3M-Q4XD": directory()["sure"]}
OWN = Identity(citizen=CITIZEN, represents=None, place="Montpellier", fund="CPAM sûre")
PARENT = Identity(citizen=CITIZEN, represents=CHILD, place="Montpellier", fund="CPAM sûre")


def shown(before=OWN):
    """The form as its page first shows it, and what a browser would send back."""
    form = DetailsForm(before=before, bodies=BODIES, today=TODAY)
    return form, {field.name: field.value() or "" for field in form}


def sent(before=OWN, **changed):
    _form, data = shown(before)
    form = DetailsForm(query(data | changed), before=before, bodies=BODIES, today=TODAY)
    form.is_valid()
    return form


@pytest.mark.parametrize("before", [OWN, PARENT])
def test_what_was_shown_comes_back_as_it_was(before):
    form = sent(before)
    assert form.errors == {}
    assert form.identity == before
    assert form.lines == {name: tuple(body.lines) for name, body in BODIES.items()}


def test_days_are_shown_as_they_are_typed():
    assert shown()[1]["birth_date"] == "28/02/1979"
    assert shown(PARENT)[1]["represents_birth_date"] == "05/03/2019"


def test_a_capacity_grounds_and_the_fund_are_no_typo():
    form = sent(PARENT, represents_birth_name="Lefebvre")
    assert form.identity.represents == {**CHILD, "birth_name": "Lefebvre"}
    assert (form.identity.citizen, form.identity.fund) == (CITIZEN, "CPAM sûre")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("12 bis rue de l’Église\n34000 Montpellier", "Montpellier"),
        ("3 allée des Tilleuls\n69003 Lyon", "Lyon"),
        ("3 allée des Tilleuls\n69409 Lyon Cedex 03", "Lyon"),
        ("Le Bourg\n97133 CEDEX", "CEDEX"),
    ],
)
def test_the_town_at_the_head_of_a_letter_follows_the_address(address, place):
    assert sent(address=address).identity.place == place


def test_a_town_that_was_given_otherwise_stays_while_the_address_does():
    before = Identity(citizen=CITIZEN, represents=None, place="Sète", fund="")
    assert sent(before).identity.place == "Sète"


def test_a_long_line_is_noticed_and_stops_nobody():
    form = sent(address="Résidence des Quatre Vents du Septentrion, bâtiment C\n34000 Montpellier")
    assert form.errors == {}
    assert "dépasse 38 caractères" in form.warnings["address"]


def test_the_page_asks_for_another_person_only_where_there_is_one():
    assert [field.name for field in shown()[0].theirs] == []
    assert [field.name for field in shown(PARENT)[0].theirs] == [
        f"represents_{name}"
        for name in ("given_names", "birth_name", "usual_name", "birth_date", "birth_place")
    ]


def test_the_page_asks_for_oneself_then_for_each_body():
    form, _data = shown()
    assert [field.name for field in form.own][-2:] == ["address", "email"]
    (body,) = form.addresses
    assert (body.body.name, body.lines.name) == ("CPAM sûre", "lignes_7K3M-Q4XD")


def test_the_mails_of_the_bodies_are_not_those_of_the_portal():
    """The page of the form says that the portal writes to nobody; here it does."""
    assert str(shown()[0]["email"].why) == "L’organisme peut alors vous répondre par mail."
