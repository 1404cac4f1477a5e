"""The portal's own pages: what they say, and what they must not promise."""

import re
from itertools import pairwise

import pytest
from django.template.loader import render_to_string

from tests.portal.html import outline

PATHS = ["/", "/vie-privee/", "/mentions-legales/", "/accessibilite/"]
BANNER = (
    "Démonstration\u202f: rien ne part, les dates sont fictives, n’y mettez pas de vrai dossier"
)


def text(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("path", "title", "heading"),
    [
        (
            "/",
            "S’opposer à la réutilisation de ses données de santé",
            "Vos données de santé peuvent servir à des études. Vous pouvez vous y opposer.",
        ),
        ("/vie-privee/", "Vie privée", "Vie privée"),
        ("/mentions-legales/", "Mentions légales", "Mentions légales"),
        ("/accessibilite/", "Accessibilité", "Accessibilité"),
    ],
)
def test_each_page_has_a_title_of_its_own_and_one_first_heading(client, path, title, heading):
    response = client.get(path)
    page = outline(response)
    assert response.status_code == 200
    assert page.title == f"{title} · Mes données de santé\u202f: je m’oppose"
    assert [words for level, words in page.headings if level == 1] == [heading]


@pytest.mark.parametrize("path", PATHS)
def test_headings_go_down_one_level_at_a_time(client, path):
    levels = [level for level, _ in outline(client.get(path)).headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_no_script_and_names_no_other_site(client, path):
    page = outline(client.get(path))
    assert "script" not in page.tags
    assert "style" not in page.tags
    assert [link for link in page.links if not link.startswith(("/", "#"))] == []


@pytest.mark.parametrize("path", PATHS)
def test_a_page_needs_no_cookie(client, path):
    assert client.get(path).cookies.output() == ""


@pytest.mark.parametrize("path", PATHS)
def test_the_demonstration_says_so_on_every_page(client, settings, path):
    assert f'<p class="demo">{BANNER}</p>' in text(client.get(path))
    settings.DEMO = False
    assert "Démonstration" not in text(client.get(path))


def test_home_offers_to_begin_and_to_go_on(client):
    links = outline(client.get("/")).links
    assert "/s-opposer/" in links
    assert "/reprendre/" in links


def test_home_is_told_in_five_lines(client):
    essentials = text(client.get("/")).split('id="essentiel"')[1].split("</dl>")[0]
    assert essentials.count("<dt>") == 5


@pytest.mark.parametrize(
    "honest",
    [
        "le droit d’opposition ne s’applique pas à sa constitution",
        "L’arrêt des usages des services et organismes à accès permanent.",
        "Vos soins et vos remboursements ne changent pas.",
        "aucune raison à donner",
        "ne veut pas dire «\u202fsortie du Health Data Hub\u202f»",
        "Ce que nous gardons\u202f: rien, sauf si vous le demandez",
    ],
)
def test_home_says_what_the_law_gives_and_what_it_does_not(client, honest):
    assert honest in text(client.get("/"))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("word", ["Microsoft", "Azure", "Scaleway", "Privacy Shield", "SecNum"])
def test_no_page_says_who_hosts_the_platform(client, path, word):
    assert word not in text(client.get(path))


@pytest.mark.parametrize("path", ["/vie-privee/", "/mentions-legales/", "/accessibilite/"])
def test_without_a_publisher_the_page_says_that_it_is_missing(client, settings, path):
    settings.PUBLISHER = dict.fromkeys(settings.PUBLISHER, "")
    assert "<dt>Nom</dt><dd>à compléter</dd>" in text(client.get(path))


def test_the_legal_notice_names_publisher_director_host_and_licence(client, settings):
    settings.PUBLISHER = {
        "name": "Les Amis & compagnie",
        "address": "1 rue de l’Exemple, 35000 Rennes",
        "contact": "contact@portail.example",
        "host": "Hébergeur d’Exemple, 2 rue du Test",
        "director": "Camille Exemple",
    }
    settings.SOURCE_URL = "https://code.example/portail"
    response = client.get("/mentions-legales/")
    for words in (
        "Les Amis &amp; compagnie",
        "1 rue de l’Exemple, 35000 Rennes",
        '<a href="mailto:contact@portail.example">contact@portail.example</a>',
        "Hébergeur d’Exemple, 2 rue du Test",
        "Camille Exemple",
        "GNU AGPL version 3",
        '<a href="https://code.example/portail" rel="noreferrer">Obtenir le code source</a>',
    ):
        assert words in text(response)


def test_the_contact_may_be_a_page_instead_of_a_mailbox(client, settings):
    settings.PUBLISHER = {**settings.PUBLISHER, "contact": "02 99 00 00 00"}
    assert "<dd>02 99 00 00 00</dd>" in text(client.get("/mentions-legales/"))


def test_the_privacy_page_names_the_host_as_a_processor(client, settings):
    settings.PUBLISHER = {**settings.PUBLISHER, "host": "Hébergeur d’Exemple"}
    assert "Notre hébergeur (Hébergeur d’Exemple)" in text(client.get("/vie-privee/"))


def test_the_privacy_page_gives_a_period_for_each_thing_processed(client):
    page = text(client.get("/vie-privee/"))
    tables = re.findall("<tbody>.*?</tbody>", page, re.DOTALL)
    counts = [(one.count('<th scope="row">'), one.count("<td>")) for one in tables]
    assert counts == [(5, 5), (4, 4), (3, 3)]


@pytest.mark.parametrize(
    "honest",
    [
        "48 heures, puis il est effacé.",
        "Quatorze mois, puis il est effacé.",
        "Trois ans\u202f: des dates et des codes, sans identité",
        "qui volerait à la fois une sauvegarde et les clés du portail",
        "la personne qui administre la machine et détient ses clés le pourrait techniquement",
        "Refuser n’enlève rien à vos lettres.",
    ],
)
def test_the_privacy_page_says_what_following_keeps_and_for_how_long(client, honest):
    assert honest in text(client.get("/vie-privee/"))


def test_the_accessibility_page_claims_no_audit(client):
    page = text(client.get("/accessibilite/"))
    assert "n’a pas encore été audité" in page
    assert "partiellement conforme" not in page


@pytest.mark.parametrize("path", PATHS)
def test_the_menu_shows_where_one_is(client, path):
    page = text(client.get(path))
    assert f'href="{path}" aria-current="page"' in page or (
        f'<a class="wordmark" href="{path}" aria-current="page"' in page
    )


def test_an_old_browser_finds_the_icon(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (302, "/static/img/favicon.svg")
    icon = client.get(response["Location"])
    assert b"".join(icon).startswith(b"<svg ")
    assert icon["Content-Type"] == "image/svg+xml"


@pytest.mark.parametrize("path", [*PATHS, "/favicon.ico"])
def test_a_page_answers_head_and_refuses_post(client, path):
    assert client.head(path).status_code in (200, 302)
    refused = client.post(path)
    assert refused.status_code == 405
    assert refused["Allow"] == "GET, HEAD"
    assert "Action impossible ici" in text(refused)


def test_the_notice_beside_the_form_says_all_that_article_13_asks(settings, rf):
    settings.PUBLISHER = {**settings.PUBLISHER, "name": "Les Amis", "contact": "a@b.example"}
    notice = render_to_string("parts/notice.html", request=rf.get("/s-opposer/"))
    for words in (
        "<strong>Qui</strong>\u202f: Les Amis\u202f; contact\u202f: a@b.example.",
        "<strong>Pour quoi faire</strong>",
        "<strong>Qui les reçoit</strong>",
        "<strong>Combien de temps</strong>",
        "<strong>Vos droits</strong>",
        'href="/vie-privee/"',
    ):
        assert words in notice
