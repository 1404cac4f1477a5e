"""A field is tied to all that is said of it, and to nothing that is not there."""

from django import forms

from opposition.forms.fields import LineField
from opposition.forms.step import StepForm


class Sample(StepForm):
    name = LineField(label="Nom", help_text="Comme écrit.", why="Pour vous nommer.")
    street = LineField(label="Rue", required=False, one_of_several=True)
    flat = LineField(label="Étage", required=False)
    kind = forms.ChoiceField(
        label="Lequel\u202f?", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )


def test_what_is_said_of_a_field_is_read_out_with_it_in_the_order_of_the_page():
    form = Sample({})
    form.is_valid()
    form.warnings["name"] = "Longue ligne."
    assert form["name"].aria_describedby == "id_name-hint id_name-why id_name-warning id_name-error"
    assert 'aria-describedby="id_name-hint id_name-why id_name-warning id_name-error"' in str(
        form["name"]
    )


def test_a_field_of_which_nothing_is_said_is_tied_to_nothing():
    assert Sample()["flat"].aria_describedby == ""
    assert "aria-describedby" not in str(Sample()["flat"])


def test_only_what_may_be_left_empty_by_itself_is_called_optional():
    assert [field.optional for field in Sample()] == [False, False, True, False]


def test_a_link_to_a_group_leads_to_its_first_choice():
    assert [field.target for field in Sample()][2:] == ["id_flat", "id_kind_0"]


def test_the_summary_calls_a_field_by_its_label_and_a_question_by_its_answer():
    assert [field.short_label for field in Sample()] == ["Nom", "Rue", "Étage", ""]


def test_a_field_may_have_a_shorter_name_for_the_summary():
    form = Sample()
    form.fields["name"].short_label = "Votre nom"
    assert form["name"].short_label == "Votre nom"
