"""What the answers so far amount to: steps asked, bodies, cases, the letter's reference."""

from datetime import date

import pytest

from opposition.correspondence import references
from opposition.forms.resuming import way
from tests.opposition import typed
from tests.opposition.retyped import (
    ANSWER,
    BOTH,
    FUND,
    HUB,
    NOTHING,
    came,
    dates,
    refusing_hub,
    reply,
    sent,
    silent_hub,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 28)


@pytest.fixture(autouse=True)
def _directory():
    typed.load()


def journey(data):
    return way.resolve(typed.query(data), TODAY)


def test_a_body_silent_and_one_that_answered_are_told_apart():
    told = (BOTH, FUND, dates("fund"), dates("hdh"), came(fund=NOTHING, hdh=ANSWER))
    found = journey(sent("reponse", *told, reply("hdh", "REFUSED_EXCESSIVE")))
    assert [(case.name, case.late, case.refused) for case in found.cases] == [
        ("fund", True, False),
        ("hdh", False, True),
    ]
    assert [option.key for option in found.options] == [
        "reminder-fund",
        "cnil-complaint-silence",
        "cnil-complaint-refusal",
    ]


def test_the_dates_alone_say_whether_the_day_has_passed():
    assert [case.overdue for case in journey(sent("dates", HUB, dates("hdh"))).dated] == [True]


def test_a_reminder_goes_to_its_body_and_a_complaint_to_no_body():
    assert list(journey(silent_hub(letter="reminder-hdh")).addressees) == ["hdh"]
    assert journey(silent_hub()).addressees == {}


def test_a_reference_of_the_right_shape_is_kept_and_another_is_drawn():
    assert journey(silent_hub(ref="7K3M-9XDC")).reference == "7K3M-9XDC"
    drawn = journey(silent_hub(ref="<b>")).reference
    assert references.is_one(drawn)


def test_every_answer_of_another_step_is_carried_once():
    found = journey(refusing_hub("vous"))
    names = [name for name, _value in found.carried]
    assert names.count("postal_code") == 1
    assert names.count("hdh_missing") == 2  # two boxes were ticked
    assert {"hdh_sent_on", "letter", "birth_name", "court", "ref"} <= set(names)
    assert "etape" not in names


def test_what_the_step_shows_is_not_hidden_too():
    found = journey(sent("organismes", HUB, dates("hdh")))
    assert found.form is found.dates
    assert [name for name, _ in found.carried if name.startswith("hdh_")] == []


def test_a_first_visit_carries_nothing():
    assert list(journey({}).carried) == []


def test_who_wrote_to_the_hub_alone_is_asked_no_fund():
    assert journey(sent("organismes", HUB)).fund is None
    assert journey(sent("caisse", BOTH, FUND)).fund.body.key == "sure"
