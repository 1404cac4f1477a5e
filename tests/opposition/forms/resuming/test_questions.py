"""The questions of one request: in the order in which things happen."""

from opposition.domain.vocabulary import Evidence
from opposition.forms.resuming import questions


def test_every_date_is_a_question_in_its_order():
    asked = [*questions.of_request(), *questions.of_delays()]
    assert [name for name in asked if name in questions.DATES] == list(questions.DATES)


def test_an_estimate_is_no_proof_that_may_be_chosen():
    offered = {value for value, _label in questions.PROOFS}
    assert offered == {proof.value for proof in Evidence if proof.opens} | {questions.UNKNOWN}


def test_a_date_is_required_where_a_sentence_says_what_is_missing():
    assert questions.day("Le", missing="indiquez le jour.").required
    assert not questions.day("Le").required


def test_no_answer_is_ticked_beforehand_but_the_usual_no():
    fields = {**questions.of_request(), **questions.of_delays()}
    assert {name: field.initial for name, field in fields.items() if field.initial} == {
        "extended": "no",
        "identity": "no",
    }
    assert questions.yes_no("Vraiment\u202f?", missing="dites-le.").initial == ""
