"""The identity form of the first letters, and the two statements of a complaint."""

from datetime import date

import pytest

from opposition.forms.resuming.signer import SignerForm
from tests.opposition.retyped import PERSON
from tests.opposition.told import case, option, silent
from tests.opposition.typed import query

TODAY = date(2026, 12, 28)
CASE = case(silent(), "Mon 2026-12-28")
COMPLAINT, REMINDER = option("cnil-complaint-silence", CASE), option("reminder-1", CASE)


def judged(chosen, **more):
    form = SignerForm(query({**PERSON, **more}), today=TODAY, option=chosen)
    assert form.is_valid(), form.errors
    return form


def test_a_reminder_states_nothing():
    assert {"court", "disclose"} & set(SignerForm(today=TODAY, option=REMINDER).fields) == set()
    form = judged(REMINDER, court="yes")
    assert (form.court_seized, form.disclose_identity) == (None, None)


@pytest.mark.parametrize(("answer", "said"), [("yes", True), ("no", False), ("", None)])
def test_what_is_not_said_stays_unsaid(answer, said):
    assert judged(COMPLAINT, court=answer).court_seized is said
    assert judged(COMPLAINT, disclose=answer).disclose_identity is said
    assert judged(COMPLAINT).court_seized is None


def test_nothing_is_answered_beforehand():
    form = SignerForm(today=TODAY, option=COMPLAINT)
    assert (form["court"].value(), form["disclose"].value()) == ("", "")
