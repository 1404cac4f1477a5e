"""The complaint has left, and what the CNIL says of it."""

from datetime import date

import pytest

from letters import nir
from opposition.domain.vocabulary import Outcome
from opposition.forms.dossier import cnil
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.forms.dossier.told import errors, form, subject

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = day("Mon 2027-01-04")
ON, DAY = {"on": "04/01/2027"}, date(2027, 1, 4)


def judged(word, data=None, make=followed.filed):
    return form(subject(make(), "cnil-hdh", word, TODAY), data)


@pytest.mark.parametrize(("way", "online"), [("en-ligne", True), ("courrier", False)])
def test_a_complaint_is_filed_online_or_by_post(way, online):
    asked = judged("depose", ON | {"online": way, "number": "25-012345"}, followed.both_silent)
    assert asked.told == {"on": DAY, "online": online, "number": "25-012345"}
    assert not asked.own


def test_a_complaint_is_filed_by_one_of_two_ways():
    assert errors(judged("depose", ON)) == {"online": ["dites par quel moyen vous l’avez déposée."]}


def test_the_cnil_decides_as_the_person_reads_it():
    told = {value: judged("cnil-decision", ON | {"outcome": value}).told for value in cnil.OUTCOMES}
    assert told == {outcome: {"on": DAY, "outcome": outcome} for outcome in cnil.OUTCOMES}
    assert set(Outcome) - set(cnil.OUTCOMES) == {Outcome.SILENCE, Outcome.WITHDRAWN}


def test_a_decision_says_what_it_is():
    assert errors(judged("cnil-decision", ON)) == {"outcome": ["dites ce que la CNIL a décidé."]}


def test_news_and_registration_need_their_day():
    assert judged("cnil-nouvelles", ON).told == {"on": DAY}
    assert judged("cnil-enregistre", ON).told == {"on": DAY, "number": ""}


@pytest.mark.parametrize("number", ["25-012345", "PLA-2027/000123", ""])
def test_a_number_of_the_cnil_has_whatever_shape_the_cnil_gives_it(number):
    assert errors(judged("cnil-enregistre", ON | {"number": number})) == {}


def test_a_social_security_number_is_no_number_of_a_complaint():
    asked = judged("cnil-enregistre", ON | {"number": "2951099126111 93"})
    assert list(asked.errors["number"]) == [nir.REFUSAL]
