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


@pytest.mark.parametrize(
    ("typed", "told"), [("", None), ("24/12/2026", date(2026, 12, 24)), ("28/12/2026", TODAY)]
)
def test_a_complaint_sent_before_is_told_by_its_day(typed, told):
    assert judged(COMPLAINT, complained_on=typed).complained_on == told


@pytest.mark.parametrize("typed", ["29/12/2026", "24/05/2018"])
def test_it_was_not_sent_tomorrow_nor_before_the_law(typed):
    data = query({**PERSON, "complained_on": typed})
    form = SignerForm(data, today=TODAY, option=COMPLAINT)
    assert form.errors == {"complained_on": ["cette date est impossible\u202f: vérifiez l’année."]}


def test_nothing_is_answered_beforehand():
    form = SignerForm(today=TODAY, option=COMPLAINT)
    assert (form["court"].value(), form["disclose"].value()) == ("", "")
