"""`/dossier/quitter/`: the browser forgets, the dossier stays (T35)."""

import pytest

from opposition.dossiers import links
from opposition.models import Dossier
from opposition.models.dossier import Purpose
from tests.opposition.views.following.asked import text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH = "/dossier/quitter/"


@pytest.fixture
def inside(client, dossier):
    """A browser that is in."""
    client.get(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/")
    return client


def test_the_button_shuts_the_dossier_and_clears_what_the_browser_kept(inside):
    response = inside.post(PATH)
    assert (response.status_code, response["Location"]) == (303, PATH)
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert (response.cookies["dossier"].value, response.cookies["dossier"]["max-age"]) == ("", 0)
    assert inside.get("/dossier/fiche/").status_code == 303
    assert "Votre dossier est fermé" in text(inside.get(PATH))


def test_looking_shuts_nothing(inside):
    assert "Quitter votre dossier" in text(inside.get(PATH))
    assert inside.get("/dossier/fiche/").status_code == 200


def test_leaving_twice_or_from_outside_is_harmless(client, dossier):
    assert [client.post(PATH).status_code for _ in range(2)] == [303, 303]
    assert Dossier.objects.filter(id=dossier.id).exists()


def test_the_links_still_open(inside, dossier):
    inside.post(PATH)
    assert inside.get(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/").status_code == 303
    assert inside.get("/dossier/fiche/").status_code == 200
