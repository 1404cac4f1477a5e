"""The notices by mail: stopped and taken up again by one button each."""

import pytest

from opposition.domain.vocabulary import Kind
from opposition.models import Dossier
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.views.dossier.insider import Insider, done, everything, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH, TUESDAY = "/dossier/avis/", day("Tue 2026-11-24")


def one(client, email=made.ADDRESS):
    return Insider(client, followed.fresh(email=email), TUESDAY)


def muted(me):
    return Dossier.objects.get(id=me.dossier.id).muted_at is not None


def test_they_stop_and_come_again(client):
    me = one(client)
    assert 'name="faire" value="arreter"' in text(me.get(PATH))
    for _ in range(2):
        assert done(me.post(PATH, {"faire": "arreter"}), "avis")
    assert (muted(me), me.lines("fund")) == (True, [(Kind.MUTED, TUESDAY, {})])
    assert 'name="faire" value="reprendre"' in text(me.get(PATH))
    for _ in range(2):
        assert done(me.post(PATH, {"faire": "reprendre"}), "avis")
    assert (muted(me), me.lines("fund")) == (False, [(Kind.UNMUTED, TUESDAY, {})])
    assert me.count("fund") == 4


def test_without_a_mailbox_there_is_nothing_to_stop(client):
    page = text(one(client, email="").get(PATH))
    assert "aucun avis ne part" in page
    assert "<form" not in page.partition("<main")[2]


@pytest.mark.parametrize("button", ["", "effacer"])
def test_a_button_that_is_not_there_does_nothing(client, button):
    me = one(client)
    before = everything()
    assert me.post(PATH, {"faire": button}).status_code == 200
    assert everything() == before
