"""A correction names the line that its page shows."""

import pytest

from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.forms.dossier.told import errors, form, subject

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = day("Mon 2026-11-30")


def judged(word, data, line=4):
    return form(subject(followed.received(), "fund", word, TODAY, line), data)


def test_the_right_day_is_told_with_the_number_of_the_line():
    asked = judged("corriger", {"on": "27/11/2026", "ligne": "1"})
    assert asked.told == {"on": day("Fri 2026-11-27"), "line_ordinal": 4}
    assert errors(judged("corriger", {})) == {"on": ["indiquez la bonne date."]}


def test_striking_a_line_asks_nothing():
    asked = judged("annuler", {})
    assert (errors(asked), asked.told) == ({}, {"line_ordinal": 4})


def test_without_a_line_there_is_none_to_correct():
    assert judged("annuler", {}, line=None).told == {"line_ordinal": 0}
