"""State by state: whose turn, which question, which step and when."""

import pytest

from opposition.domain.plan import Body
from opposition.domain.vocabulary import (
    Channel,
    Evidence,
    Kind,
    Party,
    Question,
    StepKind,
)
from tests.opposition.domain.journal import Journal, day, lines, received

CONFIRMED = ("Thu 2026-11-19", Kind.CONFIRMED)
SENT = ("Fri 2026-11-20", Kind.SENT)
SILENT = ("Thu 2026-12-24", Kind.NOTHING_CAME)
R1 = ("Mon 2026-12-28", Kind.REMINDER_SENT)
ASKED_ID = ("Mon 2026-11-30", Kind.ID_ASKED)
LATE_ID = ("Thu 2026-12-24", Kind.ID_ASKED)


def done(on, step):
    return on, Kind.NOTIFIED, {"step": step}


def letter(*rows, **body):
    return lines(Journal(body=Body(**({"seat": "75"} | body))), *rows)


def proved(*rows, **body):
    return lines(received(Evidence.TRACKING, **body), *rows)


WHO, BODY, PORTAL, STAFF = Party.CITIZEN, Party.ADDRESSEE, Party.PORTAL, Party.REVIEWER
MAIL = {"channel": Channel.EMAIL_PORTAL}
ROWS = [
    # --- before the clock (rule 2) ---
    ("asked to confirm", letter(), "Thu 2026-11-19", WHO, Question.CONFIRM, None),
    (
        "to be posted: asked on day 7",
        letter(CONFIRMED),
        *("Thu 2026-11-19", WHO, Question.POSTED, (StepKind.ASK_POSTED, "Thu 2026-11-26")),
    ),
    (
        "to be mailed by the portal",
        letter(CONFIRMED, **MAIL),
        *("Wed 2026-11-25", PORTAL, None, (StepKind.REVIEW_UNSENT, "Thu 2026-11-26")),
    ),
    (
        "not mailed for a week: staff",
        letter(CONFIRMED, **MAIL),
        *("Thu 2026-11-26", STAFF, Question.UNSENT, (StepKind.REVIEW_UNSENT, "Thu 2026-11-26")),
    ),
    (
        "sent: on its way",
        letter(SENT),
        *("Sun 2026-11-29", BODY, None, (StepKind.OFFER_PROOF, "Mon 2026-11-30")),
    ),
    (
        "ten days without proof: three ways",
        letter(SENT),
        *("Mon 2026-11-30", WHO, Question.PROOF, (StepKind.OFFER_PROOF, "Mon 2026-11-30")),
    ),
    (
        "an acknowledgement asked: ten more days",
        letter(SENT, ("Mon 2026-11-30", Kind.PROOF_ASKED)),
        *("Mon 2026-11-30", BODY, None, (StepKind.OFFER_PROOF, "Thu 2026-12-10")),
    ),
    (
        "came back: asked at once",
        letter(SENT, ("Wed 2026-11-25", Kind.RETURNED)),
        *("Wed 2026-11-25", WHO, Question.RESEND, (StepKind.ASK_RESEND, "Wed 2026-11-25")),
    ),
    (
        "came back, asked: one nudge",
        letter(
            SENT,
            ("Wed 2026-11-25", Kind.RETURNED),
            done("Wed 2026-11-25", StepKind.ASK_RESEND),
        ),
        *("Mon 2026-12-14", WHO, Question.RESEND, (StepKind.ASK_RESEND, "Wed 2026-12-02")),
    ),
    # --- while the body owes an answer (rules 1, 12, 15) ---
    (
        "the month runs",
        proved(),
        *("Wed 2026-12-23", BODY, None, (StepKind.ASK_SILENCE, "Thu 2026-12-24")),
    ),
    (
        "it fell due: the one question",
        proved(),
        *("Thu 2026-12-24", WHO, Question.SILENCE, (StepKind.ASK_SILENCE, "Thu 2026-12-24")),
    ),
    (
        "asked: one nudge",
        proved(done("Thu 2026-12-24", StepKind.ASK_SILENCE)),
        *("Fri 2026-12-25", WHO, Question.SILENCE, (StepKind.ASK_SILENCE, "Thu 2026-12-31")),
    ),
    (
        "nudged: it waits, until the quiet year is over",
        proved(
            done("Thu 2026-12-24", StepKind.ASK_SILENCE),
            done("Thu 2026-12-31", StepKind.ASK_SILENCE),
        ),
        *("Fri 2027-01-01", WHO, Question.SILENCE, (StepKind.WARN_CLOSING, "Thu 2027-12-23")),
    ),
    (
        "nothing came: a first reminder is proposed",
        proved(SILENT),
        *("Thu 2026-12-24", WHO, Question.NEXT_MOVE),
        (StepKind.PROPOSE_REMINDER_1, "Thu 2026-12-24"),
    ),
    (
        "a body that answers by post: five days later",
        proved(SILENT, answers_by_post=True),
        *("Thu 2026-12-24", WHO, Question.NEXT_MOVE),
        (StepKind.PROPOSE_REMINDER_1, "Tue 2026-12-29"),
    ),
    (
        "reminded: the body has a fortnight",
        proved(SILENT, R1),
        *("Mon 2027-01-11", BODY, None, (StepKind.ASK_SILENCE, "Tue 2027-01-12")),
    ),
    (
        "a fortnight later: asked again",
        proved(SILENT, R1),
        *("Tue 2027-01-12", WHO, Question.SILENCE, (StepKind.ASK_SILENCE, "Tue 2027-01-12")),
    ),
    (
        "still nothing: the second reminder",
        proved(SILENT, R1, ("Wed 2027-01-13", Kind.NOTHING_CAME)),
        *("Wed 2027-01-13", WHO, Question.NEXT_MOVE),
        (StepKind.PROPOSE_REMINDER_2, "Wed 2027-01-13"),
    ),
    (
        "the second is out: eight days",
        proved(SILENT, R1, ("Wed 2027-01-13", Kind.REMINDER_SENT)),
        *("Wed 2027-01-20", BODY, None, (StepKind.ASK_SILENCE, "Thu 2027-01-21")),
    ),
    (
        "after the second: the complaint",
        proved(
            SILENT,
            R1,
            ("Wed 2027-01-13", Kind.REMINDER_SENT),
            ("Fri 2027-01-22", Kind.NOTHING_CAME),
        ),
        *("Fri 2027-01-22", WHO, Question.NEXT_MOVE),
        (StepKind.PROPOSE_COMPLAINT, "Fri 2027-01-22"),
    ),
    (
        "a reminder skipped: the complaint at once",
        proved(SILENT, ("Mon 2026-12-28", Kind.REMINDER_SKIPPED)),
        *("Mon 2026-12-28", WHO, Question.NEXT_MOVE),
        (StepKind.PROPOSE_COMPLAINT, "Mon 2026-12-28"),
    ),
    (
        "identity asked: a task after seven days",
        proved(ASKED_ID),
        *("Mon 2026-11-30", WHO, Question.IDENTITY, (StepKind.ASK_IDENTITY, "Mon 2026-12-07")),
    ),
    (
        "identity asked a second time: seven days from there",
        proved(ASKED_ID, ("Wed 2026-12-02", Kind.ID_GIVEN), ("Mon 2026-12-07", Kind.ID_ASKED)),
        *("Mon 2026-12-07", WHO, Question.IDENTITY, (StepKind.ASK_IDENTITY, "Mon 2026-12-14")),
    ),
    (
        "identity asked too late: the silence is asked about",
        proved(LATE_ID),
        *("Thu 2026-12-24", WHO, Question.SILENCE, (StepKind.ASK_SILENCE, "Thu 2026-12-24")),
    ),
]


@pytest.mark.parametrize(
    ("journal", "today", "turn", "question", "step"),
    [row[1:] for row in ROWS],
    ids=[row[0] for row in ROWS],
)
def test_a_situation_has_a_turn_a_question_and_a_step(journal, today, turn, question, step):
    plan = journal.plan(today)

    assert (plan.turn, plan.question) == (turn, question)
    if step:
        assert (plan.step.kind, plan.step.on) == (step[0], day(step[1]))


def test_a_complaint_filed_by_oneself_before_the_proof_of_receipt_stops_no_reminder():
    journal = letter(SENT, ("Mon 2026-11-23", Kind.FILED))
    lines(journal, ("Mon 2026-11-23", Kind.RECEIVED, {"evidence": Evidence.TRACKING}), SILENT)

    plan = journal.plan("Thu 2026-12-24")

    assert (plan.reminder.open, plan.turn) == (True, BODY)
    assert plan.complaint.because == ("Une plainte a été déposée le 23 novembre 2026.",)
