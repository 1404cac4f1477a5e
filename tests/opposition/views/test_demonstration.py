"""The demonstration's bar: on every page there, nowhere in production."""

from datetime import timedelta

import pytest
import time_machine
from django.core.mail import EmailMessage

from opposition import clock
from tests.opposition.dossiers import made

TRAVEL, MAILS = "/demo/temps/", "/demo/courriels/"


@pytest.fixture(autouse=True)
def monday(settings, tmp_path):
    settings.VAR_DIR, settings.EMAIL_FILE_PATH = tmp_path, tmp_path / "mails"
    settings.SITE_URL = "http://portail.example"
    with time_machine.travel(made.MORNING, tick=False):
        yield


def page(client, path):
    return client.get(path).content.decode()


@pytest.mark.parametrize(("by", "days"), [("jour", 1), ("semaine", 7)])
@pytest.mark.django_db(transaction=True)
def test_time_moves_on(client, by, days):
    response = client.post(TRAVEL, {"de": by, "retour": "/vie-privee/"})
    assert (response.status_code, response["Location"]) == (302, "/vie-privee/")
    assert clock.today() == made.MORNING.date() + timedelta(days)


@pytest.mark.django_db(transaction=True)
def test_the_next_date_is_lived(client):
    made.confirmed()
    client.post(TRAVEL, {"de": "prochaine", "retour": "/"})
    assert clock.today() == made.MORNING.date() + timedelta(7)


def test_what_it_does_not_know_moves_nothing(client):
    assert client.post(TRAVEL, {"de": "mille ans"}).status_code == 302
    assert clock.moved() is False


@pytest.mark.django_db(transaction=True)
def test_it_says_so_when_it_goes_no_further(client):
    clock.move(clock.FURTHEST)
    response = client.post(TRAVEL, {"de": "jour"})
    assert response.status_code == 400
    assert "La machine ne va pas plus loin" in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/dossier/", "/dossier/"),
        ("//evil.example/", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("\\evil", "/"),
        ("", "/"),
    ],
)
def test_it_comes_back_to_this_very_site(client, asked, led):
    assert client.post(TRAVEL, {"de": "?", "retour": asked})["Location"] == led


def test_every_page_says_which_day_it_is_there(client):
    assert "<strong>lundi 23 novembre 2026</strong>" in page(client, "/vie-privee/")
    assert 'name="retour" value="/vie-privee/"' in page(client, "/vie-privee/")


def test_no_secret_stands_in_the_bar(client, db):
    assert 'name="retour" value="/"' in page(client, f"/confirmer/{'x' * 32}/")


def test_the_mails_that_would_have_left_are_shown(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    body = "<b>Bonjour</b>\nhttp://portail.example/dossier/abc/"
    EmailMessage("Avis", body, "portail@example.org", ["zoe@example.net"]).send()
    shown = page(client, MAILS)
    assert "<h2>Avis</h2>" in shown
    assert "&lt;b&gt;Bonjour&lt;/b&gt;<br>" in shown
    assert '<a href="/dossier/abc/">http://portail.example/dossier/abc/</a>' in shown


def test_an_empty_box_says_so(client):
    assert "Aucun pour l’instant." in page(client, MAILS)


@pytest.mark.parametrize(("method", "path"), [("post", TRAVEL), ("get", MAILS)])
def test_production_has_none_of_it(client, settings, method, path):
    settings.DEMO = False
    assert getattr(client, method)(path).status_code == 404
    assert 'class="time-machine"' not in page(client, "/vie-privee/")
