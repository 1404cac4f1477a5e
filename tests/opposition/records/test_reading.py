"""A dossier is read as the machine and the plan understand it, in a few queries."""

from datetime import date, timedelta

import pytest

from opposition import records
from opposition.domain import periods
from opposition.domain.plan import Body
from opposition.domain.vocabulary import (
    AnswerCode,
    Channel,
    Evidence,
    Kind,
    Party,
    Question,
    State,
    StepKind,
    Track,
)
from opposition.models import Demand
from opposition.models.addressee import Kind as Nature
from opposition.records import reading
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import TODAY, said

pytestmark = [pytest.mark.django_db, pytest.mark.db]
LATE = date(2026, 12, 24)  # the day after the deadline of what was received on 23 November


def read(dossier, today=TODAY) -> dict:
    return {case.demand.id: case for case in records.cases(dossier, today)}


def test_requests_come_first_then_complaints():
    dossier = dossiers.make()
    hub = dossiers.demand(dossier, Nature.HDH)
    on_hub = dossiers.demand(dossier, Nature.CNIL, about=hub)
    cnam = dossiers.demand(dossier, Nature.CNAM)
    fund = dossiers.demand(dossier)
    found = [case.demand for case in records.cases(dossier, TODAY)]
    assert found == [fund, cnam, hub, on_hub]


def test_another_dossier_is_not_read():
    dossier, fund, hub, complaint = dossiers.family()
    dossiers.family()
    assert [case.demand for case in records.cases(dossier, TODAY)] == [fund, hub, complaint]


def test_reading_takes_two_queries_whatever_the_number_of_demands(django_assert_num_queries):
    dossier, fund, hub, _ = dossiers.family()
    records.record_all(
        [(demand, entry) for demand in (fund, hub) for entry in dossiers.posted_and_received()],
        today=TODAY,
    )
    with django_assert_num_queries(2):
        for case in records.cases(dossier, LATE):
            assert case.demand.addressee is None
            assert case.plan.state == case.standing.state


def test_a_case_holds_its_lines_and_what_they_amount_to():
    dossier, fund, hub, complaint = dossiers.family()
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    cases = read(dossier, LATE)
    kinds = [line.event.kind for line in cases[fund.id].lines]
    assert kinds == [Kind.PREPARED, Kind.CONFIRMED, Kind.SENT, Kind.RECEIVED]
    assert (cases[fund.id].last, cases[hub.id].last) == (4, 0)
    assert cases[fund.id].standing.state is State.RECEIVED
    assert cases[fund.id].plan.question is Question.SILENCE
    assert (cases[complaint.id].about, cases[fund.id].about) == (cases[fund.id], None)


def test_a_complaint_opens_with_the_lock_of_the_demand_it_is_about():
    dossier, fund, _, complaint = dossiers.family()
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    assert read(dossier, LATE)[complaint.id].plan.question is None
    records.record(fund, said(Kind.NOTHING_CAME, LATE), today=LATE)
    assert read(dossier, LATE)[complaint.id].plan.question is Question.FILE


def test_a_complaint_whose_demand_is_elsewhere_stays_held():
    dossier, fund, _, complaint = dossiers.family()
    Demand.objects.filter(id=fund.id).update(dossier=dossiers.make())
    case = read(dossier)[complaint.id]
    assert (case.about, case.plan.question) == (None, None)


