"""What is learned of a letter's sending (rule 2 above all)."""

from datetime import date

import pytest

from opposition.domain.standing import IdentityCheck
from opposition.domain.vocabulary import AnswerCode, Channel, Evidence, Kind, Party, State
from tests.opposition.domain.journal import Journal, received

RANKED = list(Evidence)


def receipt(journal):
    sending = journal.standing().sending
    return sending.received_on, sending.evidence


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        # a stronger sign replaces a weaker one, whichever day it gives
        (Evidence.DECLARED, Evidence.SIGNED_RETURN_SLIP, 2),
        (Evidence.ESTIMATED, Evidence.DECLARED, 2),
        # a weaker one changes nothing
        (Evidence.TRACKING, Evidence.DECLARED, 1),
        (Evidence.SIGNED_RETURN_SLIP, Evidence.TRACKING, 1),
        # between equals the later day: lateness is never asserted too early
        (Evidence.DECLARED, Evidence.DECLARED, 2),
    ],
)
def test_rule_2_the_strongest_evidence_gives_the_day(first, second, kept):
    journal = Journal().add("Fri 2026-11-20", Kind.SENT)
    journal.add("Mon 2026-11-23", Kind.RECEIVED, evidence=first)
    journal.add("Tue 2026-11-24", Kind.RECEIVED, evidence=second)
    days = {1: (date(2026, 11, 23), first), 2: (date(2026, 11, 24), second)}

    assert receipt(journal) == days[kept]


def test_rule_2_a_receipt_without_evidence_is_an_estimate():
    assert receipt(Journal().add("Mon 2026-11-23", Kind.RECEIVED))[1] is Evidence.ESTIMATED


@pytest.mark.parametrize(
    "kind",
    [
        Kind.ACKNOWLEDGED,
        Kind.EXTENDED,
        Kind.REDIRECTED,
        Kind.ID_ASKED,
        Kind.LIMITED,
        Kind.ANSWERED,
    ],
)
def test_rule_2_whoever_writes_back_has_received_the_letter_by_then(kind):
    journal = Journal().add("Fri 2026-11-20", Kind.SENT).add("Fri 2026-12-04", kind)

    assert receipt(journal) == (date(2026, 12, 4), Evidence.ACKNOWLEDGEMENT)


def test_an_acknowledgement_may_say_the_day_of_receipt():
    journal = Journal().add("Fri 2026-11-20", Kind.SENT)
    journal.add("Fri 2026-12-04", Kind.ACKNOWLEDGED, received_on=date(2026, 11, 23))

    assert receipt(journal) == (date(2026, 11, 23), Evidence.ACKNOWLEDGEMENT)


def test_an_acknowledgement_leaves_a_running_clock_unchanged():
    journal = received(Evidence.DECLARED).add("Fri 2026-12-04", Kind.ACKNOWLEDGED)

    assert receipt(journal) == (date(2026, 11, 23), Evidence.DECLARED)


def test_rule_2_a_later_bounce_removes_the_receipt():
    journal = received(Evidence.ACKNOWLEDGEMENT).add("Wed 2026-11-25", Kind.RETURNED)

    assert receipt(journal) == (None, None)
    assert journal.standing().sending.returned_on == date(2026, 11, 25)


def test_a_bounce_of_the_mail_since_replaced_by_post_removes_nothing():
    journal = Journal().add("Fri 2026-11-20", Kind.SENT, channel=Channel.EMAIL_OWN)
    journal.add("Mon 2026-11-23", Kind.SENT, channel=Channel.POST)
    journal.add("Wed 2026-11-25", Kind.RECEIVED, evidence=Evidence.TRACKING)
    journal.add("Thu 2026-11-26", Kind.RETURNED, by=Party.PORTAL, of=1)

    assert journal.standing().state is State.RECEIVED
    assert receipt(journal) == (date(2026, 11, 25), Evidence.TRACKING)


def test_a_reminder_that_came_back_was_no_reminder():
    journal = received(Evidence.TRACKING).add("Mon 2026-12-28", Kind.REMINDER_SENT)
    journal.add("Tue 2026-12-29", Kind.RETURNED, of=5)

    assert journal.standing().sending.reminders == {}
    assert journal.standing().state is State.RECEIVED


def test_rule_2_sent_again_the_clock_and_all_that_hung_on_it_are_new():
    journal = Journal().add("Fri 2026-11-20", Kind.SENT, channel=Channel.POST)
    journal.add("Mon 2026-11-30", Kind.PROOF_ASKED).add("Mon 2026-11-30", Kind.RECEIVED)
    journal.add("Thu 2026-12-10", Kind.SENT, channel=Channel.AMELI)

    sending = journal.standing().sending

    assert (sending.line, sending.sent_on, sending.channel) == (
        4,
        date(2026, 12, 10),
        Channel.AMELI,
    )
    assert (sending.received_on, sending.evidence, sending.proof_asked_on) == (None, None, None)


def test_a_copy_sent_while_the_clock_runs_changes_nothing():
    journal = received(Evidence.DECLARED).add("Thu 2026-12-10", Kind.SENT)

    assert journal.standing().state is State.RECEIVED
    assert journal.standing().sending.sent_on == date(2026, 11, 20)


def test_a_posting_learned_of_after_the_receipt_fills_the_gap():
    journal = Journal().add("Mon 2026-11-23", Kind.RECEIVED, evidence=Evidence.TRACKING)
    journal.add("Mon 2026-11-23", Kind.SENT, channel=Channel.POST)

    sending = journal.standing().sending

    assert (sending.sent_on, sending.channel) == (date(2026, 11, 23), Channel.POST)
    assert sending.received_on == date(2026, 11, 23)


def test_rule_15_identity_asked_twice_before_it_is_given_is_one_request():
    journal = received(Evidence.TRACKING).add("Mon 2026-11-30", Kind.ID_ASKED)
    journal.add("Wed 2026-12-02", Kind.ID_ASKED).add("Fri 2026-12-04", Kind.ID_GIVEN)

    assert journal.standing().sending.identity == (
        IdentityCheck(date(2026, 11, 30), date(2026, 12, 4)),
    )


def test_identity_given_unasked_is_no_supply():
    journal = received(Evidence.TRACKING).add("Fri 2026-12-04", Kind.ID_GIVEN)

    assert journal.standing().sending.identity == ()


def test_the_first_extension_told_with_reasons_is_the_one():
    journal = received(Evidence.TRACKING)
    journal.add("Mon 2026-11-30", Kind.EXTENDED, reasoned=False)
    journal.add("Mon 2026-12-07", Kind.EXTENDED).add("Mon 2026-12-14", Kind.EXTENDED)

    assert journal.standing().sending.extended_on == date(2026, 12, 7)


def test_reminders_and_the_words_on_silence_are_dated():
    journal = received(Evidence.TRACKING).add("Thu 2026-12-24", Kind.NOTHING_CAME)
    journal.add("Thu 2026-12-24", Kind.REMINDER_SENT).add("Fri 2027-01-08", Kind.REMINDER_SKIPPED)

    sending = journal.standing().sending

    assert sending.nothing_came_on == date(2026, 12, 24)
    assert sending.reminders == {6: date(2026, 12, 24)}
    assert sending.skipped_on == date(2027, 1, 8)


def test_the_last_writing_of_the_body_is_dated_whatever_it_said():
    journal = received(Evidence.TRACKING).add("Mon 2026-12-14", Kind.REDIRECTED)
    journal.add("Tue 2026-12-15", Kind.ANSWERED, code=AnswerCode.ACK)

    assert journal.standing().sending.heard_on == date(2026, 12, 15)
