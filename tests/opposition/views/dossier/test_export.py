"""All that the portal knows of a dossier, in one file that no browser keeps by itself."""

import io
import json
import zipfile

import pytest

from letters import press
from letters.press import client as press_client
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.views.dossier.insider import Insider, everything, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH, WED = "/dossier/export/", day("Wed 2026-12-30")


@pytest.fixture(scope="module", autouse=True)
def _press():
    yield
    press.close()


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def one(client):
    return Insider(client, followed.overdue(), WED)


def test_the_file_is_theirs_and_named_after_nobody(client):
    me = one(client)
    answer = me.post(PATH)
    assert answer["Content-Type"] == "application/zip"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"] == 'attachment; filename="dossier.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as made:
        told = json.loads(made.read("dossier.json"))
    assert told["dossier"]["signataire"]["nom_de_naissance"] == "D’Aubigné-Nguyễn"
    assert told["portail"] == "http://testserver/"
    assert told["fait_le"] == "2026-12-30T10:00:00+01:00"


def test_taking_it_home_changes_nothing(client):
    me = one(client)
    me.get("/dossier/")
    before = everything()
    me.post(PATH)
    assert everything() == before


def test_when_the_press_fails_one_may_try_again(client, monkeypatch):
    me = Insider(client, followed.fresh(), day("Tue 2026-11-24"))
    me.say("fund", "poste", on="24/11/2026", channel="ameli")
    letter = me.case("hdh").demand.reference
    with monkeypatch.context() as patch:
        patch.setattr(press_client, "WALL_SECONDS", 0.0)
        # Frozen, and not printed yet: the archive has to print it.
        me.post(f"/dossier/{letter}/courrier/hdh-objection/", {"faire": "pdf"})
        answer = me.post(PATH)
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "Un PDF n’a pas pu être fabriqué" in text(answer)
    assert me.post(PATH).status_code == 200
