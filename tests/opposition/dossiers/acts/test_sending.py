"""A letter leaves, arrives, comes back: what is noted, and which days cannot be."""

import pytest

from opposition.correspondence import followed
from opposition.domain.vocabulary import Channel, Evidence, Kind, Question, State
from opposition.dossiers import acts
from opposition.models import Letter
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import LATE, MORNING, RECEIVED, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MONDAY, FUTURE = made.day("Mon 2026-11-23"), made.day("Wed 2026-11-25")


@pytest.fixture
def dossier():
    return made.confirmed()


def refused(dossier, act, *, name="hdh", today=SENT, **told):
    """The field and the words of what an act may not say."""
    with pytest.raises(acts.ActError) as caught:
        made.act(dossier, name, act, today=today, **told)
    return caught.value.field, caught.value.sentence


def frozen(dossier, name="hdh", at=MORNING) -> Letter:
    """The first letter of a demand, handed out on that morning."""
    cases = list(made.cases(dossier, at.date()).values())
    demand = made.cases(dossier, at.date())[name].demand
    key = f"{name}-objection"
    written = followed.compose(dossier, cases, demand, key, today=at.date())
    return followed.freeze(dossier, demand, written, at=at)


def test_a_posted_letter_is_sent(dossier):
    case = made.act(dossier, "fund", acts.posted, on=SENT, channel=Channel.AMELI)
    assert made.lines(case, last=1) == [(Kind.SENT, SENT, {"channel": Channel.AMELI})]
    assert case.standing.state is State.SENT


def test_the_number_of_the_post_is_sealed(dossier):
    number = "1A 234 567 8901 2"
    case = made.act(dossier, "hdh", acts.posted, on=SENT, channel=Channel.POST, number=number)
    assert made.words(dossier, case) == [{"number": number}]


def test_the_frozen_letter_is_noted_and_counts_as_posted(dossier):
    letter = frozen(dossier)
    case = made.act(dossier, "hdh", acts.posted, on=SENT, channel=Channel.POST, letter=letter.id)
    assert case.lines[-1].noted == {"letter": str(letter.id)}
    assert followed.posted(case.demand) == {letter.id: SENT}


def test_a_letter_leaves_on_its_date_or_later(dossier):
    letter = frozen(dossier, at=made.at("Tue 2026-11-24"))
    told = {"on": MONDAY, "channel": Channel.POST, "letter": letter.id}
    assert refused(dossier, acts.posted, **told) == (
        "on",
        "ce courrier est daté du 24 novembre 2026 : il n’a pas pu partir avant.",
    )


def test_a_letter_of_another_demand_does_not_leave_here(dossier):
    letter = frozen(dossier, "fund")
    told = {"on": SENT, "channel": Channel.POST, "letter": letter.id}
    assert refused(dossier, acts.posted, **told)[0] == "letter"


@pytest.mark.parametrize(
    ("act", "more"),
    [
        (acts.posted, {"channel": Channel.POST}),
        (acts.adopted, {"channel": Channel.POST}),
        (acts.received, {"evidence": Evidence.TRACKING}),
        (acts.returned, {}),
        (acts.proof_asked, {}),
    ],
)
def test_no_day_is_in_the_future_or_before_the_law(dossier, act, more):
    assert refused(dossier, act, on=FUTURE, **more) == (
        "on",
        "cette date est dans le futur.",
    )
    assert refused(dossier, act, on=made.day("Thu 2018-05-24"), **more) == (
        "on",
        "cette date est trop ancienne : vérifiez l’année.",
    )


@pytest.mark.parametrize(
    ("act", "more"),
    [
        (acts.received, {"evidence": Evidence.TRACKING}),
        (acts.returned, {}),
        (acts.proof_asked, {}),
    ],
)
def test_what_follows_a_letter_is_not_before_it(dossier, act, more):
    made.sent(dossier)
    assert refused(dossier, act, on=MONDAY, **more) == (
        "on",
        "cette date est avant celle de l’envoi, le 24 novembre 2026.",
    )


def test_a_new_sending_comes_after_the_first_and_starts_a_new_clock(dossier):
    made.received(dossier)
    made.act(dossier, "hdh", acts.returned, today=RECEIVED, on=RECEIVED)
    told = {"today": LATE, "channel": Channel.POST}
    assert refused(dossier, acts.posted, on=MONDAY, **told)[0] == "on"
    case = made.act(dossier, "hdh", acts.posted, on=LATE, **told)
    assert (case.standing.sending.sent_on, case.standing.sending.received_on) == (LATE, None)


@pytest.mark.parametrize("evidence", Evidence)
def test_a_receipt_says_how_it_is_known(dossier, evidence):
    made.sent(dossier)
    case = made.act(
        dossier, "hdh", acts.received, today=RECEIVED, on=RECEIVED, evidence=evidence, how="mail"
    )
    assert made.lines(case, last=1) == [(Kind.RECEIVED, RECEIVED, {"evidence": evidence})]
    assert made.words(dossier, case) == [{"how": "mail"}]
    assert (case.standing.state is State.RECEIVED) == evidence.opens


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("", "dites en un mot comment vous le savez."),
        ("  ", "dites en un mot comment vous le savez."),
        (
            "Estimation",
            "une date estimée n’ouvre rien : répondez plutôt « date estimée ».",
        ),
    ],
)
def test_a_declared_receipt_is_explained(dossier, how, sentence):
    made.sent(dossier)
    told = {"on": SENT, "evidence": Evidence.DECLARED, "how": how}
    assert refused(dossier, acts.received, **told) == ("how", sentence)


def test_a_returned_letter_names_its_sending(dossier):
    sent = made.sent(dossier)
    case = made.act(dossier, "hdh", acts.returned, today=RECEIVED, on=RECEIVED)
    assert made.lines(case, last=1) == [(Kind.RETURNED, RECEIVED, {"of": sent.last})]
    assert (case.standing.state, case.plan.question) == (State.UNDELIVERED, Question.RESEND)


def test_a_return_of_a_letter_nobody_saw_leave_names_none(dossier):
    case = made.act(dossier, "hdh", acts.returned, on=SENT)
    assert made.lines(case, last=1) == [(Kind.RETURNED, SENT, {})]


def test_an_acknowledgement_was_asked_for(dossier):
    made.sent(dossier)
    case = made.act(dossier, "hdh", acts.proof_asked, today=RECEIVED, on=RECEIVED)
    assert case.standing.sending.proof_asked_on == RECEIVED


def test_a_request_written_before_may_be_known_to_have_arrived_or_not(dossier):
    case = made.act(dossier, "hdh", acts.adopted, on=MONDAY, channel=Channel.AMELI)
    assert (case.standing.state, case.lines[-1].noted) == (State.SENT, {})


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"received_on": made.day("Fri 2026-11-20"), "evidence": Evidence.TRACKING}, "received_on"),
        ({"received_on": SENT, "evidence": Evidence.DECLARED}, "how"),
        ({"received_on": FUTURE, "evidence": Evidence.TRACKING}, "received_on"),
    ],
)
def test_a_request_written_before_has_days_in_their_order(dossier, told, field):
    found = refused(dossier, acts.adopted, on=MONDAY, channel=Channel.POST, **told)
    assert found[0] == field


def test_a_receipt_without_its_proof_is_an_estimate(dossier):
    told = {"on": MONDAY, "channel": Channel.POST, "received_on": SENT}
    case = made.act(dossier, "hdh", acts.adopted, **told)
    assert case.standing.sending.evidence is Evidence.ESTIMATED
    assert case.plan.deadline is None
