"""One form makes one dossier, however often and wherever it is sent from (reliability W14, T2)."""

from datetime import timedelta

import pytest
from django.test import Client

from opposition.models import AccessLink, Demand, Dispatch, Dossier
from opposition.models.dossier import Purpose
from opposition.models.mail import Status
from tests.opposition.typed import FUND, PARENT, PERSON, TYPED_FUND
from tests.opposition.views.following.asked import (
    ALREADY,
    BY_MAIL,
    EMAIL,
    MAILBOX,
    ON_SCREEN,
    PATH,
    REFERENCES,
    code,
    follow,
    form,
    kept,
    text,
)

pytestmark = [pytest.mark.django_db, pytest.mark.db]
DAY, MONTH = timedelta(days=1), timedelta(days=30)


def went(response):
    return response.status_code, response.get("Location")


def test_by_mail_the_dossier_waits_for_its_mailbox(client):
    assert went(follow(client, BY_MAIL)) == (303, MAILBOX)
    assert kept() == (1, 0, 1)
    assert Dossier.objects.get().confirmed_at is None
    assert "dossier" not in client.cookies


def test_on_screen_it_is_confirmed_and_open_at_once_and_its_code_works(client):
    response = follow(client, ON_SCREEN)
    assert '<h1 id="fiche">Votre fiche de suivi</h1>' in text(response)
    dossier = Dossier.objects.get()
    assert (dossier.email, dossier.confirmed_at is None) == (None, False)
    assert went(client.post("/dossier/fiche/")) == (200, None)
    found = Client().post("/retrouver/", {"ouvrir": "1", "code": code(response)})
    assert went(found) == (303, "/dossier/")


def test_the_requests_bear_the_references_of_the_letters(client):
    follow(client, ON_SCREEN)
    requests = Demand.objects.requests().values_list("reference", flat=True)
    assert sorted(requests) == sorted(REFERENCES.values())


@pytest.mark.parametrize("way", [BY_MAIL, ON_SCREEN])
def test_a_double_click_and_back_and_again_make_one(client, way):
    sent = form(client, way)
    answers = {went(client.post(PATH, sent)) for _ in range(3)}
    assert answers == ({(303, MAILBOX)} if way is BY_MAIL else {(200, None)})
    assert (Dossier.objects.count(), Dispatch.objects.count()) == (1, int(way is BY_MAIL))


@pytest.mark.parametrize("way", [BY_MAIL, ON_SCREEN])
def test_two_tabs_opened_from_the_letters_make_one(client, way):
    first, second = form(client, way), form(client, way)
    client.post(PATH, first)
    client.post(PATH, second)
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize("way", [BY_MAIL, ON_SCREEN])
def test_a_page_sent_again_after_a_month_makes_nothing_and_says_so(client, day, way):
    sent = form(client, way)
    client.post(PATH, sent)
    day.shift(MONTH)
    page = text(client.post(PATH, sent))
    assert "Cette page était ouverte depuis plus d’un jour." in page
    assert Dossier.objects.count() == 1


def test_a_page_left_open_for_a_day_opens_nothing_until_it_is_sent_again(client, day):
    sent = form(client, ON_SCREEN)
    day.shift(DAY + timedelta(seconds=1))
    page = text(client.post(PATH, sent))
    assert kept() == (0, 0, 0)
    assert 'name="consent"' in page
    assert follow(client, ON_SCREEN).status_code == 200
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize("forged", ["", "x", "x" * 5_000, "é:1:2"])
def test_a_key_that_is_not_ours_opens_nothing(client, forged):
    client.post(PATH, form(client, ON_SCREEN) | {"cle": forged})
    assert kept() == (0, 0, 0)


def test_the_key_of_one_form_opens_no_other(client):
    mine = form(client, ON_SCREEN)
    theirs = form(client, ON_SCREEN, person={**PERSON, "given_names": "Ada"})
    client.post(PATH, theirs | {"cle": mine["cle"]})
    assert kept() == (0, 0, 0)


def test_a_mother_and_her_two_children_have_three(client):
    for person in (
        PERSON,
        PARENT,
        {**PARENT, "represents_given_names": "Léa"},
    ):
        follow(client, ON_SCREEN, person=person)
    assert Dossier.objects.count() == 3


def test_after_five_minutes_the_page_in_the_history_opens_nothing(client, day):
    sent = form(client, ON_SCREEN)
    client.post(PATH, sent)
    client.cookies.clear()
    day.shift(timedelta(minutes=5, seconds=1))
    before = kept()
    response = client.post(PATH, sent)
    assert went(response) == (303, ALREADY)
    assert (kept(), "dossier" in client.cookies) == (before, False)


def test_sent_again_when_no_mail_was_seen_it_asks_again_within_the_limits(client, day):
    sent = form(client, BY_MAIL)
    mails = []
    for _ in range(6):
        assert went(client.post(PATH, sent)) == (303, MAILBOX)
        mails.append(Dispatch.objects.count())
        day.shift(timedelta(minutes=11))
    assert mails == [1, 2, 3, 3, 3, 3]
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize(
    "variant", ["zoe@exemple.net", "ZOE@exemple.net", "z.oe@exemple.net", "zoe+1@EXEMPLE.net"]
)
def test_the_variants_of_an_address_are_one_mailbox(client, variant):
    follow(client, BY_MAIL)
    other = {**PERSON, "given_names": "Ada"}
    assert went(follow(client, {**BY_MAIL, "follow_email": variant}, person=other)) == (
        303,
        MAILBOX,
    )
    assert (Dossier.objects.count(), Dispatch.objects.count()) == (2, 1)


def test_a_mistyped_address_is_corrected_and_can_no_longer_confirm(client):
    sent = form(client, {**BY_MAIL, "follow_email": "zoë@exemple.net".replace("ë", "e0")})
    client.post(PATH, sent)
    first = Dossier.objects.get()
    client.post(PATH, sent | {"follow_email": EMAIL})
    assert Dossier.objects.count() == 2
    assert [row.status for row in first.dispatches.all()] == [Status.DROPPED]
    client.post(PATH, sent | {"follow_email": EMAIL})
    assert Dossier.objects.count() == 2


def test_a_dossier_that_waits_for_a_mailbox_is_never_confirmed_on_screen(client):
    sent = form(client, BY_MAIL)
    client.post(PATH, sent)
    waiting = Dossier.objects.get()
    client.post(PATH, sent | ON_SCREEN)
    waiting.refresh_from_db()
    assert waiting.confirmed_at is None
    assert Dossier.objects.confirmed().get().email is None


def test_once_confirmed_the_same_form_opens_no_second_one(client):
    sent = form(client, ON_SCREEN)
    client.post(PATH, sent)
    assert went(client.post(PATH, sent | BY_MAIL)) == (303, ALREADY)
    assert Dossier.objects.count() == 1


def test_the_code_is_stored_nowhere(client):
    shown = code(follow(client, ON_SCREEN))
    assert len(shown) == 34
    stored = [
        bytes(link.fingerprint) for link in AccessLink.objects.filter(purpose=Purpose.PRINTED)
    ]
    assert [shown.encode() in one for one in stored] == [False]


def test_a_fund_that_the_person_typed_is_followed_too(client):
    assert follow(client, ON_SCREEN, fund=TYPED_FUND).status_code == 200
    assert Demand.objects.requests().filter(addressee=None).count() == 1


def test_one_body_alone_may_be_followed(client):
    follow(client, ON_SCREEN, fund={**FUND, "to": ["hdh"]})
    assert Demand.objects.requests().get().reference == REFERENCES["ref_hdh"]
