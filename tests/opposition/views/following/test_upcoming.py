"""The dates on a slip: the person's own, nearest first, each said once."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from opposition.domain import deadlines
from opposition.domain.plan import Step
from opposition.domain.vocabulary import Party, StepKind
from opposition.models.addressee import Kind
from opposition.views.following import upcoming

TODAY = date(2026, 11, 23)
LATER = TODAY + timedelta(days=7)


def case(kind=Kind.FUND, *, step=None, turn=Party.CITIZEN, received=None):
    """What `upcoming` looks at of a case."""
    deadline = deadlines.for_controller(received) if received else None
    plan = SimpleNamespace(step=step, turn=turn, deadline=deadline)
    return SimpleNamespace(plan=plan, demand=SimpleNamespace(kind=kind))


def step(kind=StepKind.ASK_POSTED, on=LATER, to=Party.CITIZEN):
    return Step(kind, on, to)


def told(*cases):
    found = upcoming.dates(cases, TODAY)
    return [(one.day, str(one.what), one.bodies, one.now) for one in found]


def test_the_same_thing_on_the_same_day_is_said_once():
    assert told(case(step=step()), case(Kind.HDH, step=step())) == [
        (LATER, "dites si le courrier est parti", ("votre caisse", "le Health Data Hub"), False)
    ]


def test_nearest_first():
    soon = step(StepKind.OFFER_PROOF, TODAY + timedelta(days=1))
    days = [day for day, *_ in told(case(step=step()), case(Kind.HDH, step=soon))]
    assert days == [TODAY + timedelta(days=1), LATER]


def test_what_is_past_is_due_now():
    late = step(StepKind.ASK_SILENCE, TODAY - timedelta(days=40))
    assert told(case(step=late)) == [
        (TODAY, "dites si quelque chose est arrivé", ("votre caisse",), True)
    ]


def test_while_the_body_has_its_time_the_last_day_of_it_is_said():
    waiting = case(turn=Party.ADDRESSEE, received=date(2026, 11, 20))
    assert told(waiting) == [
        (
            date(2026, 12, 21),
            "dernier jour de son délai pour répondre",
            ("votre caisse",),
            False,
        )
    ]


@pytest.mark.parametrize(
    "silent",
    [
        case(),
        case(step=step(StepKind.REVIEW_UNSENT, to=Party.REVIEWER)),
        case(step=step(StepKind.CLOSE, to=Party.PORTAL)),
        case(turn=Party.CITIZEN, received=date(2026, 11, 20)),
        case(turn=Party.ADDRESSEE, received=date(2026, 1, 5)),
    ],
)
def test_what_is_nobodys_or_the_portals_own_business_is_not_printed(silent):
    assert told(silent) == []


def test_every_step_that_a_citizen_may_be_asked_has_its_words():
    ours = {StepKind.REVIEW_UNSENT, StepKind.REVIEW_REPLY, StepKind.CLOSE}
    assert set(upcoming.WORDS) == set(StepKind) - ours
    assert set(upcoming.BODIES) == set(Kind)
