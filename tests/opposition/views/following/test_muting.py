"""`/silence/<secret>/`: by a button, or by a mail program's one click, once or ten times (U3)."""

import pytest
from django.test import Client

from opposition.domain.vocabulary import Kind
from opposition.dossiers import links
from opposition.models import Event
from opposition.models.dossier import Purpose
from tests.opposition.views.following.asked import text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
ONE_CLICK = "List-Unsubscribe=One-Click"
URLENCODED = "application/x-www-form-urlencoded"


@pytest.fixture
def path(dossier):
    return f"/silence/{links.mint(dossier, Purpose.MUTE)}/"


def muted(dossier):
    dossier.refresh_from_db()
    return dossier.muted_at is not None, Event.objects.filter(kind=Kind.MUTED).count()


def test_looking_stops_nothing(client, dossier, path):
    assert "Oui, arrêter les mails" in text(client.get(path))
    assert muted(dossier) == (False, 0)


def test_the_button_stops_them_and_says_how_to_have_them_again(client, dossier, path):
    page = text(client.post(path))
    assert "Les mails sont arrêtés" in page
    assert "Pour les recevoir à nouveau" in page
    assert muted(dossier)[0]


@pytest.mark.parametrize("times", [1, 2, 5])
def test_one_click_of_a_mail_program_needs_no_cookie_nor_token(dossier, path, times):
    stranger = Client(enforce_csrf_checks=True)
    for _ in range(times):
        response = stranger.post(path, ONE_CLICK, content_type=URLENCODED)
        assert response.status_code == 200  # RFC 8058, 3.2: no redirection
        assert response.cookies.output() == ""
    lines = Event.objects.filter(kind=Kind.MUTED)
    assert muted(dossier) == (True, lines.values("demand").distinct().count())


def test_it_opens_nothing_else(client, path):
    client.post(path)
    assert client.get("/dossier/fiche/").status_code == 303
