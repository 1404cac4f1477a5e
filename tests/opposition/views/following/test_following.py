"""`/suivre/`: what is shown before anything is kept, and what stands in the way of it."""

import re

import pytest

from opposition.models import Addressee, Dossier
from tests.opposition.typed import GUARDIAN, PARENT, PERSON, YOUNG
from tests.opposition.views.following.asked import (
    BY_MAIL,
    EMAIL,
    MAILBOX,
    ON_SCREEN,
    PATH,
    REASONS,
    answers,
    follow,
    form,
    kept,
    text,
)

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def heading(response):
    return re.search(r"<h1[^>]*>(.*?)</h1>", text(response))[1]


def test_the_letters_page_offers_it_and_stores_nothing(client):
    page = text(client.post("/s-opposer/", answers()))
    assert '<button class="button" form="parcours" formaction="/suivre/">' in page
    assert kept() == (0, 0, 0)


@pytest.mark.parametrize("person", [PERSON, YOUNG, PARENT, GUARDIAN])
def test_its_page_asks_how_and_for_consent_and_stores_nothing(client, person):
    response = client.post(PATH, answers(person=person))
    assert heading(response) == "Suivre mes demandes"
    assert re.findall(r"<input[^>]* checked", text(response)) == []
    assert 'id="notice-titre"' in text(response)
    assert "grounds_kept" not in text(response)
    assert response["Cache-Control"] == "private, no-cache"
    assert kept() == (0, 0, 0)


def test_all_answers_travel_on_as_hidden_fields(client):
    page = text(client.post(PATH, answers()))
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    typed = {name: value for name, value in answers().items() if isinstance(value, str)}
    assert {name: hidden.get(name) for name in typed} == typed


def test_the_address_typed_before_is_proposed(client):
    page = text(client.post(PATH, answers(person={**PERSON, "email": EMAIL})))
    assert f'name="follow_email" value="{EMAIL}"' in page
    assert re.search(r'name="by" value="courriel"[^>]* checked', page)
    assert not re.search(r'name="consent"[^>]* checked', page)


def test_own_reasons_need_an_agreement_of_their_own(client):
    page = text(client.post(PATH, answers(wording=REASONS)))
    assert 'name="grounds_kept"' in page
    refused = follow(client, ON_SCREEN, wording=REASONS)
    assert "ou retirez vos raisons en revenant à vos réponses" in text(refused)
    assert kept() == (0, 0, 0)
    follow(client, {**ON_SCREEN, "grounds_kept": "on"}, wording=REASONS)
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ({}, "choisissez le courriel, ou la fiche à imprimer."),
        ({"by": "courriel", "consent": "on"}, "indiquez une adresse que vous lisez."),
        ({**BY_MAIL, "consent": ""}, "cochez cette case, ou continuez sans suivi."),
        ({**BY_MAIL, "follow_email": "zoe@"}, "cette adresse n’est pas complète"),
        ({**BY_MAIL, "follow_email": "dpo@cnil.fr"}, "donnez la vôtre"),
        ({**BY_MAIL, "follow_email": "noreply@exemple.net"}, "personne ne lit cette adresse"),
    ],
)
def test_what_lacks_is_said_beside_its_field_and_nothing_is_lost(client, way, sentence):
    page = text(follow(client, way))
    assert page.count(sentence) == 2  # in the summary and beside the field
    assert "À corriger" in page
    if "follow_email" in way:
        assert f'value="{way["follow_email"]}"' in page
    assert 'name="birth_name" value="D’Aubigné-Nguyễn"' in page
    assert kept() == (0, 0, 0)


@pytest.mark.parametrize(
    "more",
    [
        {"birth_date": "31/02/1979"},
        {"fund": "nowhere"},
        {"etape": "caisse"},
        {"etape": "vous", "birth_name": ""},
    ],
)
def test_a_step_that_does_not_hold_is_shown_on_its_own_page_with_all_that_was_typed(client, more):
    response = client.post(PATH, answers() | more | {"suivre": "1"})
    assert (response.status_code, response["Location"]) == (307, "/s-opposer/")
    assert kept() == (0, 0, 0)


def test_a_letter_that_the_press_refuses_leads_back_too(client):
    Addressee.objects.filter(key="sure").update(name="X" * 100)
    assert client.post(PATH, answers()).status_code == 307


def test_forged_fields_open_nothing_more(client):
    forged = {"confirmed_at": "2020-01-01", "status": "closed", "person_index": "x", "dossier": "1"}
    response = client.post(PATH, form(client, BY_MAIL) | forged)
    assert (response.status_code, response["Location"]) == (303, MAILBOX)
    assert Dossier.objects.get().confirmed_at is None


@pytest.mark.parametrize(
    ("path", "title"),
    [
        (PATH, "Suivre mes demandes"),
        (MAILBOX, "Confirmez depuis votre boîte"),
        ("/suivre/?suite=deja", "Ces demandes sont déjà suivies"),
        ("/suivre/?suite=%00x", "Erreur"),
        ("/suivre/?suite=javascript:alert(1)", "Suivre mes demandes"),
    ],
)
def test_what_is_shown_by_a_get_holds_nothing_of_anybody(client, path, title):
    response = client.get(path)
    assert title in text(response)
    assert response.cookies.output() == ""
    assert "alert(1)" not in text(response)
