"""Every older way in is shut; whoever has shut them stays in (rule 3)."""

import pytest
from django.test import Client

from opposition.dossiers import links
from opposition.models import AccessLink
from opposition.models.dossier import Purpose
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.views.dossier.insider import Insider, done, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH, TUESDAY = "/dossier/liens/", day("Tue 2026-11-24")


def live():
    return list(AccessLink.objects.filter(revoked_at=None))


def test_links_and_codes_given_before_open_nothing_any_more(client):
    dossier = followed.fresh()
    mailed, printed = (links.mint(dossier, p) for p in (Purpose.MAILED, Purpose.PRINTED))
    stranger = Client()
    assert stranger.get(f"/dossier/{mailed}/").status_code == 303
    assert stranger.get("/dossier/").status_code == 200
    me = Insider(client, dossier, TUESDAY)
    assert done(me.post(PATH), "liens")
    assert live() == [me.link]
    for secret in (mailed, printed.replace("-", "")):
        assert Client().get(f"/dossier/{secret}/").status_code == 404
    assert stranger.get("/dossier/").status_code == 303  # to the ways in: the cookie is worth none


def test_a_second_click_finds_the_door_open(client):
    me = Insider(client, followed.fresh(), TUESDAY)
    assert [done(me.post(PATH), "liens") for _ in range(2)] == [True, True]
    assert me.get("/dossier/").status_code == 200


def test_the_links_of_another_dossier_are_not_touched(client):
    other = followed.fresh()
    links.mint(other, Purpose.PRINTED)
    me = Insider(client, followed.fresh(), TUESDAY)
    me.post(PATH)
    assert {link.dossier_id for link in live()} == {other.id, me.dossier.id}


def test_the_page_says_what_stays_valid_and_what_to_do_without_a_mailbox(client):
    by_slip = Insider(client, followed.fresh(), TUESDAY, Purpose.PRINTED)
    page = text(by_slip.get(PATH))
    assert "reste valable lui aussi" in page
    assert "faites aussitôt une nouvelle fiche" in page
    client.cookies.clear()
    by_mail = Insider(client, followed.fresh(email=made.ADDRESS), TUESDAY)
    page = text(by_mail.get(PATH))
    assert "reste valable lui aussi" not in page
    assert "Les prochains avis porteront un lien neuf" in page
