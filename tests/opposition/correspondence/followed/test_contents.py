"""A frozen content gives its letter back, equal in every part, and never composes it again."""

import json
from dataclasses import asdict, replace
from datetime import date

import pytest

from letters import catalogue, paths
from opposition.correspondence import requests
from opposition.correspondence.followed import contents
from opposition.models import Addressee
from tests.letters import cases
from tests.opposition.correspondence.followed.folders import CHILD, answers
from tests.opposition.typed import directory

FUND, HUB = requests.write(answers(represents=CHILD, grounds=("Mon métier.",)))
DATED = requests.write(answers(statements=("ce-444937", "azure-2019")))[1]


def columns(body):
    return {field.name: getattr(body, field.name) for field in Addressee._meta.concrete_fields}


@pytest.mark.parametrize("request_", [FUND, HUB, DATED], ids=["fund", "hdh", "statements"])
def test_a_letter_comes_back_equal_in_every_part(request_):
    back = contents.request(contents.text(request_))
    assert back == request_
    assert columns(back.body) == columns(request_.body)


@pytest.mark.parametrize("key", cases.KEYS)
def test_every_letter_of_the_catalogue_does(key):
    made = requests.made("x", key, directory()["sure"], cases.raw(key))
    assert contents.request(contents.text(made)) == made


def test_the_same_letter_has_one_text_and_one_digest():
    shuffled = replace(FUND, facts=dict(reversed(FUND.facts.items())))
    assert contents.text(shuffled) == contents.text(FUND)
    assert contents.digest("abc") == (  # FIPS 180-4
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(FUND, short="x"),
        replace(FUND, reference="ACDE-FGHJ"),
        replace(FUND, letter=replace(FUND.letter, version="0")),
        replace(FUND, facts={**FUND.facts, "place": "Lyon"}),
        replace(FUND, enclosures=("x",)),
        replace(FUND, body=directory()["unsure"]),
    ],
)
def test_whatever_differs_shows_in_the_digest(other):
    assert contents.digest(contents.text(other)) != contents.digest(contents.text(FUND))


def test_a_dated_body_keeps_its_dates():
    back = contents.request(contents.text(HUB)).body
    assert (back.seen_on, back.verified_on) == (date(2014, 8, 6), None)


def test_a_typed_body_comes_back_without_a_key():
    typed = Addressee(kind="fund", name="Caisse des bergers", lines=["05100 BRIANCON"])
    back = contents.request(contents.text(replace(FUND, body=typed))).body
    assert (back.pk, back.name, back.lines) == ("", "Caisse des bergers", ["05100 BRIANCON"])


def test_a_column_that_came_or_went_since_does_not_matter():
    told = json.loads(contents.text(FUND))
    told["body"]["gone"] = "x"
    del told["body"]["note"]
    assert contents.request(json.dumps(told)) == FUND


def test_the_words_are_the_frozen_ones_whatever_the_texts_say_since(tmp_path, monkeypatch):
    text = contents.text(FUND)
    monkeypatch.setattr(paths, "TEXTS", tmp_path)  # no text at all is left
    catalogue.all_texts.cache_clear()
    try:
        with pytest.raises(catalogue.UnknownLetterError):
            requests.write(answers())
        assert contents.request(text) == FUND
    finally:
        monkeypatch.undo()
        catalogue.all_texts.cache_clear()


def test_all_that_a_letter_is_lies_in_the_content():
    told = json.loads(contents.text(FUND))
    assert told["letter"].keys() == asdict(FUND.letter).keys()
    assert told.keys() - {"format"} == asdict(replace(FUND, body=None)).keys()
