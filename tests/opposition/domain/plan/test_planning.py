"""The plan as a whole: proof ways, lateness, the complaint's lock, the end."""

import pytest

from opposition.domain.plan import Step
from opposition.domain.vocabulary import (
    AnswerCode,
    Evidence,
    Kind,
    Party,
    Procedure,
    ProofWay,
    Question,
    State,
    StepKind,
    Track,
)
from tests.opposition.domain.journal import Journal, day, lines, received

SILENT = ("Thu 2026-12-24", Kind.NOTHING_CAME)
ANSWERED = ("Mon 2026-12-14", Kind.ANSWERED, {"code": AnswerCode.REGISTERED_SNDS})


def test_rule_2_three_ways_are_offered_after_ten_days_and_not_before():
    journal = lines(Journal(), ("Fri 2026-11-20", Kind.SENT))

    assert journal.plan("Sun 2026-11-29").proof_ways == ()
    assert journal.plan("Mon 2026-11-30").proof_ways == (
        ProofWay.ASK,
        ProofWay.DECLARE,
        ProofWay.SEND_AGAIN,
    )


@pytest.mark.parametrize(
    ("rows", "today", "late"),
    [
        ([], "Wed 2026-12-23", False),
        ([], "Thu 2026-12-24", True),  # a date, whatever was said
        ([("Mon 2026-11-30", Kind.ID_ASKED)], "Thu 2026-12-24", False),
        ([("Mon 2026-11-30", Kind.EXTENDED)], "Thu 2026-12-24", False),
        ([ANSWERED], "Thu 2026-12-24", False),
        ([ANSWERED, ("Tue 2026-12-15", Kind.INCOMPLETE)], "Thu 2026-12-24", True),
        ([("Tue 2026-12-15", Kind.CLOSED)], "Thu 2026-12-24", False),
        ([("Mon 2026-12-28", Kind.FILED)], "Mon 2026-12-28", False),  # now the CNIL's turn
    ],
)
def test_rule_1_lateness_is_a_date(rows, today, late):
    assert lines(received(Evidence.TRACKING), *rows).plan(today).late is late


def test_rule_17_what_is_not_known_to_be_received_is_never_late():
    assert not received(Evidence.ESTIMATED).plan("Fri 2027-12-24").late


def test_the_cnil_is_late_too():
    journal = lines(Journal(Track.COMPLAINT), ("Mon 2027-02-15", Kind.FILED))

    assert [journal.plan(today).late for today in ("Tue 2027-05-18", "Wed 2027-05-19")] == [
        False,
        True,
    ]
    assert not journal.add("Wed 2027-05-19", Kind.CLOSED).plan("Wed 2027-05-19").late


# --- the complaint's lock is a function of the demand it is about -------------------------


def complaint(*rows):
    return lines(Journal(Track.COMPLAINT), ("Thu 2026-11-19", Kind.CONFIRMED), *rows)


def test_a_complaint_is_held_while_the_law_does_not_let_it_leave():
    about = received(Evidence.TRACKING).plan("Wed 2026-12-23")

    held = complaint().plan("Wed 2026-12-23", about=about)

    assert (held.state, held.turn, held.question, held.step) == (
        State.READY,
        Party.ADDRESSEE,
        None,
        None,
    )
    assert about.step.on == day("Thu 2026-12-24")  # nothing waits for ever: the demand moves on


def test_a_complaint_is_offered_as_soon_as_its_demand_opens_it():
    about = lines(received(Evidence.TRACKING), SILENT).plan("Thu 2026-12-24")

    free = complaint().plan("Thu 2026-12-24", about=about)

    assert (free.turn, free.question) == (Party.CITIZEN, Question.FILE)


def test_rule_11_a_complaint_that_never_left_closes_with_the_demand_it_is_about():
    about = lines(received(Evidence.TRACKING), ANSWERED, ("Tue 2026-12-15", Kind.COVERED))

    held = complaint().plan("Wed 2026-12-16", about=about.plan("Wed 2026-12-16"))

    assert held.step == Step(StepKind.CLOSE, day("Tue 2026-12-15"), Party.PORTAL)
    assert held.turn is Party.PORTAL


