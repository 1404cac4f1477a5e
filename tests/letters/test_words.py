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
    ("key", "accused", "others"),
    [
        ("cnil-complaint-silence", [samples.HDH["name"]], ["REFUSANT"]),
        ("cnil-complaint-refusal", ["REFUSANT"], [samples.HDH["name"]]),
    ],
)
def test_a_complaint_accuses_some_and_mentions_the_others(key, accused, others):
    found = named(key, ALL)
    groups = [bodies(found[name]) for name in ("accused", "running", "others")]
    assert groups == [accused, [samples.RUNNING["addressee"]], others]


def test_a_request_that_is_registered_does_not_run_any_more():
    registered = {"code": "REGISTERED_SNDS", "date": "2027-02-01"}
    earlier = [samples.LATE, {**samples.RUNNING, "answer": registered}]
    found = named("cnil-complaint-silence", {**ALL, "earlier": earlier})
    assert (bodies(found["running"]), bodies(found["others"])) == ([], [samples.FUND["name"]])


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
