"""`/dossier/<secret>/`: the secret is left behind with its path; a stranger's finds nothing."""

import pytest

from opposition.dossiers import links
from opposition.models import AccessLink
from opposition.models.dossier import Purpose

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def printed(dossier):
    return links.mint(dossier, Purpose.PRINTED)


@pytest.mark.parametrize(
    "make",
    [
        lambda dossier: links.mint(dossier, Purpose.MAILED),
        printed,
        lambda dossier: printed(dossier).replace("-", ""),
        lambda dossier: printed(dossier).lower(),
    ],
)
def test_a_mailed_and_a_printed_link_open(client, dossier, make):
    response = client.get(f"/dossier/{make(dossier)}/")
    assert (response.status_code, response["Location"]) == (303, "/dossier/")
    assert response["Cache-Control"] == "no-store"
    assert client.get("/dossier/fiche/").status_code == 200


def test_it_can_be_used_again_and_uses_nothing_up(client, dossier):
    path = f"/dossier/{links.mint(dossier, Purpose.MAILED)}/"
    before = list(AccessLink.objects.values())
    for method in (client.get, client.head, client.get):
        assert method(path).status_code == 303
    assert list(AccessLink.objects.values()) == before


def test_it_takes_no_post(client, dossier):
    assert client.post(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/").status_code == 405


def test_a_revoked_link_puts_out_whoever_came_by_it(client, dossier):
    client.get(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/")
    links.revoke(dossier)
    assert client.get("/dossier/fiche/")["Location"] == "/retrouver/"
