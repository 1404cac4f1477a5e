"""The complaint leaves, comes back, is decided: in its own journal and in those that it names."""

import pytest

from opposition.correspondence import followed
from opposition.domain.vocabulary import AnswerCode, Channel, Kind, Outcome, Question, State
from opposition.dossiers import acts
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import DUE, LATE, SLIP

pytestmark = [pytest.mark.django_db, pytest.mark.db]
LATER = made.day("Tue 2027-01-05")
COMPLAINT = "cnil-complaint-silence"


@pytest.fixture
def dossier():
    found = made.confirmed()
    made.silent(found)
    return found


def letter(dossier):
    """The complaint as it was handed out on the day after the deadline."""
    cases = list(made.cases(dossier, LATE).values())
    case = made.cases(dossier, LATE)["cnil-hdh"]
    answers = followed.Complaint(court_seized=False, disclose_identity=True)
    written = followed.compose(dossier, cases, case.demand, COMPLAINT, today=LATE, answers=answers)
    covers = [case.about.demand.id]
    at = made.at("Tue 2026-12-29")
    return followed.freeze(dossier, case.demand, written, at=at, covers=covers)


def filed(dossier, *names, online=True, on=LATE, today=LATE, **told):
    """The complaint about the hub left, naming these requests; all cases after it."""
    named = [made.cases(dossier, today)[name] for name in names or ("hdh",)]
    told |= {"cases": named, "online": online, "on": on}
    made.act(dossier, "cnil-hdh", acts.filed, today=today, **told)
    return made.cases(dossier, today)


def test_filed_online_it_is_with_the_cnil_at_once(dossier):
    number, handed_out = "26012345", letter(dossier)
    cases = filed(dossier, letter=handed_out.id, number=number)
    assert made.lines(cases["cnil-hdh"], last=1) == [(Kind.FILED, LATE, {})]
    assert made.lines(cases["hdh"], last=1) == [(Kind.FILED, LATE, {})]
    assert (cases["cnil-hdh"].standing.state, cases["hdh"].standing.state) == (
        State.FILED,
        State.FILED,
    )
    assert made.words(dossier, cases["cnil-hdh"]) == [{"number": number}]
    assert {one.lines[-1].noted["letter"] for one in (cases["cnil-hdh"], cases["hdh"])} == {
        str(handed_out.id)
    }
    assert cases["cnil-hdh"].standing.lodged_on == LATE


def test_posted_it_is_on_its_way_and_the_request_says_that_the_cnil_is_seized(dossier):
    cases = filed(dossier, online=False, number="1A")
    assert made.lines(cases["cnil-hdh"], last=1) == [(Kind.SENT, LATE, {"channel": Channel.POST})]
    assert made.lines(cases["hdh"], last=1) == [(Kind.FILED, LATE, {})]
    assert cases["cnil-hdh"].standing.state is State.SENT


def test_a_complaint_that_names_two_bodies_says_so_in_both_journals(dossier):
    made.silent(dossier, "fund")
    cases = filed(dossier, "hdh", "fund")
    assert [cases[name].standing.state for name in ("fund", "hdh")] == [State.FILED] * 2
    assert cases["cnil-fund"].standing.state is State.READY


def test_only_what_is_named_is_filed(dossier):
    made.silent(dossier, "fund")
    assert filed(dossier, "hdh")["fund"].standing.state is State.RECEIVED


@pytest.mark.parametrize("on", [DUE, made.day("Mon 2026-11-23")])
def test_it_does_not_leave_before_its_letter(dossier, on):
    handed_out = letter(dossier)
    with pytest.raises(acts.ActError) as caught:
        filed(dossier, on=on, letter=handed_out.id)
    assert caught.value.field == "on"


def test_it_is_not_filed_before_the_request_left(dossier):
    with pytest.raises(acts.ActError) as caught:
        filed(dossier, on=made.day("Mon 2026-11-23"))
    assert caught.value.sentence == "cette date est avant celle de l’envoi, le 24 novembre 2026."


def test_a_proved_receipt_starts_the_three_months(dossier):
    filed(dossier, online=False)
    told = {"on": LATER, "evidence": SLIP}
    case = made.act(dossier, "cnil-hdh", acts.received, today=LATER, **told)
    assert (case.standing.state, case.standing.lodged_on) == (State.FILED, LATER)


