"""What lies ahead: the law's day and the portal's questions, nearest first."""

import pytest

from opposition.domain.vocabulary import StepKind
from opposition.views.dossier import agenda, steps
from tests.opposition.domain.journal import day
from tests.opposition.followed import plain, told

pytestmark = pytest.mark.django_db
SILENCE = "nous vous demanderons si quelque chose est arrivé"


def ahead(state, demand):
    _dossier, cases, today = told(state)
    return [(f"{one.on:%a %d %b}", plain(one.what)) for one in agenda.ahead(cases[demand], today)]


@pytest.mark.parametrize(
    ("state", "demand", "days"),
    [
        ("fresh", "fund", [("Mon 30 Nov", "nous vous demanderons si la lettre est partie")]),
        (
            *("posted", "fund"),
            [("Fri 04 Dec", "sans preuve d’arrivée, nous vous proposerons trois façons d’avancer")],
        ),
        ("received", "fund", [("Mon 28 Dec", "fin du délai de réponse"), ("Tue 29 Dec", SILENCE)]),
        ("overdue", "fund", []),
        ("silent", "fund", [("Sun 03 Jan", "nous vous proposerons un rappel")]),
        (
            *("filed", "cnil-hdh"),
            [
                ("Tue 30 Mar", "fin des trois mois de la CNIL"),
                ("Wed 31 Mar", "nous vous demanderons si la CNIL vous a écrit"),
            ],
        ),
        ("fresh", "cnil-fund", []),
        ("closed", "fund", []),
    ],
)
def test_the_days_ahead_of_a_demand_are_told_in_words(state, demand, days):
    assert ahead(state, demand) == days


def test_the_nearest_day_of_the_dossier_is_named_with_its_body():
    _dossier, cases, today = told("received")
    found = agenda.nearest(cases.values(), today)
    assert (found.day, plain(found.body)) == ("vendredi 4 décembre 2026", "Le Health Data Hub")


def test_nothing_lies_ahead_of_what_is_over():
    _dossier, cases, today = told("closed")
    assert agenda.nearest(cases.values(), today) is None


def test_a_proposal_is_told_apart():
    _dossier, cases, today = told("silent")
    assert [one.proposes for one in agenda.ahead(cases["fund"], today)] == [True]


@pytest.mark.parametrize(("state", "on"), [("fresh", None), ("warned", day("Thu 2027-12-23"))])
def test_the_end_of_a_quiet_dossier_is_announced_once_the_person_was_warned(state, on):
    _dossier, cases, _today = told(state)
    assert agenda.closing_on(cases["fund"]) == on


def test_what_is_announced_is_what_the_portal_later_says_it_did():
    assert set(steps.DONE) == set(StepKind)
    assert set(steps.AHEAD) < set(StepKind)
