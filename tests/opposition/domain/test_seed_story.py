"""The seed's story, day by day: the fund is silent, is reminded twice, then registers and sends on
to the Health Data Hub; the Hub is silent to the end; the CNIL is seized of that silence."""

from datetime import timedelta

from opposition.domain import outcomes
from opposition.domain.vocabulary import (
    AnswerCode,
    Channel,
    Evidence,
    Kind,
    Outcome,
    Party,
    Question,
    Scope,
    State,
    StepKind,
    Track,
)
from tests.opposition.domain.journal import Journal, day, received


def steps(journal, last, **context):
    """What the portal does by itself until that day: each due step is done, and written down."""
    done, today = [], journal.events[-1].happened_at
    while today <= day(last):
        step = journal.plan(f"{today:%a %Y-%m-%d}", **context).step
        if step and step.on <= today:
            done.append((step.kind, f"{today:%a %d %b}"))
            journal.notified(f"{today:%a %Y-%m-%d}", step.kind)
        else:
            today += timedelta(1)
    return done


def test_the_fund_is_silent_is_reminded_twice_then_registers_and_redirects():
    fund = received(Evidence.SIGNED_RETURN_SLIP)

    # The month passes; nothing happens before its end, then one question and one nudge.
    assert steps(fund, "Sat 2027-01-02") == [
        (StepKind.ASK_SILENCE, "Thu 24 Dec"),
        (StepKind.ASK_SILENCE, "Thu 31 Dec"),
    ]
    # The person answers: nothing came. A reminder is proposed, and sent the same day.
    fund.add("Mon 2027-01-04", Kind.NOTHING_CAME)
    assert fund.plan("Mon 2027-01-04").reminder.letter == "reminder-1"
    assert fund.plan("Mon 2027-01-04").reminder.open
    fund.add("Mon 2027-01-04", Kind.REMINDER_SENT, channel=Channel.AMELI)
    # A fortnight later the question again, then the second reminder.
    assert steps(fund, "Tue 2027-01-19") == [(StepKind.ASK_SILENCE, "Tue 19 Jan")]
    fund.add("Wed 2027-01-20", Kind.NOTHING_CAME)
    assert fund.plan("Wed 2027-01-20").reminder.letter == "reminder-2"
    fund.add("Wed 2027-01-20", Kind.REMINDER_SENT)
    assert not fund.plan("Wed 2027-01-27").reminder.open
    # Then the answer that the seed's author got: two answers in one mail.
    fund.add("Wed 2027-01-27", Kind.REPLY_MATCHED, reply="b2")
    assert fund.plan("Wed 2027-01-27").question is Question.REPLY
    fund.add("Wed 2027-01-27", Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS, reply="b2")
    fund.add("Wed 2027-01-27", Kind.ANSWERED, code=AnswerCode.REDIRECT, reply="b2")

    # Rule 6: nothing closes until the person says that the scope is covered.
    assert fund.plan("Wed 2027-01-27").state is State.ANSWERED
    assert steps(fund, "Wed 2027-03-31") == [
        (StepKind.EXPLAIN_REDIRECT, "Wed 27 Jan"),
        (StepKind.ASK_SCOPE, "Wed 27 Jan"),
        (StepKind.ASK_SCOPE, "Wed 03 Feb"),
    ]
    assert fund.plan("Wed 2027-03-31").question is Question.SCOPE
    assert outcomes.of(fund.standing()) is None

    # « The fund has done its part; the Hub has a letter of its own. »
    fund.add("Thu 2027-04-01", Kind.COVERED)
    assert fund.plan("Thu 2027-04-01").state is State.CLOSED
    assert outcomes.of(fund.standing()) is Outcome.PARTIAL


def test_or_the_person_says_that_the_hub_is_missing_and_the_fund_stays_bound():
    fund = received(Evidence.SIGNED_RETURN_SLIP)
    fund.add("Thu 2026-12-17", Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS)
    fund.add("Thu 2026-12-17", Kind.REDIRECTED)
    fund.add("Fri 2026-12-18", Kind.INCOMPLETE, scopes=frozenset({Scope.HDH}))

    # The clock has been running for the rest all along (GDPR 26(3), CRPA L.114-2).
    before, after = fund.plan("Wed 2026-12-23"), fund.plan("Thu 2026-12-24")

    assert (before.state, before.turn, before.late) == (State.RECEIVED, Party.ADDRESSEE, False)
    assert (after.turn, after.question, after.late) == (Party.CITIZEN, Question.SILENCE, True)


def test_the_hub_is_silent_the_cnil_is_seized_and_has_three_months():
    hub = received(Evidence.TRACKING, "Mon 2027-01-11")
    complaint = Journal(Track.COMPLAINT).add("Thu 2026-11-19", Kind.CONFIRMED)

    def held(today):
        return complaint.plan(today, about=hub.plan(today))

    # Due on Thursday 11 February; the complaint waits, ready.
    assert hub.plan("Thu 2027-02-11").turn is Party.ADDRESSEE
    assert held("Thu 2027-02-11").question is None
    # From the day after, it waits for one word of the person.
    assert hub.plan("Fri 2027-02-12").question is Question.SILENCE
    assert held("Fri 2027-02-12").question is None
    hub.add("Fri 2027-02-12", Kind.NOTHING_CAME)
    # Lawful at once, though we would first propose two reminders.
    offer = hub.plan("Fri 2027-02-12").complaint
    assert (offer.open, offer.lawful_from, offer.proposed_on) == (
        True,
        day("Fri 2027-02-12"),
        day("Sun 2027-03-07"),
    )
    assert held("Fri 2027-02-12").question is Question.FILE
    # Filed online on Monday 15 February: one line in each journal.
    for journal in (hub, complaint):
        journal.add("Mon 2027-02-15", Kind.FILED)
    assert hub.plan("Mon 2027-02-15").state is State.FILED
    assert complaint.plan("Mon 2027-02-15").turn is Party.ADDRESSEE
    # A registration is no news (CE n° 491493): the three months run on, over Whit Monday.
    complaint.add("Mon 2027-03-01", Kind.CNIL_REGISTERED)
    assert steps(complaint, "Wed 2027-06-30") == [(StepKind.TELL_CNIL_SILENT, "Wed 19 May")]
    late = complaint.plan("Wed 2027-05-19")
    assert (late.late, late.question, late.deadline.act_before) == (
        True,
        Question.CNIL,
        day("Thu 2027-07-15"),  # counted from the unrolled date: the safe one
    )
    # The CNIL decides; both demands end.
    complaint.add("Thu 2027-07-01", Kind.CNIL_OUTCOME, outcome=Outcome.ACCEPTED)
    hub.add("Thu 2027-07-01", Kind.CNIL_OUTCOME)
    assert outcomes.of(complaint.standing()) is Outcome.ACCEPTED
    assert outcomes.of(hub.standing()) is Outcome.SILENCE
    assert [journal.plan("Thu 2027-07-01").step for journal in (hub, complaint)] == [None, None]
