"""Mails stopped and taken up, the follow-up stopped, taken up, kept: each once, each undone."""

import pytest

from opposition.domain.vocabulary import AnswerCode, Kind, Outcome, Party, State
from opposition.dossiers import acts, changing
from opposition.models import Demand, Dossier, Event
from opposition.records import Entry, record
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import LATE, MORNING, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]
ALL = ["fund", "hdh", "cnil-fund", "cnil-hdh"]


@pytest.fixture
def dossier():
    return made.confirmed(email=made.ADDRESS)


def saying(dossier, kind):
    """The demands whose journals hold such a line, once per line."""
    cases = made.cases(dossier, LATE)
    return [name for name in cases for line in cases[name].lines if line.event.kind is kind]


def still_open(dossier):
    return [name for name, case in made.cases(dossier, LATE).items() if case.standing.open]


def test_mails_are_stopped_once_and_every_journal_says_it(dossier):
    changing.mute(dossier, at=MORNING)
    changing.mute(dossier, at=made.later(hours=1))
    assert (dossier.muted_at, saying(dossier, Kind.MUTED)) == (MORNING, ALL)


def test_mails_come_again_once(dossier):
    changing.unmute(dossier, at=MORNING)
    assert saying(dossier, Kind.UNMUTED) == []
    changing.mute(dossier, at=MORNING)
    changing.unmute(dossier, at=MORNING)
    changing.unmute(dossier, at=MORNING)
    assert (dossier.muted_at, saying(dossier, Kind.UNMUTED)) == (None, ALL)


def test_stopping_closes_every_open_demand_once(dossier):
    changing.stop(dossier, today=SENT)
    changing.stop(dossier, today=SENT)
    assert (still_open(dossier), saying(dossier, Kind.CLOSED)) == ([], ALL)
    assert set(Demand.objects.values_list("state", "due_at")) == {(State.CLOSED, None)}
    assert {row.by for row in Event.objects.filter(kind=Kind.CLOSED)} == {Party.CITIZEN}


def test_one_request_is_stopped_with_the_complaint_held_about_it(dossier):
    hub = made.cases(dossier)["hdh"].demand
    changing.stop(dossier, today=SENT, only=hub)
    assert still_open(dossier) == ["fund", "cnil-fund"]


def test_a_complaint_that_has_left_goes_on_without_its_request(dossier):
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": LATE, "online": True}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATE, **told)
    changing.stop(dossier, today=LATE, only=hub.demand)
    assert still_open(dossier) == ["fund", "cnil-fund", "cnil-hdh"]


def test_one_click_takes_everything_up_again(dossier):
    made.received(dossier)
    changing.stop(dossier, today=SENT)
    changing.resume(dossier, today=LATE)
    changing.resume(dossier, today=LATE)
    assert (still_open(dossier), saying(dossier, Kind.REOPENED)) == (ALL, ALL)
    assert made.cases(dossier, LATE)["hdh"].standing.state is State.RECEIVED


def test_what_the_clock_closed_is_taken_up_again(dossier):
    for demand in made.demands(dossier):
        record(demand, Entry(Kind.CLOSED, SENT, Party.PORTAL), today=SENT)
    changing.resume(dossier, today=LATE)
    assert still_open(dossier) == ALL


def covered(dossier):
    """The hub's answer covers all that was asked."""
    made.received(dossier)
    told = {"on": LATE, "code": AnswerCode.REGISTERED_SNDS}
    made.act(dossier, "hdh", acts.answered, today=LATE, **told)
    return made.act(dossier, "hdh", acts.covered, today=LATE).demand


def test_taking_everything_up_leaves_alone_what_was_settled(dossier):
    covered(dossier)
    changing.stop(dossier, today=LATE)
    changing.resume(dossier, today=LATE)
    assert still_open(dossier) == ["fund", "cnil-fund", "cnil-hdh"]


def test_what_was_settled_is_taken_up_by_name(dossier):
    demand = covered(dossier)
    changing.resume(dossier, today=LATE, only=demand)
    assert made.cases(dossier, LATE)["hdh"].standing.state is State.ANSWERED


def test_what_the_cnil_decided_is_taken_up_by_name(dossier):
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": LATE, "online": True}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATE, **told)
    told = {"on": LATE, "outcome": Outcome.REFUSED}
    case = made.act(dossier, "cnil-hdh", acts.cnil_outcome, today=LATE, **told)
    changing.resume(dossier, today=LATE)
    assert still_open(dossier) == ["fund", "cnil-fund"]
    changing.resume(dossier, today=LATE, only=case.demand)
    assert still_open(dossier) == ["fund", "cnil-fund", "cnil-hdh"]


def test_what_was_withdrawn_stays_withdrawn(dossier):
    demand = made.cases(dossier)["hdh"].demand
    record(demand, Entry(Kind.WITHDRAWN, SENT, Party.CITIZEN), today=SENT)
    changing.resume(dossier, today=SENT, only=demand)
    assert "hdh" not in still_open(dossier)


def test_keeping_on_counts_once_a_day(dossier):
    for today in (SENT, SENT, LATE):
        changing.keep(dossier, today=today)
    assert sorted(saying(dossier, Kind.KEPT)) == sorted(ALL * 2)


def test_keeping_on_puts_the_quiet_year_off(dossier):
    before = made.cases(dossier)["cnil-hdh"].plan
    changing.keep(dossier, today=LATE)
    warned = made.cases(dossier, LATE)["hdh"].standing.quiet_since
    assert (warned, before.step) == (LATE, None)


@pytest.mark.parametrize(
    "act",
    [
        lambda dossier: changing.mute(dossier, at=MORNING),
        lambda dossier: changing.unmute(dossier, at=MORNING),
        lambda dossier: changing.stop(dossier, today=SENT),
        lambda dossier: changing.resume(dossier, today=SENT),
        lambda dossier: changing.keep(dossier, today=SENT),
    ],
)
def test_an_erased_dossier_says_so(dossier, act):
    Dossier.objects.filter(id=dossier.id).delete()
    with pytest.raises(Dossier.DoesNotExist):
        act(dossier)
