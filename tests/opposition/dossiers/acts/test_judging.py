"""What only the person can say, on the day on which they say it (rules 1 and 6)."""

import pytest

from opposition.domain.vocabulary import AnswerCode, Kind, Question, Scope, State
from opposition.dossiers import acts
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import LATE

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = made.day("Wed 2026-12-02")


@pytest.fixture
def dossier():
    found = made.confirmed()
    made.received(found)
    return found


def answer(dossier, code="REFUSED_PUBLIC_TASK"):
    told = {"today": TODAY, "on": TODAY, "code": AnswerCode(code)}
    return made.act(dossier, "hdh", acts.answered, **told)


def test_that_nothing_came_opens_reminder_and_complaint(dossier):
    before = made.cases(dossier, LATE)["hdh"]
    assert (before.plan.question, before.plan.reminder.open) == (Question.SILENCE, False)
    case = made.act(dossier, "hdh", acts.nothing_came, today=LATE)
    assert made.lines(case, last=1) == [(Kind.NOTHING_CAME, LATE, {})]
    assert (case.plan.reminder.open, case.plan.complaint.open) == (True, True)


def test_said_before_the_date_it_opens_nothing(dossier):
    made.act(dossier, "hdh", acts.nothing_came, today=TODAY)
    assert made.cases(dossier, LATE)["hdh"].plan.question is Question.SILENCE


@pytest.mark.parametrize(
    ("act", "more", "kind", "state"),
    [
        (acts.covered, {}, Kind.COVERED, State.CLOSED),
        (acts.contested, {}, Kind.CONTESTED, State.CONTESTED),
        (acts.incomplete, {"scopes": {Scope.HDH}}, Kind.INCOMPLETE, State.RECEIVED),
    ],
)
def test_an_answer_is_judged(dossier, act, more, kind, state):
    answer(dossier)
    case = made.act(dossier, "hdh", act, today=TODAY, **more)
    assert made.lines(case, last=1) == [(kind, TODAY, more)]
    assert (case.standing.state, case.standing.judged) == (state, True)


def test_what_is_missing_is_named(dossier):
    answer(dossier)
    with pytest.raises(acts.ActError) as caught:
        made.act(dossier, "hdh", acts.incomplete, today=TODAY, scopes=frozenset())
    assert (caught.value.field, caught.value.sentence) == (
        "scopes",
        "dites quelle partie reste sans réponse.",
    )


def test_a_contested_refusal_opens_the_complaint_at_once(dossier):
    answer(dossier)
    case = made.act(dossier, "hdh", acts.contested, today=TODAY)
    assert (case.plan.complaint.open, case.plan.complaint.letter) == (
        True,
        "cnil-complaint-refusal",
    )
