"""`/confirmer/<secret>/`: looking does nothing, the button confirms once, and opens."""

import re

import pytest
from django.test import Client

from opposition.domain.vocabulary import Kind
from opposition.dossiers import links
from opposition.models import Dossier, Event
from opposition.models.dossier import Purpose
from tests.opposition.views.following.asked import BY_MAIL, follow, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def path(client):
    """The address in the mail."""
    follow(client, BY_MAIL)
    return f"/confirmer/{links.mint(Dossier.objects.get(), Purpose.CONFIRM)}/"


def confirmations():
    return Event.objects.filter(kind=Kind.CONFIRMED).count()


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_confirms_nothing(client, path, method):
    for _ in range(3):
        response = getattr(client, method)(path, headers={"user-agent": "SafeLinks"})
        assert response.status_code == 200
    assert Dossier.objects.get().confirmed_at is None
    assert "dossier" not in client.cookies


def test_the_page_says_nothing_of_the_person(client, path):
    page = text(client.get(path))
    assert [word for word in ("Zoé", "Nguyễn", "zoe@exemple.net", "7K3M") if word in page] == []
    assert "Sinon, fermez cette page" in page


def test_the_button_confirms_and_opens(client, path):
    response = client.post(path)
    assert (response.status_code, response["Location"]) == (303, "/dossier/")
    assert Dossier.objects.get().confirmed_at is not None
    assert client.get("/dossier/fiche/").status_code == 200


def test_a_second_press_and_a_second_tab_open_and_confirm_nothing_twice(client, path):
    client.post(path)
    once = confirmations()
    again = [client.post(path), Client().post(path)]
    assert [response.status_code for response in again] == [303, 303]
    assert "Le suivi est confirmé" in text(client.get(path))
    assert confirmations() == once


def test_a_post_without_its_token_is_refused(path):
    assert Client(enforce_csrf_checks=True).post(path).status_code == 403
    assert Dossier.objects.get().confirmed_at is None


def test_a_person_who_comes_from_a_webmail_can_confirm(path):
    browser = Client(enforce_csrf_checks=True)
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', text(browser.get(path)))[1]
    response = browser.post(path, {"csrfmiddlewaretoken": token})
    assert response["Location"] == "/dossier/"
