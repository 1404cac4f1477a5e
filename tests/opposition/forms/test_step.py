"""A step keeps what was typed, judges only what was asked, and lists what is wrong."""

import pytest

from opposition.forms.fields import LineField
from opposition.forms.step import Fault, StepForm, defects_of, warn
from tests.opposition.typed import query


class Sample(StepForm):
    name = LineField(label="Nom", error_messages={"required": "indiquez le nom."})
    street = LineField(label="Rue", required=False)


def test_what_was_typed_is_shown_again_without_being_judged():
    form = Sample()
    form.remember(query({"name": "", "street": "😀"}))
    assert (form["name"].value(), form["street"].value()) == ("", "😀")
    assert form.faults == []


@pytest.mark.parametrize(("data", "seen"), [({}, False), ({"x": "1"}, False), ({"name": ""}, True)])
def test_a_step_was_visited_once_one_of_its_fields_came(data, seen):
    assert Sample().visited(query(data)) is seen


def test_a_step_never_visited_keeps_its_first_values():
    form = Sample(initial={"name": "Zoé"})
    form.remember(query({"other": "1"}))
    assert form["name"].value() == "Zoé"


def test_the_faults_stand_in_the_order_of_the_page():
    form = Sample(query({"name": "", "street": "x" * 90}))
    assert form.faults == [
        Fault("id_name", "Nom", "indiquez le nom."),
        Fault("id_street", "Rue", "ce texte est trop long\u202f: 80 caractères au plus."),
    ]


@pytest.mark.parametrize(("name", "target"), [("street", "id_street"), ("unknown", "parcours")])
def test_a_fault_found_later_is_told_beside_its_field_or_above_all(name, target):
    form = Sample(query({"name": "Zoé"}))
    assert form.is_valid()
    form.blame(name, "à revoir.")
    assert [(fault.target, fault.sentence) for fault in form.faults] == [(target, "à revoir.")]


def test_what_was_not_asked_is_neither_kept_nor_wrong():
    class Picky(Sample):
        def clean(self):
            self.ignore(["name"])

    form = Picky(query({"name": "", "street": "1 rue"}))
    assert form.is_valid()
    assert form.cleaned_data == {"street": "1 rue"}


def test_a_defect_of_an_address_stands_beside_the_line_that_it_quotes():
    form = Sample(
        query({"name": "Zoé", "street": "12 avenue du Général Leclerc et de sa division"})
    )
    assert form.is_valid()
    warn(form, defects_of("Zoé", form.cleaned_data["street"], "34000 Ville"), ("name", "street"))
    assert form.warnings == {
        "street": "la ligne «\u202f12 avenue du Général Leclerc et de sa division\u202f» "
        "dépasse 38 caractères."
    }


def test_a_defect_that_quotes_nothing_stands_beside_the_first_field():
    form = Sample(query({"name": "Zoé"}))
    assert form.is_valid()
    warn(form, defects_of("Zoé", "Ville"), ("name", "street"))
    assert list(form.warnings) == ["name"]