def test_the_cnil_registers_and_tells(dossier):
    filed(dossier)
    told = {"today": LATER, "on": LATER}
    made.act(dossier, "cnil-hdh", acts.cnil_registered, number="26-4711", **told)
    case = made.act(dossier, "cnil-hdh", acts.cnil_news, **told)
    assert [line[0] for line in made.lines(case, last=2)] == [Kind.CNIL_REGISTERED, Kind.CNIL_NEWS]
    assert made.words(dossier, case) == [{"number": "26-4711"}]
    assert case.standing.cnil_news == (LATER,)
    assert made.cases(dossier, LATER)["hdh"].standing.state is State.FILED


@pytest.mark.parametrize(
    ("act", "more"),
    [
        (acts.cnil_registered, {}),
        (acts.cnil_news, {}),
        (acts.cnil_outcome, {"outcome": Outcome.REFUSED}),
    ],
)
def test_the_cnil_writes_of_what_it_has(dossier, act, more):
    filed(dossier)
    with pytest.raises(acts.ActError) as caught:
        made.act(dossier, "cnil-hdh", act, today=LATER, on=DUE, **more)
    assert caught.value.sentence == (
        "cette date est avant celle du dépôt de la plainte, le 29 décembre 2026."
    )


@pytest.mark.parametrize("with_letter", [True, False])
def test_a_decision_closes_the_complaint_and_what_it_named(dossier, with_letter):
    made.silent(dossier, "fund")
    told = {"letter": letter(dossier).id} if with_letter else {}
    filed(dossier, "hdh", "fund", **told)
    told = {"on": LATER, "outcome": Outcome.PARTIAL}
    made.act(dossier, "cnil-hdh", acts.cnil_outcome, today=LATER, **told)
    cases = made.cases(dossier, LATER)
    ends = [made.lines(cases[name], last=1) for name in ("cnil-hdh", "hdh", "fund")]
    assert ends == [[(Kind.CNIL_OUTCOME, LATER, {"outcome": Outcome.PARTIAL})]] * 3
    assert [cases[name].standing.open for name in ("cnil-hdh", "hdh", "fund")] == [False] * 3


def test_a_decision_leaves_alone_what_the_person_closed_before(dossier):
    made.silent(dossier, "fund")
    filed(dossier, "hdh", "fund")
    told = {"on": LATER, "code": AnswerCode.REGISTERED_SNDS}
    made.act(dossier, "fund", acts.answered, today=LATER, **told)
    closed = made.act(dossier, "fund", acts.covered, today=LATER)
    told = {"on": LATER, "outcome": Outcome.ACCEPTED}
    made.act(dossier, "cnil-hdh", acts.cnil_outcome, today=LATER, **told)
    assert made.cases(dossier, LATER)["fund"].last == closed.last
    assert made.cases(dossier, LATER)["hdh"].standing.state is State.CLOSED


def test_a_complaint_that_came_back_was_not_filed(dossier):
    before = made.cases(dossier, LATE)["hdh"].standing
    filed(dossier, online=False)
    made.act(dossier, "cnil-hdh", acts.returned, today=LATER, on=LATER)
    cases = made.cases(dossier, LATER)
    assert (cases["cnil-hdh"].standing.state, cases["hdh"].standing.state) == (
        State.UNDELIVERED,
        State.RECEIVED,
    )
    assert (cases["hdh"].standing.filed_on, before.filed_on) == (None, None)
    assert cases["hdh"].plan.complaint.open
    again = made.act(dossier, "cnil-hdh", acts.returned, today=LATER, seen=0, on=LATER)
    assert again.last == cases["cnil-hdh"].last


def test_a_complaint_that_came_back_is_filed_again(dossier):
    filed(dossier, online=False)
    made.act(dossier, "cnil-hdh", acts.returned, today=LATER, on=LATER)
    cases = filed(dossier, on=LATER, today=LATER)
    assert (cases["cnil-hdh"].standing.state, cases["hdh"].standing.filed_on) == (
        State.FILED,
        LATER,
    )


def test_after_the_third_month_the_cnil_is_asked_about(dossier):
    filed(dossier)
    today = made.day("Wed 2027-03-31")  # 29 March is Easter Monday
    case = made.cases(dossier, today)["cnil-hdh"]
    assert (case.plan.late, case.plan.question) == (True, Question.CNIL)
    assert acts.answering(case, today) == ("cnil-nouvelles", "cnil-enregistre", "cnil-decision")
