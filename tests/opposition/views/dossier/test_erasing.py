"""« Effacer ce dossier »: read what is lost, tick a box, goodbye; nothing of it stays."""

import pytest
from django.test import Client

from opposition.dossiers import links
from opposition.models import AccessLink, Dispatch, Dossier, Letter
from opposition.views.following import entry
from tests.opposition import followed, traces
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.views.dossier.insider import Insider, errors, everything, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH, WED = "/dossier/effacer/", day("Wed 2026-12-30")
SURE = {"sure": "on"}


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def one(client):
    return Insider(client, followed.overdue(), WED)


def left():
    models = (Dossier, AccessLink, Dispatch, Letter)
    return [model.objects.count() for model in models]


def test_first_what_is_lost_and_a_copy_to_take_home_then_the_box(client):
    me = one(client)
    first, second = text(me.get(PATH)), text(me.get(f"{PATH}?suite=1"))
    assert 'action="/dossier/export/"' in first
    assert 'href="?suite=1"' in first
    assert "Elles continueront d’arriver chez vous" in first
    assert 'name="sure"' not in first
    assert 'type="checkbox" name="sure"' in second
    assert "checked" not in second


def test_the_box_and_the_button_erase_and_say_goodbye(client, var):
    me = one(client)
    answer = me.post(PATH, SURE)
    assert answer.status_code == 200
    assert "<h1>Votre dossier est effacé</h1>" in text(answer)
    assert answer.cookies[entry.cookie()].value == ""
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert answer["Cache-Control"] == "no-store"
    assert left() == [0, 0, 0, 0]
    assert (var / "tombstones").read_text().startswith(str(me.dossier.id))
    assert traces.of("Aubigné") == []
    assert me.get("/dossier/").status_code == 303


@pytest.mark.parametrize("data", [{}, {"sure": ""}, {"faire": "effacer"}])
def test_without_the_box_nothing_is_erased(client, data):
    me = one(client)
    before = everything()
    answer = me.post(PATH, data)
    assert errors(answer) == {"sure": "cochez cette case pour effacer."}
    assert everything() == before


def test_a_second_click_says_goodbye_too(client):
    """The browser sends the cookie that it had when the first click had not been answered."""
    me = one(client)
    me.get(PATH)
    had = client.cookies[entry.cookie()].value
    me.post(PATH, SURE)
    client.cookies[entry.cookie()] = had
    assert "<h1>Votre dossier est effacé</h1>" in text(me.post(PATH, SURE))
    assert me.get(PATH)["Location"] == "/retrouver/"


def test_whoever_is_not_in_is_never_told_that_a_dossier_is_erased(client):
    me = one(client)
    me.get(PATH)
    links.revoke(me.dossier)
    for stranger in (client, Client()):
        answer = stranger.post(PATH, SURE)
        assert (answer.status_code, answer["Location"]) == (303, "/retrouver/")
    forged = Client()
    forged.cookies[entry.cookie()] = "autre:chose"
    assert forged.post(PATH, SURE)["Location"] == "/retrouver/"
    assert Dossier.objects.count() == 1


def test_another_dossier_is_not_touched(client):
    other = followed.overdue()
    one(client).post(PATH, SURE)
    assert [dossier.id for dossier in Dossier.objects.all()] == [other.id]
    assert len(made.cases(other, WED)) == 4
