"""What a standing can be asked."""

from datetime import date

import pytest

from opposition.domain.standing import Sending
from opposition.domain.vocabulary import AnswerCode, Evidence, Kind, Scope, StepKind, Track
from tests.opposition.domain.journal import Journal, received


@pytest.mark.parametrize("evidence", Evidence)
def test_rule_2_a_receipt_is_proved_by_anything_better_than_an_estimate(evidence):
    sending = Sending(received_on=date(2026, 11, 23), evidence=evidence)

    assert sending.proved == (evidence is not Evidence.ESTIMATED)


def test_rule_6_the_right_is_refused_since_the_first_refusal_of_a_core_scope():
    journal = received(Evidence.TRACKING)
    journal.add("Mon 2026-12-14", Kind.ANSWERED, code=AnswerCode.REFUSED_EXCESSIVE)
    journal.add(
        "Tue 2026-12-15",
        Kind.ANSWERED,
        code=AnswerCode.REFUSED_PUBLIC_TASK,
        scopes=frozenset({Scope.HDH}),
    )

    assert journal.standing().refused_core == date(2026, 12, 14)


@pytest.mark.parametrize(
    ("code", "scopes"),
    [
        (AnswerCode.REFUSED_MAIN_DB, {Scope.RESERVED}),
        (AnswerCode.REFUSED_PERMANENT, {Scope.RESERVED}),
        (AnswerCode.REFUSED_PUBLIC_TASK, {Scope.DELIVERED}),
        (AnswerCode.REGISTERED_PARTIAL, {Scope.PROJECTS}),
        (AnswerCode.NOT_CONTROLLER, {Scope.PROJECTS}),
    ],
)
def test_rule_6_what_is_no_refusal_of_use_in_projects_is_no_refusal_of_the_right(code, scopes):
    journal = received(Evidence.TRACKING)
    journal.add("Mon 2026-12-14", Kind.ANSWERED, code=code, scopes=frozenset(scopes))

    assert journal.standing().refused_core is None


@pytest.mark.parametrize(
    ("code", "disputable"),
    [
        (AnswerCode.REGISTERED_SNDS, False),
        (AnswerCode.REDIRECT, False),  # the clock goes on for the rest
        (AnswerCode.REGISTERED_PARTIAL, True),
        (AnswerCode.NO_DATA, True),
        (AnswerCode.OTHER, True),
    ],
)
def test_only_an_answer_on_the_merits_can_be_disputed(code, disputable):
    journal = received(Evidence.TRACKING).add("Mon 2026-12-14", Kind.ANSWERED, code=code)

    assert journal.standing().disputable is disputable


def test_a_step_was_told_from_a_day_on():
    journal = Journal().notified("Mon 2026-12-14", StepKind.ASK_SILENCE)
    journal.notified("Mon 2026-12-21", StepKind.ASK_SILENCE)
    standing = journal.standing()

    assert standing.told(StepKind.ASK_SILENCE, date(2026, 12, 15)) == [date(2026, 12, 21)]
    assert standing.told(StepKind.ASK_SCOPE, date(2026, 12, 1)) == []


def test_a_posted_complaint_is_lodged_on_the_day_of_its_proved_receipt():
    journal = Journal(Track.COMPLAINT).add("Mon 2027-01-11", Kind.SENT)
    journal.add("Wed 2027-01-13", Kind.RECEIVED, evidence=Evidence.TRACKING)
    journal.add("Mon 2027-01-25", Kind.CNIL_REGISTERED)

    assert journal.standing().lodged_on == date(2027, 1, 13)


def test_a_complaint_filed_online_is_lodged_on_that_day():
    journal = Journal(Track.COMPLAINT).add("Mon 2027-01-11", Kind.FILED)

    assert journal.standing().lodged_on == date(2027, 1, 11)


def test_a_request_is_not_lodged_by_being_received():
    assert received(Evidence.TRACKING).standing().lodged_on is None
