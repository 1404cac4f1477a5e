"""« Corriger cette date », « cette ligne est une erreur »: by the line that the page names."""

import pytest

from opposition.domain.vocabulary import Kind
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.dossiers.made import SLIP
from tests.opposition.views.dossier.insider import Insider, done, errors, plain, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = day("Mon 2026-11-30")
RECEIVED = 4  # the line of the receipt, after: prepared, confirmed, sent


def one(client):
    return Insider(client, followed.received(), TODAY)


def test_the_page_of_the_dossier_leads_to_each_line_that_may_be_corrected(client):
    me = one(client)
    link = f"{me.path('fund', 'corriger')}?ligne={RECEIVED}"
    assert f'href="{link}"' in text(me.get("/dossier/"))
    page = plain(text(me.get(link)))
    assert "Corriger cette date ?" in page
    assert "<strong>Arrivée du courrier" in page
    assert "jeudi 26 novembre 2026" in page
    assert f'href="{me.path("fund", "annuler")}?ligne={RECEIVED}"' in page


def test_a_corrected_date_moves_what_depends_on_it(client):
    me = one(client)
    assert me.case("fund").plan.deadline.due == day("Mon 2026-12-28")
    answer = me.say("fund", "corriger", line=RECEIVED, on="30/11/2026")
    assert done(answer, "corriger", me.case("fund").demand.reference)
    assert me.lines("fund", 2) == [
        (Kind.CORRECTED, TODAY, {"replaces": RECEIVED}),
        (Kind.RECEIVED, TODAY, {"evidence": SLIP}),
    ]
    assert me.case("fund").plan.deadline.due == day("Wed 2026-12-30")


def test_a_line_said_by_mistake_no_longer_counts(client):
    me = one(client)
    answer = me.say("fund", "annuler", line=RECEIVED)
    assert done(answer, "annuler", me.case("fund").demand.reference)
    assert me.lines("fund") == [(Kind.CORRECTED, TODAY, {"replaces": RECEIVED})]
    assert me.case("fund").standing.sending.received_on is None


@pytest.mark.parametrize(
    ("word", "data", "lines"), [("corriger", {"on": "27/11/2026"}, 2), ("annuler", {}, 1)]
)
def test_pressed_twice_it_is_done_once(client, word, data, lines):
    me = one(client)
    before = me.count("fund")
    form = me.open("fund", word, line=RECEIVED) | data
    for _ in range(3):
        answer = me.post(me.path("fund", word), form)
        assert done(answer, word, me.case("fund").demand.reference)
    assert me.count("fund") == before + lines


def test_a_line_corrected_already_offers_nothing(client):
    me = one(client)
    me.say("fund", "annuler", line=RECEIVED)
    for word in ("corriger", "annuler"):
        page = text(me.get(f"{me.path('fund', word)}?ligne={RECEIVED}"))
        assert "Cette ligne ne se corrige pas, ou l’a déjà été." in page
        assert '<form id="parcours"' not in page
    answer = me.post(
        me.path("fund", "corriger"), {"ligne": RECEIVED, "on": "28/11/2026", "vu": "9"}
    )
    assert errors(answer) == {"": "Cette ligne ne se corrige pas, ou l’a déjà été."}


def test_a_day_that_cannot_be_keeps_the_line_and_what_was_typed(client):
    me = one(client)
    answer = me.say("fund", "corriger", line=RECEIVED, on="23/11/2026")
    assert errors(answer) == {"on": "cette date est avant celle de l’envoi, le 24 novembre 2026."}
    page = text(answer)
    assert f'name="ligne" value="{RECEIVED}"' in page
    assert 'value="23/11/2026"' in page


def test_a_line_of_the_portal_is_not_the_persons_to_strike(client):
    me = Insider(client, followed.warned(), day("Wed 2027-11-24"))
    line = me.case("fund").last
    page = text(me.get(f"{me.path('fund', 'annuler')}?ligne={line}"))
    assert "Cette ligne ne se corrige pas, ou l’a déjà été." in page
    answer = me.post(me.path("fund", "annuler"), {"ligne": line, "vu": line})
    assert errors(answer) == {"": "Cette ligne ne se corrige pas, ou l’a déjà été."}
