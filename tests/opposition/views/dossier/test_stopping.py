"""Three acts that people take for one; two of them are here, the third is erasing (rule 11)."""

import re

import pytest

from opposition.domain.vocabulary import Kind, State
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.views.dossier.insider import Insider, done, everything, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH = "/dossier/arreter/"
WED = day("Wed 2026-12-30")


def states(me):
    return {name: case.standing.state for name, case in made.cases(me.dossier, me.day).items()}


def buttons(me):
    """What the page offers, and of which demand; « » is the whole dossier."""
    which = r'(?:name="demande" value="([\w-]*)">\s*)?'
    found = re.findall(which + r'(?:<p[^>]*>)?<button[^>]* name="faire" value="(\w+)"', page(me))
    return [(word, reference) for reference, word in found]


def page(me):
    return text(me.get(PATH))


def reference(me, name):
    return me.case(name).demand.reference


def test_all_is_stopped_and_taken_up_again(client):
    me = Insider(client, followed.overdue(), WED)
    before = states(me)
    for _ in range(2):
        assert done(me.post(PATH, {"faire": "arreter"}), "arreter")
    assert set(states(me).values()) == {State.CLOSED}
    assert me.lines("fund") == [(Kind.CLOSED, WED, {})]
    assert buttons(me)[0] == ("reprendre", "")
    for _ in range(2):
        assert done(me.post(PATH, {"faire": "reprendre"}), "reprendre")
    assert states(me) == before
    assert me.lines("fund", 2) == [(Kind.CLOSED, WED, {}), (Kind.REOPENED, WED, {})]


def test_one_demand_is_stopped_with_the_complaint_held_about_it(client):
    me = Insider(client, followed.overdue(), WED)
    told = {"faire": "arreter", "demande": reference(me, "fund")}
    assert done(me.post(PATH, told), "arreter")
    assert states(me) == {
        "fund": State.CLOSED,
        "hdh": State.RECEIVED,
        "cnil-fund": State.CLOSED,
        "cnil-hdh": State.READY,
    }
    assert buttons(me) == [
        ("arreter", ""),
        ("reprendre", reference(me, "fund")),
        ("arreter", reference(me, "hdh")),
    ]
    told = {"faire": "reprendre", "demande": reference(me, "fund")}
    assert done(me.post(PATH, told), "reprendre")
    assert me.case("fund").standing.state is State.RECEIVED


def test_a_complaint_that_has_left_is_a_demand_of_its_own(client):
    me = Insider(client, followed.filed(), day("Mon 2027-01-04"))
    assert [one for _word, one in buttons(me)] == [
        *("", reference(me, "fund")),
        *(reference(me, "hdh"), reference(me, "cnil-hdh")),
    ]


def test_the_page_says_what_each_act_changes(client):
    shown = page(Insider(client, followed.overdue(), WED))
    for words in (
        "Vos lettres restent valables. Un clic suffit pour reprendre.",
        "Le portail ne la propose pas encore.",
        'href="/dossier/effacer/"',
    ):
        assert words in shown


def test_whoever_was_warned_goes_on_by_one_button(client):
    me = Insider(client, followed.warned(), day("Wed 2027-11-24"))
    assert "ce suivi prendra fin le jeudi 23 décembre 2027" in page(me)
    assert buttons(me)[0] == ("garder", "")
    for _ in range(2):
        assert done(me.post(PATH, {"faire": "garder"}), "garder")
    assert me.lines("fund") == [(Kind.KEPT, me.day, {})]
    assert "prendra fin" not in page(me)


def test_the_demand_of_another_dossier_is_none(client):
    other = made.cases(followed.overdue())["fund"].demand.reference
    me = Insider(client, followed.overdue(), WED)
    before = everything()
    assert me.post(PATH, {"faire": "arreter", "demande": other}).status_code == 404
    assert me.post(PATH, {"faire": "tout"}).status_code == 200
    assert everything() == before
