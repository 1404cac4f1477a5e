"""What a body wrote, reported: each under its one name, its words sealed."""

import pytest

from opposition.domain.vocabulary import AnswerCode, Kind, Outcome, Question, Scope, State
from opposition.dossiers import acts
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import DUE, RECEIVED, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]
ON, TODAY = made.day("Tue 2026-12-01"), made.day("Wed 2026-12-02")


@pytest.fixture
def dossier():
    found = made.confirmed()
    made.received(found)
    return found


def answered(dossier, code, **told):
    """An answer of that class, on the first Tuesday of December."""
    code = AnswerCode(code)
    return made.act(dossier, "hdh", acts.answered, today=TODAY, on=ON, code=code, **told)


@pytest.mark.parametrize(
    ("code", "kind", "facts", "state"),
    [
        ("ACK", Kind.ACKNOWLEDGED, {}, State.RECEIVED),
        ("ID_REQUEST", Kind.ID_ASKED, {}, State.SUSPENDED),
        ("EXTENSION", Kind.EXTENDED, {}, State.RECEIVED),
        ("REDIRECT", Kind.REDIRECTED, {}, State.RECEIVED),
        ("REGISTERED_SNDS", Kind.ANSWERED, {"code": "REGISTERED_SNDS"}, State.ANSWERED),
        ("REFUSED_PUBLIC_TASK", Kind.ANSWERED, {"code": "REFUSED_PUBLIC_TASK"}, State.ANSWERED),
        ("REFUSED_MAIN_DB", Kind.ANSWERED, {"code": "REFUSED_MAIN_DB"}, State.RECEIVED),
        ("OTHER", Kind.ANSWERED, {"code": "OTHER"}, State.ANSWERED),
    ],
)
def test_an_answer_is_written_under_its_one_name(dossier, code, kind, facts, state):
    case = answered(dossier, code)
    assert made.lines(case, last=1) == [(kind, ON, facts)]
    assert case.standing.state is state


@pytest.mark.parametrize("code", AnswerCode)
def test_every_class_may_be_reported(dossier, code):
    assert answered(dossier, code).last > 4


def test_the_words_of_an_answer_are_sealed(dossier):
    told = {"quote": " Nous refusons. ", "missing": ("complaint", "remedy")}
    case = answered(dossier, "REFUSED_PUBLIC_TASK", **told)
    assert made.words(dossier, case) == [{"quote": "Nous refusons.", "missing": "complaint remedy"}]


def test_an_answer_bears_on_the_scopes_that_the_person_says(dossier):
    scopes = frozenset({Scope.PROJECTS, Scope.DELIVERED})
    case = answered(dossier, "REGISTERED_PARTIAL", scopes=scopes)
    assert case.lines[-1].event.facts["scopes"] == scopes
    assert set(case.standing.answers) == scopes


def test_registered_and_see_them_for_the_rest_is_two_lines(dossier):
    """The answer that the idea of this portal began with (rule 6)."""
    case = answered(dossier, "REGISTERED_SNDS", redirected=True)
    assert [line[0] for line in made.lines(case, last=2)] == [Kind.ANSWERED, Kind.REDIRECTED]
    assert (case.standing.state, case.plan.question) == (State.ANSWERED, Question.SCOPE)
    assert case.standing.sending.redirected_on == ON


def test_a_redirect_alone_is_one_line(dossier):
    case = answered(dossier, "REDIRECT", redirected=True)
    assert made.lines(case, last=2)[0][0] is Kind.RECEIVED


def test_a_redirect_closes_nothing_and_the_clock_goes_on(dossier):
    case = made.act(dossier, "hdh", acts.redirected, today=TODAY, on=ON)
    assert (case.standing.state, case.plan.deadline.due) == (State.RECEIVED, DUE)


def test_whoever_answers_has_received():
    dossier = made.confirmed()
    made.sent(dossier)
    case = answered(dossier, "ACK")
    assert (case.standing.sending.received_on, case.standing.state) == (ON, State.RECEIVED)


@pytest.mark.parametrize("doubted", [True, False])
def test_only_a_doubt_that_is_said_suspends(dossier, doubted):
    case = made.act(dossier, "hdh", acts.identity_asked, today=TODAY, on=ON, doubted=doubted)
    assert made.lines(case, last=1) == [(Kind.ID_ASKED, ON, {"reasoned": doubted})]
    assert case.plan.deadline.suspended == doubted


def test_what_was_asked_is_given_and_the_clock_goes_on(dossier):
    made.act(dossier, "hdh", acts.identity_asked, today=TODAY, on=ON, doubted=True)
    case = made.act(dossier, "hdh", acts.identity_given, today=TODAY, on=TODAY)
    assert (case.standing.state, case.plan.deadline.suspended) == (State.RECEIVED, False)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (False, "indiquez aussi le jour où ces précisions d’identité ont été demandées."),
        (
            True,
            "elles ne peuvent pas être données avant d’être demandées, le 1er décembre 2026.",
        ),
    ],
)
def test_nothing_is_given_before_it_was_asked(dossier, asked, sentence):
    if asked:
        made.act(dossier, "hdh", acts.identity_asked, today=TODAY, on=ON, doubted=True)
    with pytest.raises(acts.ActError) as caught:
        made.act(dossier, "hdh", acts.identity_given, today=TODAY, on=RECEIVED)
    assert (caught.value.field, caught.value.sentence) == ("on", sentence)


@pytest.mark.parametrize("reasoned", [True, False])
def test_only_an_extension_with_its_reasons_extends(dossier, reasoned):
    case = made.act(dossier, "hdh", acts.extended, today=TODAY, on=ON, reasoned=reasoned)
    assert made.lines(case, last=1) == [(Kind.EXTENDED, ON, {"reasoned": reasoned})]
    assert case.plan.deadline.extended == reasoned


@pytest.mark.parametrize(
    ("act", "more"),
    [
        (acts.answered, {"code": AnswerCode.OTHER}),
        (acts.redirected, {}),
        (acts.extended, {"reasoned": True}),
        (acts.identity_asked, {"doubted": True}),
    ],
)
def test_nobody_answers_a_letter_before_it_left(dossier, act, more):
    with pytest.raises(acts.ActError) as caught:
        made.act(dossier, "hdh", act, today=TODAY, on=made.MORNING.date(), **more)
    assert caught.value.field == "on"


def test_an_answer_may_cross_a_better_proof_of_receipt(dossier):
    """By ameli on the day of sending, while the slip of the copy comes two days later."""
    case = made.act(dossier, "hdh", acts.answered, today=TODAY, on=SENT, code=AnswerCode.ACK)
    assert case.standing.sending.received_on == RECEIVED


def test_a_late_answer_reaches_a_seized_cnil():
    dossier = made.confirmed()
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": made.LATE, "online": True}
    made.act(dossier, "cnil-hdh", acts.filed, today=made.LATE, **told)
    code = AnswerCode.REGISTERED_SNDS
    case = made.act(dossier, "hdh", acts.answered, today=made.LATE, on=made.LATE, code=code)
    assert (case.standing.state, case.plan.question) == (State.FILED, Question.SCOPE)
    closed = made.act(dossier, "hdh", acts.covered, today=made.LATE)
    assert closed.standing.state is State.CLOSED
    assert Outcome.ACCEPTED.label == "opposition enregistrée"
