"""`/dossier/fiche/`: nothing by a GET; each POST another code, the former ones kept."""

import pytest
from django.test import Client

from opposition.dossiers import links
from opposition.models import AccessLink
from opposition.models.dossier import Purpose
from tests.opposition.views.following.asked import code, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH = "/dossier/fiche/"


@pytest.fixture
def inside(client, dossier):
    client.get(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/")
    return client


def codes():
    return AccessLink.objects.filter(purpose=Purpose.PRINTED).count()


def test_a_get_makes_no_code(inside):
    before = codes()
    assert "Chaque fiche a son propre code." in text(inside.get(PATH))
    assert codes() == before


def test_each_post_makes_one_that_opens_and_the_former_still_does(inside):
    made = [code(inside.post(PATH)) for _ in range(2)]
    assert len(set(made)) == 2
    for one in made:
        browser = Client()
        assert browser.get(f"/dossier/{one.replace('-', '')}/").status_code == 303
        assert browser.get(PATH).status_code == 200


def test_it_is_kept_by_no_browser(inside):
    assert inside.post(PATH)["Cache-Control"] == "no-store"