@pytest.mark.parametrize(
    ("seat", "sending", "expected"),
    [
        ("75", [], Body(seat="75")),
        ("67", [], Body(seat="67")),
        ("", [], Body()),
        ("988", [], Body()),
        ("75", [said(Kind.SENT, channel=Channel.POST)], Body("75", answers_by_post=True)),
        ("75", [said(Kind.SENT, channel=Channel.AMELI)], Body("75")),
        (
            "75",
            [
                said(Kind.SENT, channel=Channel.POST),
                said(Kind.RETURNED, TODAY + timedelta(1)),
                said(Kind.SENT, TODAY + timedelta(2), channel=Channel.FORM),
            ],
            Body("75"),
        ),
        (
            "75",
            [said(Kind.RECEIVED, evidence=Evidence.SIGNED_RETURN_SLIP)],
            Body("75", answers_by_post=True),
        ),
        ("75", [said(Kind.RECEIVED, evidence=Evidence.TRACKING)], Body("75", answers_by_post=True)),
        ("75", [said(Kind.RECEIVED, evidence=Evidence.DECLARED)], Body("75")),
    ],
)
def test_the_dates_know_the_seat_and_who_may_answer_by_post(seat, sending, expected):
    dossier = dossiers.make()
    fund = dossiers.demand(dossier, seat=seat)
    records.record(fund, *sending, today=TODAY)
    assert read(dossier)[fund.id].body == expected


def warned_on(dossier, demand, today=TODAY):
    step = read(dossier, today)[demand.id].plan.step
    assert step.kind is StepKind.WARN_CLOSING
    return step.on


def test_the_demands_of_a_dossier_grow_quiet_together():
    """Rule 19: twelve months after the last act, or the last clock, anywhere in the dossier."""
    dossier, fund, hub, _ = dossiers.family()
    answered = TODAY + timedelta(90)
    told = [said(Kind.NOTIFIED, TODAY, Party.PORTAL, step=StepKind.ASK_POSTED)]
    records.record(hub, said(Kind.CONFIRMED), *told, today=TODAY)
    records.record(
        hub,
        said(Kind.NOTIFIED, TODAY + timedelta(7), Party.PORTAL, step=StepKind.ASK_POSTED),
        today=TODAY,
    )
    assert warned_on(dossier, hub) == periods.add_months(TODAY, 12)
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    assert warned_on(dossier, hub) == periods.add_months(date(2026, 12, 23), 12)
    entry = said(Kind.ANSWERED, answered, Party.ADDRESSEE, code=AnswerCode.REGISTERED_SNDS)
    records.record(fund, entry, today=answered)
    assert warned_on(dossier, hub) == periods.add_months(answered, 12)


def test_a_closed_demand_s_clock_runs_no_more():
    dossier, fund, hub, _ = dossiers.family()
    notice = said(Kind.NOTIFIED, TODAY + timedelta(7), Party.PORTAL, step=StepKind.ASK_POSTED)
    records.record(hub, said(Kind.CONFIRMED), notice, today=TODAY)
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    stopped = date(2026, 11, 25)
    records.record(fund, said(Kind.WITHDRAWN, stopped), today=stopped)
    assert warned_on(dossier, hub) == periods.add_months(stopped, 12)


def test_a_case_before_the_cnil_keeps_the_dossier_open():
    dossier, fund, hub, _ = dossiers.family()
    notice = said(Kind.NOTIFIED, TODAY + timedelta(7), Party.PORTAL, step=StepKind.ASK_POSTED)
    records.record(hub, said(Kind.CONFIRMED), notice, today=TODAY)
    filed = date(2026, 12, 28)
    lines = [*dossiers.posted_and_received(), said(Kind.FILED, filed)]
    records.record(fund, *lines, today=filed)
    # Three months, then two before a court: 28 March, 28 May 2027.
    assert warned_on(dossier, hub) == date(2028, 5, 28)


def test_a_kind_that_no_release_knows_is_an_error_and_not_a_blank():
    _, fund, _, _ = dossiers.family()
    with pytest.raises(ValueError):
        reading.judged([fund], [dossiers.row(fund, kind="eaten")], TODAY)


def test_a_report_has_no_lock():
    dossier = dossiers.make()
    report = dossiers.demand(dossier, Nature.CNIL)
    Demand.objects.filter(id=report.id).update(track=Track.REPORT)
    assert read(dossier)[report.id].plan.question is Question.CONFIRM
