"""The one-time key: one for all copies of a form, another for any other form or person."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine

from opposition.correspondence import Answers
from opposition.forms.following import submission

ZOE = {"given_names": "Zoé", "birth_name": "Nguyễn", "birth_date": "1979-02-28", "email": ""}
NOE = {"given_names": "Noé", "birth_name": "Lefèvre", "birth_date": "2019-03-05"}
FORM = Answers(
    citizen=ZOE,
    represents=None,
    place="Montpellier",
    fund="CPAM sûre",
    bodies={},
    lines={},
    grounds=(),
    statements=(),
    references={"fund": "7K3M-Q4XD", "hdh": "ACDE-FGHJ"},
    today=date(2026, 11, 23),
)
DAY = timedelta(seconds=submission.LIFE)


@pytest.mark.parametrize(
    "same",
    [
        FORM,
        replace(FORM, references=dict(reversed(FORM.references.items()))),
        replace(FORM, today=date(2026, 12, 23)),
        replace(FORM, grounds=("Mon métier est rare.",)),
        replace(FORM, citizen={**ZOE, "email": "zoe@exemple.net"}),
    ],
)
def test_the_same_form_has_one_submission(same):
    assert submission.submission(same) == submission.submission(FORM)


@pytest.mark.parametrize(
    "other",
    [
        replace(FORM, references={**FORM.references, "fund": "7K3M-Q4XE"}),
        replace(FORM, represents=NOE),
        replace(FORM, citizen={**ZOE, "given_names": "Zoë"}),
        replace(FORM, citizen={**ZOE, "birth_date": "1979-02-27"}),
    ],
)
def test_another_form_or_person_has_another(other):
    assert submission.submission(other) != submission.submission(FORM)


def test_whoever_holds_the_letters_cannot_compute_it(settings):
    mine = submission.submission(FORM)
    settings.INDEX_KEY = "j" * 43
    assert submission.submission(FORM) != mine


def test_the_key_is_read_for_a_day():
    with time_machine.travel("2026-11-23T10:00:00+01:00", tick=False) as now:
        key = submission.key(FORM)
        now.shift(DAY)
        assert submission.read(key, FORM) == submission.submission(FORM)
        now.shift(timedelta(seconds=1))
        assert submission.read(key, FORM) is None


def test_the_key_names_nobody_and_no_reference():
    key = submission.key(FORM)
    assert [word for word in ("Nguy", "7K3M", "ACDE", "1979") if word in key] == []


@pytest.mark.parametrize(
    "spoil", [lambda k: "", lambda k: k[:-1], lambda k: "x" + k, lambda k: "é"]
)
def test_a_key_that_is_not_whole_is_none(spoil):
    assert submission.read(spoil(submission.key(FORM)), FORM) is None


def test_a_key_made_for_another_form_is_none():
    assert submission.read(submission.key(replace(FORM, represents=NOE)), FORM) is None


def test_another_way_to_be_reached_has_a_submission_of_its_own():
    first = submission.submission(FORM)
    others = [submission.otherwise(first, reached) for reached in ("", "a@b.fr", "c@b.fr")]
    assert len({first, *others}) == 4
    assert submission.otherwise(first, "a@b.fr") == others[1]
