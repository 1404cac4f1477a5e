"""The date in large print: the law's, before and after; how far away it lies."""

import pytest

from opposition.views.dossier import clockface
from opposition.views.dossier.clockface import Face
from tests.opposition.domain.journal import day
from tests.opposition.followed import case, plain, told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "demand", "said"),
    [
        ("posted", "fund", ("Nous en reparlerons le", "vendredi 4 décembre 2026", "dans 9 jours")),
        (
            *("received", "fund"),
            ("Réponse attendue au plus tard le", "lundi 28 décembre 2026", "dans 28 jours"),
        ),
        ("overdue", "fund", ("Délai dépassé depuis le", "mardi 29 décembre 2026", "aujourd’hui")),
        (
            *("both silent", "hdh"),
            ("Délai dépassé depuis le", "mardi 29 décembre 2026", "depuis 6 jours"),
        ),
        (
            *("filed", "cnil-hdh"),
            ("Nouvelles attendues au plus tard le", "mardi 30 mars 2027", "dans 85 jours"),
        ),
    ],
)
def test_the_date_that_matters_is_said_with_its_distance(state, demand, said):
    _dossier, cases, today = told(state)
    found = clockface.face(cases[demand], today)
    assert (plain(found.what), found.day, found.distance) == said


@pytest.mark.parametrize(
    ("state", "demand"),
    [
        ("fresh", "fund"),
        ("asked who", "fund"),
        ("answered", "fund"),
        ("filed", "hdh"),
        ("closed", "hdh"),
    ],
)
def test_where_no_clock_runs_no_date_is_large(state, demand):
    _dossier, cases, today = told(state)
    assert clockface.face(cases[demand], today) is None


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("Mon 2026-11-30", "aujourd’hui"),
        ("Tue 2026-12-01", "demain"),
        ("Wed 2026-12-02", "dans 2 jours"),
        ("Sun 2026-11-29", "depuis 1 jour"),
    ],
)
def test_a_distance_is_said_as_people_say_it(on, words):
    assert Face("", day(on), day("Mon 2026-11-30")).distance == words


def test_the_bar_shows_how_much_of_the_month_has_gone():
    _dossier, cases, today = told("received")
    found = clockface.face(cases["fund"], today)
    assert (found.gone, found.span) == (4, 32)


def test_what_is_over_has_no_bar():
    found = clockface.face(case("overdue"), day("Tue 2026-12-29"))
    assert (found.over, found.gone, found.span) == (True, 0, 0)
