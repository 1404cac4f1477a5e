"""`/dossier/courriel/<secret>/`: the new mailbox says yes, by POST, once or twice."""

import pytest
from django.test import Client

from opposition import clock, vault
from opposition.dossiers import changing, links
from opposition.models import AccessLink, Dossier
from opposition.models.dossier import Purpose
from tests.opposition.views.following.asked import text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
NEW = "ada@exemple.net"


@pytest.fixture
def path(dossier):
    changing.change_email(dossier, NEW, now=clock.now())
    return f"/dossier/courriel/{links.mint(dossier, Purpose.EMAIL)}/"


def index():
    found = Dossier.objects.get().email_index
    return bytes(found) if found else None


def test_looking_changes_nothing(client, path):
    assert "Oui, utiliser cette adresse" in text(client.get(path))
    assert index() is None


def test_the_page_says_nothing_of_the_person_nor_of_the_address(client, path):
    page = text(client.get(path))
    assert [word for word in ("Zoé", "Nguyễn", NEW) if word in page] == []


def test_the_button_changes_the_address_and_opens_the_dossier(client, path):
    response = client.post(path)
    assert (response.status_code, response["Location"]) == (303, "/dossier/")
    assert index() == vault.blind("email", NEW)
    assert client.get("/dossier/fiche/").status_code == 200


def test_whoever_was_in_by_an_old_mail_is_let_in_again(client, dossier, path):
    client.get(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/")
    client.post(path)
    assert client.get("/dossier/fiche/").status_code == 200
    assert AccessLink.objects.filter(purpose=Purpose.MAILED, revoked_at=None).count() == 1


def test_a_second_press_is_harmless(client, path):
    assert [client.post(path).status_code for _ in range(2)] == [303, 303]
    assert index() == vault.blind("email", NEW)


def test_a_post_without_its_token_is_refused(path):
    assert Client(enforce_csrf_checks=True).post(path).status_code == 403
    assert index() is None
