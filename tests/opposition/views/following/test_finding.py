"""`/retrouver/`: a code typed as people type, an address that nobody learns anything about (T6)."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from opposition import clock
from opposition.dossiers import links, opening
from opposition.models import Dispatch, Dossier
from opposition.models.dossier import Purpose
from opposition.models.mail import Occasion
from tests.opposition.views.following.asked import BY_MAIL, EMAIL, follow, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH, SENT = "/retrouver/", "/retrouver/?envoye"


def went(response):
    return response.status_code, response.get("Location")


def by_code(client, code):
    return client.post(PATH, {"ouvrir": "1", "code": code})


def by_mail(client, email):
    return client.post(PATH, {"recevoir": "1", "email": email})


@pytest.fixture
def mailed(client):
    """A dossier confirmed from its mailbox."""
    follow(client, BY_MAIL)
    opening.confirm(Dossier.objects.get(), at=clock.now())


def asked():
    return Dispatch.objects.filter(occasion=Occasion.LINK).count()


@pytest.mark.parametrize(
    "copied",
    [
        lambda code: code,
        lambda code: code.lower(),
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
        lambda code: f"  {code.replace('-', ' – ')}\u202f. ",
    ],
)
def test_the_code_opens_however_it_was_copied(client, dossier, copied):
    code = links.mint(dossier, Purpose.PRINTED)
    assert went(by_code(client, copied(code))) == (303, "/dossier/")
    assert client.get("/dossier/fiche/").status_code == 200


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("", "recopiez le code de votre fiche."),
        (
            "ACDE-FGHJ",
            "le code compte 28 signes, en sept groupes de quatre\u202f; il y en a ici 8.",
        ),
        ("OOOO" * 7, "la fiche ne porte jamais O"),
        ("ACDE" * 7, "ce code n’ouvre aucun dossier"),
        ("<script>alert(1)</script>", "la fiche ne porte jamais"),
    ],
)
def test_a_wrong_code_is_said_beside_it_and_stays_to_be_compared(client, dossier, code, sentence):
    page = text(by_code(client, code))
    assert sentence in page
    assert re.search(r'name="code"[^>]*aria-invalid="true"', page)
    assert "<script>alert" not in page
    assert client.get("/dossier/fiche/").status_code == 303


def test_a_mailed_secret_is_no_code(client, dossier):
    assert by_code(client, links.mint(dossier, Purpose.MAILED)).status_code == 200


def test_a_revoked_code_opens_nothing(client, dossier):
    code = links.mint(dossier, Purpose.PRINTED)
    links.revoke(dossier)
    assert "ce code n’ouvre aucun dossier" in text(by_code(client, code))


def test_an_address_known_or_not_has_the_same_answer(client, mailed):
    answers = [by_mail(client, email) for email in (EMAIL, "inconnue@exemple.net")]
    assert [went(answer) for answer in answers] == [(303, SENT)] * 2
    assert answers[0].content == answers[1].content
    assert asked() == 1
    assert "Si un dossier est suivi avec cette adresse" in text(client.get(SENT))


def test_a_dossier_that_waits_for_its_confirmation_gets_no_link(client):
    follow(client, BY_MAIL)
    assert went(by_mail(client, EMAIL)) == (303, SENT)
    assert asked() == 0


def test_three_a_day_for_all_variants_of_an_address(client, mailed, day):
    for email in (EMAIL, "ZOE@exemple.net", "z.o.e@exemple.net", "zoe+x@exemple.net", EMAIL):
        assert went(by_mail(client, email)) == (303, SENT)
        day.shift(timedelta(minutes=1))
    assert asked() == 3


@pytest.mark.parametrize("email", ["", "zoe", "a@[127.0.0.1]", "a@b", "x" * 300 + "@exemple.net"])
def test_what_is_no_address_is_said_and_asks_nothing(client, mailed, email):
    page = text(by_mail(client, email))
    assert re.search(r'name="email"[^>]*aria-invalid="true"', page)
    assert asked() == 0


def test_an_error_in_one_form_leaves_the_other_alone(client):
    page = text(by_code(client, "x"))
    assert page.count('aria-invalid="true"') == 1
    assert "À corriger" in page


def test_a_post_without_its_token_is_refused(mailed):
    assert by_mail(Client(enforce_csrf_checks=True), EMAIL).status_code == 403
    assert asked() == 0


def test_nothing_of_the_address_of_the_page_is_read(client, mailed):
    client.get(PATH, {"email": EMAIL, "recevoir": "1", "code": "x"})
    assert asked() == 0
