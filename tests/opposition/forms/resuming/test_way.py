"""The way through the steps: forward, back, around what is not asked; never past a lock."""

from datetime import date

import pytest

from opposition.forms.resuming import way
from opposition.forms.resuming.journey import STEPS
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
BEFORE = date(2026, 12, 23)


@pytest.fixture(autouse=True)
def _directory():
    typed.load()


def step(data, today=TODAY):
    return way.resolve(typed.query(data), today).step


@pytest.mark.parametrize(
    ("data", "next_one"),
    [
        ({}, "organismes"),
        ({"etape": "nowhere"}, "organismes"),
        (sent("organismes"), "organismes"),
        (sent("organismes", BOTH), "caisse"),
        (sent("organismes", HUB), "dates"),  # no fund to find
        (sent("caisse", BOTH), "caisse"),
        (sent("caisse", BOTH, FUND), "dates"),
        (sent("dates", HUB, dates("hdh")), "nouvelles"),
        (sent("nouvelles", HUB, dates("hdh"), came(hdh=NOTHING)), "possible"),
        (sent("nouvelles", HUB, dates("hdh"), came(hdh=ANSWER)), "reponse"),
        (refusing_hub("reponse"), "possible"),
        (refusing_hub("possible"), "vous"),
        (silent_hub("possible"), "vous"),  # a complaint: the CNIL's address is ours
        (silent_hub("possible", "reminder-hdh"), "adresse"),
        (silent_hub("adresse", "reminder-hdh"), "vous"),
        (silent_hub("vous"), "courrier"),
        (silent_hub("courrier"), "courrier"),
        (refusing_hub("courrier"), "courrier"),
    ],
)
def test_each_step_leads_to_the_next_that_is_asked(data, next_one):
    assert step(data) == next_one


@pytest.mark.parametrize(
    ("data", "before"),
    [
        (silent_hub("organismes"), "organismes"),
        (silent_hub("dates"), "organismes"),
        (sent("dates", BOTH, FUND), "caisse"),
        (silent_hub("nouvelles"), "dates"),
        (refusing_hub("possible"), "reponse"),
        (silent_hub("possible"), "nouvelles"),
        (silent_hub("vous"), "possible"),
        (silent_hub("vous", "reminder-hdh"), "adresse"),
        (silent_hub("courrier"), "vous"),
    ],
)
def test_back_leads_to_the_one_before_that_was_asked(data, before):
    found = way.resolve(typed.query({**data, "retour": "1"}), TODAY)
    assert found.step == before
    assert found.form.errors == {}


@pytest.mark.parametrize("forged", STEPS)
@pytest.mark.parametrize("letter", ["cnil-complaint-silence", "reminder-hdh", "reminder-2"])
def test_no_forged_step_jumps_over_the_lock_of_the_date(forged, letter):
    """On the last day of the month nothing is late, whatever the hidden fields say."""
    found = way.resolve(typed.query(silent_hub(forged, letter)), BEFORE)
    assert STEPS.index(found.step) <= STEPS.index("possible")


def test_a_letter_that_is_no_longer_open_leads_back_to_the_choice():
    found = way.resolve(typed.query(silent_hub("courrier", "cnil-complaint-refusal")), TODAY)
    assert found.step == "possible"
    assert found.form.errors == {
        "letter": ["ce courrier n’est pas possible aujourd’hui\u202f: choisissez-en un."]
    }


@pytest.mark.parametrize(
    ("wrong", "back_to"),
    [
        ({"to": []}, "organismes"),
        ({"hdh_sent_on": "31/02/2026"}, "dates"),
        ({"hdh_came": ""}, "nouvelles"),
        ({"letter": ""}, "possible"),
        ({"birth_name": ""}, "vous"),
    ],
)
def test_a_forged_or_stale_answer_leads_back_to_its_step(wrong, back_to):
    found = way.resolve(typed.query(silent_hub("courrier", **wrong)), TODAY)
    assert found.step == back_to
    assert found.form.faults


def test_an_answer_that_stops_needing_a_step_skips_it():
    told = (HUB, dates("hdh"), came(hdh=NOTHING), reply("hdh", "REFUSED_EXCESSIVE"))
    found = way.resolve(typed.query(sent("nouvelles", *told)), TODAY)
    assert (found.step, found.answers) == ("possible", None)
    assert not found.cases[0].refused


def test_a_step_seen_before_shows_its_answers_without_judging_them():
    data = sent("organismes", HUB, dates("hdh", sent_on="hier"))
    found = way.resolve(typed.query(data), TODAY)
    assert (found.step, found.form.errors) == ("dates", {})
    assert found.form["hdh_sent_on"].value() == "hier"


def test_the_fund_is_proposed_by_its_place():
    found = way.resolve(typed.query(sent("organismes", BOTH)), TODAY)
    assert [fund.key for fund in found.fund.proposed] == ["unsure", "sure", "demo-caisse"]
