"""The table of lessons, and what every line teaches."""

from datetime import date

import pytest

from opposition.domain import learning
from opposition.domain.events import Event
from opposition.domain.standing import Notified, Standing
from opposition.domain.vocabulary import Evidence, Kind, Party, StepKind
from tests.opposition.domain.journal import Journal, received


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("by", Party)
def test_no_line_however_bare_breaks_the_reading(kind, by):
    learned = learning.learn(Standing(), Event(kind, date(2026, 11, 20), 1, by))

    assert learned.quiet_since == date(2026, 11, 20)


def test_rule_19_the_portals_own_doings_are_no_sign_of_life():
    journal = received(Evidence.TRACKING)
    journal.notified("Thu 2026-12-24", StepKind.ASK_SILENCE)

    assert journal.standing().quiet_since == date(2026, 11, 23)


def test_rule_19_to_keep_a_dossier_is_an_act():
    journal = received(Evidence.TRACKING).add("Thu 2026-12-24", Kind.KEPT)

    assert journal.standing().quiet_since == date(2026, 12, 24)


def test_a_step_done_is_remembered_and_one_without_a_name_is_not():
    journal = Journal().notified("Thu 2026-12-24", StepKind.ASK_SILENCE)
    journal.add("Thu 2026-12-24", Kind.NOTIFIED)

    assert journal.standing().notified == (Notified(StepKind.ASK_SILENCE, date(2026, 12, 24)),)


def test_the_confirmation_is_dated():
    assert received(Evidence.TRACKING).standing().confirmed_on == date(2026, 11, 19)
