"""The locks after an answer (rule 6)."""

import pytest

from opposition.domain.vocabulary import AnswerCode, Evidence, Kind, Scope
from tests.opposition.domain.journal import day, lines, received

LATE = "Thu 2026-12-24"  # received on Monday 23 November, due on Wednesday 23 December
ASK = (
    "Dites d’abord si vous avez reçu quelque chose depuis la fin du délai\u202f: courrier, "
    "message ameli, mail."
)
JUDGE = (
    "Une réponse est arrivée\u202f: dites d’abord si elle couvre votre demande, s’il en manque une "
    "partie, ou si vous la contestez."
)
SILENT = ("Thu 2026-12-24", Kind.NOTHING_CAME)


def answered(code, **facts):
    return "Mon 2026-12-14", Kind.ANSWERED, {"code": code, **facts}


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        (AnswerCode.REFUSED_PUBLIC_TASK, {}),
        (AnswerCode.REFUSED_UNIDENTIFIABLE, {}),
        (AnswerCode.REFUSED_EXCESSIVE, {}),
        (AnswerCode.REFUSED_MAIN_DB, {"scopes": frozenset({Scope.RESERVED, Scope.PROJECTS})}),
    ],
)
def test_rule_6_a_refusal_of_use_in_projects_opens_the_complaint_at_once(code, facts):
    complaint = lines(received(Evidence.TRACKING), answered(code, **facts)).plan("Mon 2026-12-14")

    assert (complaint.complaint.letter, complaint.complaint.because) == (
        "cnil-complaint-refusal",
        (),
    )
    assert (
        complaint.complaint.lawful_from == complaint.complaint.proposed_on == day("Mon 2026-12-14")
    )
    assert complaint.reminder.because == (JUDGE,)


@pytest.mark.parametrize("code", [AnswerCode.REFUSED_MAIN_DB, AnswerCode.REFUSED_PERMANENT])
def test_rule_6_a_limited_refusal_opens_nothing_and_the_clock_goes_on(code):
    journal = lines(received(Evidence.TRACKING), answered(code))

    assert journal.plan("Mon 2026-12-14").complaint.because == (
        "L’organisme peut répondre jusqu’au mercredi 23 décembre 2026 inclus.",
    )
    assert journal.plan(LATE).complaint.because == (ASK,)


@pytest.mark.parametrize(
    "code",
    [
        AnswerCode.REGISTERED_PARTIAL,
        AnswerCode.NOT_CONTROLLER,
        AnswerCode.NO_DATA,
        AnswerCode.OTHER,
    ],
)
def test_rule_6_any_other_answer_opens_the_complaint_once_the_person_contests_it(code):
    journal = lines(received(Evidence.TRACKING), answered(code))

    assert journal.plan("Mon 2026-12-14").complaint.because == (JUDGE,)

    plan = lines(journal, ("Tue 2026-12-15", Kind.CONTESTED)).plan("Tue 2026-12-15")

    assert (plan.complaint.letter, plan.complaint.open) == ("cnil-complaint-refusal", True)
    assert plan.complaint.lawful_from == day("Tue 2026-12-15")


def test_rule_6_contesting_what_was_registered_opens_nothing_and_says_what_to_do():
    journal = lines(
        received(Evidence.TRACKING),
        answered(AnswerCode.REGISTERED_SNDS),
        ("Tue 2026-12-15", Kind.CONTESTED),
    )

    assert journal.plan("Tue 2026-12-15").complaint.because == (
        (
            "Rien de ce que vous avez demandé n’est refusé\u202f: si une partie reste sans "
            "réponse, dites laquelle, le délai continue pour elle."
        ),
    )


def test_rule_6_after_a_partial_answer_the_rest_is_complained_of_as_an_answer_not_as_silence():
    journal = lines(
        received(Evidence.TRACKING),
        answered(AnswerCode.REGISTERED_SNDS),
        ("Tue 2026-12-15", Kind.INCOMPLETE, {"scopes": frozenset({Scope.HDH})}),
        SILENT,
    )

    plan = journal.plan(LATE)

    assert (plan.complaint.letter, plan.complaint.open) == ("cnil-complaint-refusal", True)
    assert plan.reminder.open


def test_a_contested_answer_calls_for_no_reminder():
    journal = lines(
        received(Evidence.TRACKING),
        answered(AnswerCode.OTHER),
        ("Tue 2026-12-15", Kind.CONTESTED),
        SILENT,
    )

    assert journal.plan(LATE).reminder.because == (
        "Un rappel n’est plus utile après une réponse contestée.",
    )
