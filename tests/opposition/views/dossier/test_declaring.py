"""The two questions of a complaint: answered, or left to the pen."""

import pytest

from opposition.correspondence.followed import Complaint
from opposition.views.dossier import declaring
from tests.opposition.typed import query


@pytest.mark.parametrize(
    ("court", "disclose", "answers"),
    [
        ("no", "yes", Complaint(court_seized=False, disclose_identity=True)),
        ("yes", "no", Complaint(court_seized=True, disclose_identity=False)),
        ("", "yes", None),
        ("no", "", None),
        ("", "", None),
    ],
)
def test_what_is_left_to_the_pen_leaves_boxes_to_tick(court, disclose, answers):
    form = declaring.form(query({"court": court, "disclose": disclose}))
    assert form.is_valid()
    assert declaring.answers(form) == answers
    assert declaring.carried(form) == {"court": court, "disclose": disclose}


def test_before_the_questions_are_answered_nothing_is_wrong():
    form = declaring.form(query({}))
    assert (form.is_valid(), form.faults) == (False, [])


def test_another_answer_is_refused():
    form = declaring.form(query({"court": "maybe", "disclose": "yes"}))
    assert not form.is_valid()
    assert [fault.target for fault in form.faults] == ["id_court_0"]
