"""One dossier: what is due is done and written once, and told in one mail a day."""

from datetime import timedelta

import pytest

from opposition.domain.vocabulary import AnswerCode, Kind, Party
from opposition.engine import stepping
from opposition.models import Demand, Dispatch, Dossier
from opposition.records import outbox
from tests.opposition.domain.journal import day
from tests.opposition.engine.followed import (
    SLIP,
    at,
    causes,
    demand,
    dossier,
    lines,
    note,
    received,
    request,
    steps,
)

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def advance(of, moment):
    return stepping.advance(of.dossier_id, at(moment))


def said(of):
    """What the dossier's notices tell, in order."""
    rows = Dispatch.objects.filter(dossier=of.dossier_id).order_by("not_before")
    return [
        (step["step"], step["round"], step["day"])
        for row in rows
        for step in outbox.content(row)["steps"]
    ]


def test_a_step_falls_due_at_six_in_paris():
    one = request()
    assert advance(one, "Thu 2026-11-26 05:59") == 0
    assert advance(one, "Thu 2026-11-26 06:00") == 1
    assert steps(one) == ["2026-11-26 ask_posted"]


def test_a_step_done_is_not_done_again_and_the_next_one_is_known():
    one = request()
    advance(one, "Thu 2026-11-26 06:00")
    assert advance(one, "Fri 2026-11-27 06:00") == 0
    one.refresh_from_db()
    assert (lines(one), one.due_at) == (3, at("Fri 2027-11-19 06:00"))


def test_what_is_due_in_one_dossier_makes_one_notice():
    fund = request()
    hub = demand(fund.dossier, "hdh")
    note(hub, "Mon 2026-11-16", Kind.SENT, channel="post")
    assert advance(fund, "Thu 2026-11-26 06:00") == 2
    assert causes(fund.dossier) == ["timeline:…:2026-11-26"]
    (row,) = Dispatch.objects.all()
    assert outbox.content(row) == {
        "steps": [
            {"demand": str(fund.id), "step": "ask_posted", "round": 1, "day": None},
            {"demand": str(hub.id), "step": "offer_proof", "round": 1, "day": None},
        ]
    }
    assert (row.occasion, row.not_before) == ("timeline", at("Thu 2026-11-26 06:00"))


def test_the_end_of_the_delay_goes_along_and_the_nudge_is_the_last_word():
    one = received()
    for moment in ("Thu 2026-12-24 06:00", "Thu 2026-12-31 06:00", "Thu 2027-01-07 06:00"):
        advance(one, moment)
    assert steps(one) == ["2026-12-24 ask_silence", "2026-12-31 ask_silence"]
    assert said(one) == [("ask_silence", 1, "2026-12-23"), ("ask_silence", 2, "2026-12-23")]


def test_a_fact_noted_in_between_changes_what_comes_next():
    one = received()
    advance(one, "Thu 2026-12-24 06:00")
    note(one, "Thu 2026-12-24", Kind.NOTHING_CAME)
    advance(one, "Tue 2026-12-29 06:00")
    note(one, "Wed 2026-12-30", Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS)
    advance(one, "Thu 2026-12-31 06:00")
    assert steps(one) == [
        "2026-12-24 ask_silence",
        "2026-12-29 propose_reminder_1",
        "2026-12-31 ask_scope",
    ]


def test_a_dossier_told_today_waits_for_its_next_morning():
    one = request()
    advance(one, "Thu 2026-11-26 06:00")
    note(one, "Thu 2026-11-12", Kind.SENT, channel="post")
    for moment in ("Thu 2026-11-26 23:59", "Fri 2026-11-27 00:00", "Fri 2026-11-27 05:59"):
        assert advance(one, moment) == 0
    assert advance(one, "Fri 2026-11-27 06:00") == 1
    assert causes(one.dossier) == ["timeline:…:2026-11-26", "timeline:…:2026-11-27"]


def test_without_an_address_the_page_alone_shows_it():
    one = request(email="")
    assert advance(one, "Thu 2026-11-26 06:00") == 1
    note(one, "Thu 2026-11-12", Kind.SENT, channel="post")
    assert advance(one, "Thu 2026-11-26 06:01") == 1
    assert steps(one) == ["2026-11-26 ask_posted", "2026-11-26 offer_proof"]
    assert causes(one.dossier) == []


def test_who_stopped_the_notices_is_told_by_the_page_alone():
    one = request()
    Dossier.objects.update(muted_at=at("Wed 2026-11-25 12:00"))
    assert advance(one, "Thu 2026-11-26 06:00") == 1
    assert (causes(one.dossier), steps(one)) == ([], ["2026-11-26 ask_posted"])


def test_a_dossier_that_nobody_confirmed_has_no_steps():
    one = demand(dossier(confirmed=False))
    Demand.objects.update(due_at=at("Thu 2026-11-26 06:00"))
    assert advance(one, "Thu 2026-11-26 06:00") == 0
    assert lines(one) == 1


