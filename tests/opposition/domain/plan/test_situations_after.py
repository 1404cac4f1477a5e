"""Once answered, and at the CNIL: whose turn, which question, which step and when."""

import pytest

from opposition.domain.vocabulary import (
    AnswerCode,
    Evidence,
    Kind,
    Outcome,
    Party,
    Question,
    StepKind,
    Track,
)
from tests.opposition.domain.journal import Journal, day, lines, received

REFUSED = ("Mon 2026-12-14", Kind.ANSWERED, {"code": AnswerCode.REFUSED_PUBLIC_TASK})


def done(on, step):
    return on, Kind.NOTIFIED, {"step": step}


def proved(*rows):
    return lines(received(Evidence.TRACKING), *rows)


WHO, BODY = Party.CITIZEN, Party.ADDRESSEE
ROWS = [
    # --- once answered (rule 6) ---
    (
        "an answer: the person says what it covers",
        proved(REFUSED),
        *("Mon 2026-12-14", WHO, Question.SCOPE, (StepKind.ASK_SCOPE, "Mon 2026-12-14")),
    ),
    (
        "contested: the complaint is proposed",
        proved(REFUSED, ("Tue 2026-12-15", Kind.CONTESTED)),
        *("Tue 2026-12-15", WHO, Question.NEXT_MOVE),
        (StepKind.PROPOSE_COMPLAINT, "Tue 2026-12-15"),
    ),
    (
        "contested, though all was registered: asked what is missing",
        proved(
            ("Mon 2026-12-14", Kind.ANSWERED, {"code": AnswerCode.REGISTERED_SNDS}),
            ("Tue 2026-12-15", Kind.CONTESTED),
        ),
        *("Tue 2026-12-15", WHO, Question.SCOPE, (StepKind.ASK_SCOPE, "Tue 2026-12-15")),
    ),
    # --- at the CNIL ---
    (
        "filed: the complaint has the dates, the request only the end of its quiet year",
        proved(("Mon 2026-12-28", Kind.FILED)),
        *("Mon 2026-12-28", BODY, None, (StepKind.WARN_CLOSING, "Sun 2028-05-28")),
    ),
    (
        "a late good answer: covered? and the CNIL is told",
        proved(
            ("Mon 2026-12-28", Kind.FILED),
            ("Mon 2027-01-11", Kind.ANSWERED, {"code": AnswerCode.REGISTERED_SNDS}),
            done("Mon 2027-01-11", StepKind.ASK_SCOPE),
        ),
        *("Mon 2027-01-11", WHO, Question.SCOPE, (StepKind.OFFER_CNIL_UPDATE, "Mon 2027-01-11")),
    ),
    (
        "a late answer, judged: the CNIL goes on",
        proved(
            ("Mon 2026-12-28", Kind.FILED),
            ("Mon 2027-01-11", *REFUSED[1:]),
            ("Tue 2027-01-12", Kind.INCOMPLETE),
        ),
        *("Tue 2027-01-12", BODY, None, (StepKind.WARN_CLOSING, "Sun 2028-05-28")),
    ),
    (
        "a late refusal: nothing to tell the CNIL",
        proved(
            ("Mon 2026-12-28", Kind.FILED),
            ("Mon 2027-01-11", *REFUSED[1:]),
            done("Mon 2027-01-11", StepKind.ASK_SCOPE),
        ),
        *("Mon 2027-01-11", WHO, Question.SCOPE, (StepKind.ASK_SCOPE, "Mon 2027-01-18")),
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


CNIL = [
    (
        "it has three months",
        [("Mon 2027-02-15", Kind.FILED)],
        *("Tue 2027-05-18", BODY, None, (StepKind.TELL_CNIL_SILENT, "Wed 2027-05-19")),
    ),
    (
        "it gave no news",
        [("Mon 2027-02-15", Kind.FILED)],
        *("Wed 2027-05-19", WHO, Question.CNIL, (StepKind.TELL_CNIL_SILENT, "Wed 2027-05-19")),
    ),
    (
        "told: the court's window, then the quiet year",
        [("Mon 2027-02-15", Kind.FILED), done("Wed 2027-05-19", StepKind.TELL_CNIL_SILENT)],
        *("Thu 2027-05-20", WHO, Question.CNIL, (StepKind.WARN_CLOSING, "Sat 2028-07-15")),
    ),
    (
        "it decided, and the person reopened",
        [
            ("Mon 2027-02-15", Kind.FILED),
            ("Mon 2027-03-15", Kind.CNIL_OUTCOME, {"outcome": Outcome.REFUSED}),
            ("Tue 2027-03-16", Kind.REOPENED),
        ],
        *("Tue 2027-03-16", BODY, None, (StepKind.WARN_CLOSING, "Sat 2028-07-15")),
    ),
]


@pytest.mark.parametrize(
    ("rows", "today", "turn", "question", "step"),
    [row[1:] for row in CNIL],
    ids=[row[0] for row in CNIL],
)
def test_a_complaint_waits_for_the_cnil_three_months(rows, today, turn, question, step):
    plan = lines(Journal(Track.COMPLAINT), *rows).plan(today)

    assert (plan.turn, plan.question) == (turn, question)
    assert (plan.step.kind, plan.step.on) == (step[0], day(step[1]))


def test_a_report_waits_without_a_timer():
    plan = lines(Journal(Track.REPORT), ("Mon 2027-02-15", Kind.FILED)).plan("Mon 2028-01-31")

    assert (plan.turn, plan.question, plan.deadline, plan.late) == (BODY, None, None, False)
    assert (plan.step.kind, plan.step.on) == (StepKind.WARN_CLOSING, day("Tue 2028-02-15"))
