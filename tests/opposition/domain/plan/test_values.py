"""The values that a plan is made of."""

from datetime import UTC, date, datetime

import pytest

from opposition.domain.plan.values import Alert, Offer, Step
from opposition.domain.vocabulary import Party, StepKind
from tests.opposition.domain.journal import Journal, day


@pytest.mark.parametrize(
    ("on", "instant"),
    [
        ("Wed 2026-12-23", datetime(2026, 12, 23, 5, tzinfo=UTC)),  # winter
        ("Wed 2027-06-23", datetime(2027, 6, 23, 4, tzinfo=UTC)),  # summer
        ("Sun 2027-03-28", datetime(2027, 3, 28, 4, tzinfo=UTC)),  # the night that changes
    ],
)
def test_a_step_falls_due_at_six_in_paris(on, instant):
    assert Step(StepKind.ASK_SILENCE, day(on), Party.CITIZEN).falls_due == instant


def test_a_lock_is_open_exactly_when_nothing_holds_it():
    assert Offer("reminder-1", ()).open
    assert not Offer("reminder-1", ("Deux rappels sont déjà partis.",)).open


def test_an_alert_is_done_once_then_nudged_a_week_later_then_left():
    alert = Alert(StepKind.ASK_SILENCE, date(2026, 12, 24), times=2)
    journal = Journal()

    assert alert.step(journal.standing()) == Step(alert.kind, date(2026, 12, 24), Party.CITIZEN, 1)

    journal.notified("Sat 2026-12-26", StepKind.ASK_SILENCE)  # two days late: a machine stood still

    assert alert.step(journal.standing()) == Step(alert.kind, date(2027, 1, 2), Party.CITIZEN, 2)

    journal.notified("Sat 2027-01-02", StepKind.ASK_SILENCE)

    assert alert.step(journal.standing()) is None


def test_what_was_done_for_an_earlier_date_does_not_count():
    alert = Alert(StepKind.ASK_SILENCE, date(2026, 12, 24))
    journal = Journal().notified("Wed 2026-12-23", StepKind.ASK_SILENCE)

    assert alert.step(journal.standing()).on == date(2026, 12, 24)