def test_what_is_for_the_team_is_written_and_mailed_to_nobody():
    one = received()
    note(one, "Thu 2026-11-26", Kind.REPLY_MATCHED, reply="8c4f9d2e-3b60-4f5e-9d2b-7f1f5a0c1d11")
    advance(one, "Thu 2026-11-26 06:00")
    advance(one, "Thu 2026-12-03 06:00")
    assert steps(one)[1:] == ["2026-11-26 ask_reply", "2026-12-03 review_reply"]
    assert said(one) == [("ask_reply", 1, "2026-12-23")]


def test_after_the_quiet_year_comes_a_warning_with_its_date_then_the_end():
    one = request()
    advance(one, "Thu 2026-11-26 06:00")
    assert advance(one, "Fri 2027-11-19 06:00") == 1
    assert said(one)[1:] == [("warn_closing", 1, "2027-12-19")]
    assert advance(one, "Sun 2027-12-19 05:59") == 0
    assert advance(one, "Sun 2027-12-19 06:00") == 1
    one.refresh_from_db()
    assert steps(one)[1:] == ["2027-11-19 warn_closing", "2027-12-19 closed"]
    assert (one.state, one.due_at, len(causes(one.dossier))) == ("closed", None, 2)


def test_a_held_complaint_closes_with_the_demand_that_it_is_about():
    one = request()
    held = demand(one.dossier, about=one)
    advance(one, "Thu 2026-11-26 06:00")
    note(one, "Thu 2026-11-26", Kind.CLOSED, by=Party.CITIZEN)
    assert advance(one, "Fri 2026-11-27 06:00") == 1
    held.refresh_from_db()
    assert (steps(held), held.state) == (["2026-11-27 closed"], "closed")
    assert causes(one.dossier) == ["timeline:…:2026-11-26"]


def test_what_closes_comes_before_what_is_told():
    """A refusal opens the complaint's lock: it would be warned about, had its demand not ended."""
    one = request()
    note(one, "Fri 2026-11-20", Kind.SENT, channel="ameli")
    note(one, "Mon 2026-11-23", Kind.ANSWERED, code=AnswerCode.REFUSED_PUBLIC_TASK)
    for moment in ("Thu 2026-11-26 06:00", "Thu 2026-12-03 06:00", "Thu 2027-12-23 06:00"):
        advance(one, moment)
    complaint = demand(one.dossier, about=one, on="Thu 2026-11-19")
    assert complaint.due_at == at("Thu 2027-12-23 06:00")
    advance(one, "Sat 2028-01-22 06:00")
    assert steps(one)[-2:] == ["2027-12-23 warn_closing", "2028-01-22 closed"]
    assert steps(complaint) == ["2028-01-22 closed"]


def test_a_date_kept_wrongly_is_put_right_and_nothing_is_done():
    one = received()
    Demand.objects.update(due_at=at("Mon 2026-11-23 06:00"), state="sent")
    assert advance(one, "Tue 2026-11-24 06:00") == 0
    one.refresh_from_db()
    assert (one.state, one.due_at, lines(one)) == ("received", at("Thu 2026-12-24 06:00"), 4)


def test_long_after_everything_due_is_done_once_and_then_there_is_rest():
    one = received()
    moment = at("Mon 2029-01-01 12:00")
    assert stepping.advance(one.dossier_id, moment) == 2
    assert stepping.advance(one.dossier_id, moment + timedelta(days=1)) == 0
    assert steps(one) == ["2029-01-01 ask_silence", "2029-01-01 warn_closing"]
    assert len(causes(one.dossier)) == 1


def test_an_erased_dossier_is_left_alone():
    one = request()
    gone = one.dossier_id
    one.dossier.delete()
    assert stepping.advance(gone, at("Thu 2026-11-26 06:00")) == 0


def test_a_plan_that_never_rests_is_an_error_and_leaves_nothing(monkeypatch):
    one = request()
    monkeypatch.setattr(stepping, "ROUNDS", 1)
    with pytest.raises(stepping.RestlessError) as error:
        advance(one, "Thu 2026-11-26 06:00")
    assert str(error.value) == str(one.dossier_id)
    assert (lines(one), causes(one.dossier)) == (2, [])


def test_evidence_that_comes_late_moves_the_day_of_the_question():
    one = received()
    note(one, "Wed 2026-12-02", Kind.CORRECTED, replaces=4)
    note(one, "Tue 2026-11-24", Kind.RECEIVED, evidence=SLIP)
    assert advance(one, "Thu 2026-12-24 06:00") == 0
    assert advance(one, "Fri 2026-12-25 06:00") == 1
    assert day("Fri 2026-12-25").isoformat() in steps(one)[0]
