"""The names that the texts use: whose voice speaks, who is accused, what runs."""

import pytest

from letters import catalogue, needs, reading, samples, words
from tests.letters import cases


def named(key, facts):
    return words.of(catalogue.get(key), reading.parse(facts), [], ())


@pytest.mark.parametrize(("sample", "voice"), [("adult", words.OWN), ("child", words.FOR_ANOTHER)])
def test_one_speaks_for_oneself_or_for_somebody_else(sample, voice):
    assert named("fund-objection", samples.raw(sample))["voice"] == voice


REFUSED = {**samples.LATE, "addressee": "REFUSANT", "answer": samples.REFUSAL}
ALL = {
    **cases.raw("cnil-complaint-silence"),
    "earlier": [samples.LATE, samples.RUNNING, REFUSED, samples.REMINDER],
}


def bodies(items):
    return [item.addressee for item in items]


@pytest.mark.parametrize(
    ("key", "accused", "running"),
    [
        (
            "cnil-complaint-silence",
            [samples.HDH["name"]],
            [samples.RUNNING["addressee"], "REFUSANT"],
        ),
        (
            "cnil-complaint-refusal",
            ["REFUSANT"],
            [samples.RUNNING["addressee"], samples.HDH["name"]],
        ),
    ],
)
def test_a_complaint_accuses_some_and_mentions_the_others(key, accused, running):
    found = named(key, ALL)
    assert (bodies(found["accused"]), bodies(found["running"])) == (accused, running)


def test_each_answer_code_and_each_defect_is_told_once():
    twice = {**ALL, "earlier": [REFUSED, {**REFUSED, "addressee": "AUTRE"}]}
    found = named("cnil-complaint-refusal", twice)
    assert found["codes"] == ["REFUSED_UNIDENTIFIABLE"]
    assert found["defects"] == ["complaint", "remedy"]


def test_an_objection_knows_the_one_to_the_fund():
    facts = {**ALL, "earlier": [samples.RUNNING, samples.LATE]}
    assert bodies(named("hdh-objection", facts)["parallel"]) == [samples.RUNNING["addressee"]]


def test_the_facts_keep_their_own_names():
    found = named("fund-objection", samples.raw("adult"))
    assert found["place"] == "Montpellier"
    assert found["concerned"] == found["citizen"]
    assert found["requests"] == needs.requests(samples.facts("adult")) == ()
