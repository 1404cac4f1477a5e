"""The slip itself: what is on it, what it says of its loss, and nothing of the person."""

import re

import pytest

from opposition.dossiers import links
from opposition.models import Dossier
from opposition.models.dossier import Purpose
from opposition.views.following import sheet
from tests.opposition.views.following.asked import code, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def page(client, dossier):
    client.get(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/")
    return text(client.post("/dossier/fiche/"))


def test_address_code_and_dates_are_on_it(page):
    assert '<strong class="place">http://testserver/retrouver/</strong>' in page
    assert len(re.findall(r"<span>[0-9A-Z]{4}</span>", page)) == 7
    assert "<strong>Lundi 30 novembre 2026</strong>" in page
    told = "Votre caisse, le Health Data Hub\u202f: dites si le courrier est parti."
    assert told in page


def test_it_names_nobody(page):
    sheet_ = page.split('<article class="sheet"')[1].split("</article>")[0]
    words = ("Zoé", "Nguyễn", "CPAM", "Montpellier", "7K3M")
    assert [word for word in words if word in sheet_] == []


def test_it_says_what_losing_it_means(page, client, dossier):
    assert "Sans elle, personne ne peut rouvrir ce dossier, pas même nous." in page
    Dossier.objects.update(email=b"x", email_index=b"12345678")
    other = text(client.post("/dossier/fiche/"))
    assert "permet de demander un nouveau lien" in other
    assert "pas même nous" not in other


def test_the_square_is_one_path_without_style_or_words():
    drawn = sheet.square("http://testserver/dossier/" + "A" * 28 + "/")
    assert re.fullmatch(
        r'<svg viewBox="0 0 \d+ \d+" class="qr"><path stroke="#000" d="[Mmhv0-9 .-]+"/></svg>',
        drawn,
    )


def test_the_square_leads_to_the_dossier(client, dossier, monkeypatch):
    seen = []
    monkeypatch.setattr(sheet, "square", lambda address: seen.append(address) or "")
    client.get(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/")
    shown = code(client.post("/dossier/fiche/"))
    assert seen == [f"http://testserver/dossier/{shown.replace('-', '')}/"]


def test_paper_bears_the_portals_own_address_where_it_is_known(client, dossier, settings):
    settings.SITE_URL = "https://portail.example"
    client.get(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/")
    page = text(client.post("/dossier/fiche/"))
    assert '<strong class="place">https://portail.example/retrouver/</strong>' in page
