"""What comes in: it holds the silence while unread, and is explained when it closes nothing."""

import pytest

from opposition.domain.vocabulary import AnswerCode, Evidence, Kind, Party, Question, StepKind
from tests.opposition.domain.journal import day, lines, received

CAME = ("Mon 2026-12-28", Kind.REPLY_MATCHED, {"reply": "b2"})


def steps_until(journal, last):
    """What the engine does, day after day: each step due is done and written down."""
    done = []
    while (step := journal.plan(last).step) and step.on <= day(last):
        done.append((step.kind, step.on, step.to))
        journal.notified(f"{step.on:%a %Y-%m-%d}", step.kind)
    return done


def test_rule_1_the_person_is_asked_the_same_day_and_staff_only_a_week_later():
    journal = lines(received(Evidence.TRACKING), CAME)

    assert steps_until(journal, "Fri 2027-01-29") == [
        (StepKind.ASK_REPLY, day("Mon 2026-12-28"), Party.CITIZEN),
        (StepKind.REVIEW_REPLY, day("Mon 2027-01-04"), Party.REVIEWER),
    ]
    assert journal.plan("Fri 2027-01-29").turn is Party.REVIEWER


def test_rule_1_while_it_is_unread_it_is_the_persons_turn_and_no_silence_is_asked():
    plan = lines(received(Evidence.TRACKING), CAME).plan("Mon 2026-12-28")

    assert (plan.turn, plan.question) == (Party.CITIZEN, Question.REPLY)
    assert plan.step.kind is StepKind.ASK_REPLY


def test_each_message_is_asked_about_on_the_day_it_came():
    journal = lines(received(Evidence.TRACKING), CAME)
    lines(journal, ("Wed 2026-12-30", Kind.REPLY_MATCHED, {"reply": "b3"}))

    assert steps_until(journal, "Thu 2026-12-31") == [
        (StepKind.ASK_REPLY, day("Mon 2026-12-28"), Party.CITIZEN),
        (StepKind.ASK_REPLY, day("Wed 2026-12-30"), Party.CITIZEN),
    ]


def test_what_staff_did_for_an_earlier_message_does_not_make_it_their_turn_for_the_next():
    journal = lines(received(Evidence.TRACKING), CAME)
    journal.notified("Mon 2027-01-04", StepKind.REVIEW_REPLY)
    journal.add("Tue 2027-01-05", Kind.REPLY_SET_ASIDE, reply="b2")
    journal.add("Thu 2027-01-07", Kind.REPLY_MATCHED, reply="b3")

    assert journal.plan("Thu 2027-01-07").turn is Party.CITIZEN


def test_once_read_the_question_on_silence_comes_back():
    journal = lines(
        received(Evidence.TRACKING),
        CAME,
        ("Tue 2026-12-29", Kind.REPLY_SET_ASIDE, {"reply": "b2"}),
    )

    assert journal.plan("Tue 2026-12-29").question is Question.SILENCE


def test_rule_1_a_complaint_after_refusal_is_not_held_by_another_message():
    journal = lines(
        received(Evidence.TRACKING),
        ("Mon 2026-12-14", Kind.ANSWERED, {"code": AnswerCode.REFUSED_PUBLIC_TASK}),
        ("Tue 2026-12-15", Kind.CONTESTED),
        CAME,
    )

    assert journal.plan("Mon 2026-12-28").complaint.open
    assert journal.plan("Mon 2026-12-28").step.kind is StepKind.PROPOSE_COMPLAINT


@pytest.mark.parametrize(
    ("kind", "facts", "step"),
    [
        (Kind.ANSWERED, {"code": AnswerCode.REFUSED_MAIN_DB}, StepKind.EXPLAIN_LIMIT),
        (Kind.ANSWERED, {"code": AnswerCode.REDIRECT}, StepKind.EXPLAIN_REDIRECT),
        (Kind.REDIRECTED, {}, StepKind.EXPLAIN_REDIRECT),
    ],
)
def test_rule_6_an_answer_that_closes_nothing_is_explained_once(kind, facts, step):
    journal = lines(received(Evidence.TRACKING), ("Mon 2026-12-14", kind, facts))

    assert steps_until(journal, "Wed 2026-12-23") == [
        (step, day("Mon 2026-12-14"), Party.CITIZEN),
    ]
    assert journal.plan("Wed 2026-12-23").turn is Party.ADDRESSEE
