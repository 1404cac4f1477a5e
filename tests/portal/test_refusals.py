"""The pages that say no: status, French words, headers; and that they need nothing to be shown."""

import pytest
from django.http import HttpResponse
from django.test import Client

from portal import refusals
from tests.portal.html import outline

pytestmark = pytest.mark.urls("tests.portal.urls")

TITLES = {
    400: "Demande illisible",
    403: "Accès refusé",
    404: "Page introuvable",
    405: "Action impossible ici",
    413: "Envoi trop volumineux",
    415: "Format non accepté",
    429: "Trop d’envois en peu de temps",
    500: "Une erreur s’est produite",
    503: "Base de données injoignable",
}


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(("status", "title"), TITLES.items())
def test_a_refusal_has_its_status_and_says_in_french_what_happened(visitor, status, title):
    response = visitor.get(f"/essai/{status}/")
    page = outline(response)
    assert response.status_code == status
    assert page.headings == [(1, title)]
    assert page.title == f"{title} · Mes données de santé\u202f: je m’oppose"
    assert f"Erreur {status}" in response.content.decode()


def test_every_refusal_is_listed_here():
    assert refusals.REFUSALS.keys() == TITLES.keys()


@pytest.mark.parametrize(
    ("status", "seconds"), [(429, "60"), (503, "30"), (404, None), (500, None)]
)
def test_a_refusal_that_passes_says_when_to_come_back(visitor, status, seconds):
    assert visitor.get(f"/essai/{status}/").headers.get("Retry-After") == seconds


def test_an_absent_database_is_told_and_nothing_is_lost(visitor):
    page = visitor.get("/essai/503/").content.decode()
    assert "Rien n’est perdu." in page
    assert "Réessayez" in page


@pytest.mark.parametrize("status", TITLES)
def test_a_refusal_keeps_the_house_around_it(visitor, status):
    page = visitor.get(f"/essai/{status}/").content.decode()
    assert '<html lang="fr">' in page
    assert '<p class="demo">' in page
    assert 'href="/mentions-legales/"' in page


def test_a_form_without_its_token_is_sent_back_kindly():
    response = Client(enforce_csrf_checks=True).post("/essai/formulaire/", {"name": "Camille"})
    assert response.status_code == 403
    assert outline(response).headings == [(1, "Formulaire non reconnu")]
    assert "cookie de sécurité" in response.content.decode()


def test_a_form_with_its_token_passes():
    browser = Client(enforce_csrf_checks=True)
    token = browser.get("/essai/formulaire/").content.decode().split('value="')[1].split('"')[0]
    response = browser.post("/essai/formulaire/", {"name": "Camille", "csrfmiddlewaretoken": token})
    assert response.content.decode() == "Camille"


def test_the_token_of_another_site_is_refused():
    browser = Client(enforce_csrf_checks=True)
    token = browser.get("/essai/formulaire/").content.decode().split('value="')[1].split('"')[0]
    response = browser.post(
        "/essai/formulaire/",
        {"name": "Camille", "csrfmiddlewaretoken": token},
        headers={"Origin": "https://ailleurs.example"},
    )
    assert response.status_code == 403


def test_the_contact_stands_on_the_page_when_there_is_one(visitor, settings):
    settings.PUBLISHER = {**settings.PUBLISHER, "contact": "contact@portail.example"}
    assert "Nous écrire\u202f: contact@portail.example" in visitor.get("/rien/").content.decode()


def test_the_500_page_stands_even_when_no_template_can_be_read(visitor, settings):
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": []}]
    response = visitor.get("/essai/500/")
    assert response.status_code == 500
    assert response.content == HttpResponse(refusals.LAST_RESORT).content
    assert outline(response).headings == [(1, "Une erreur s’est produite")]


def test_the_500_page_asks_no_context_processor(visitor, settings):
    options = {"context_processors": ["tests.portal.test_refusals.broken_context"]}
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "OPTIONS": options}]
    response = visitor.get("/")
    assert response.status_code == 500
    assert "Vous n’y êtes pour rien." in response.content.decode()


def broken_context(request):
    raise RuntimeError("a context processor that asks a database which is away")