def test_a_complaint_that_left_lives_its_own_life():
    about = lines(received(Evidence.TRACKING), ANSWERED, ("Tue 2026-12-15", Kind.COVERED))
    filed = complaint(("Mon 2026-12-14", Kind.FILED))

    plan = filed.plan("Wed 2026-12-16", about=about.plan("Wed 2026-12-16"))

    assert (plan.step.kind, plan.step.on) == (StepKind.TELL_CNIL_SILENT, day("Tue 2027-03-16"))


def test_a_complaint_about_nothing_is_held_and_ends_by_itself():
    alone = complaint().plan("Thu 2026-12-24")

    assert (alone.turn, alone.question) == (Party.CITIZEN, None)
    assert alone.step == Step(StepKind.WARN_CLOSING, day("Fri 2027-11-19"), Party.CITIZEN)


# --- the end (rule 19) --------------------------------------------------------------------


def test_rule_19_twelve_quiet_months_a_notice_thirty_days_then_the_end():
    journal = lines(received(Evidence.TRACKING), ANSWERED)
    for on in ("Mon 2026-12-14", "Mon 2026-12-21"):
        journal.notified(on, StepKind.ASK_SCOPE)

    assert journal.plan("Mon 2027-02-01").step == Step(
        StepKind.WARN_CLOSING, day("Thu 2027-12-23"), Party.CITIZEN
    )

    journal.notified("Thu 2027-12-23", StepKind.WARN_CLOSING)

    assert journal.plan("Thu 2027-12-23").step == Step(
        StepKind.CLOSE, day("Sat 2028-01-22"), Party.PORTAL
    )


def test_rule_19_an_act_of_the_person_puts_the_end_off_by_a_year():
    journal = lines(received(Evidence.TRACKING), ANSWERED)
    for on in ("Mon 2026-12-14", "Mon 2026-12-21"):
        journal.notified(on, StepKind.ASK_SCOPE)
    journal.notified("Thu 2027-12-23", StepKind.WARN_CLOSING).add("Mon 2027-12-27", Kind.KEPT)

    assert journal.plan("Mon 2027-12-27").step == Step(
        StepKind.WARN_CLOSING, day("Wed 2028-12-27"), Party.CITIZEN
    )


def test_rule_19_what_lives_in_the_same_dossier_keeps_the_demand_open():
    journal = lines(received(Evidence.TRACKING), SILENT)
    journal.notified("Thu 2026-12-24", StepKind.PROPOSE_REMINDER_1)

    plan = journal.plan("Mon 2027-02-01", alive_on=day("Thu 2027-07-15"))

    assert plan.step == Step(StepKind.WARN_CLOSING, day("Sat 2028-07-15"), Party.CITIZEN)


def test_nothing_is_due_once_closed():
    plan = lines(received(Evidence.TRACKING), SILENT, ("Mon 2026-12-28", Kind.CLOSED)).plan(
        "Fri 2029-01-05"
    )

    assert (plan.turn, plan.question, plan.step, plan.due_on) == (None, None, None, None)
    assert plan.closed_on == day("Mon 2026-12-28")


def test_rule_19_one_click_reopens_where_it_stood():
    journal = lines(received(Evidence.TRACKING), SILENT)
    journal.add("Mon 2027-12-27", Kind.CLOSED, by=Party.PORTAL)
    journal.add("Tue 2027-12-28", Kind.REOPENED)

    plan = journal.plan("Tue 2027-12-28")

    assert (plan.state, plan.question) == (State.RECEIVED, Question.NEXT_MOVE)


def test_a_plan_says_whose_rules_it_follows():
    plan = received(Evidence.TRACKING).plan("Mon 2026-11-30")
    assert (plan.procedure, plan.procedure.label) == (
        Procedure.SNDS,
        "opposition à la réutilisation des données de santé (SNDS)",
    )
