"""`/s-opposer/` as a browser meets it: pages, files, refusals; never a 500, never a trace."""

import io
import re
import zipfile

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils.html import escape

from letters import nir, press
from letters.press import client as press_client
from opposition import directory
from opposition.models import Addressee
from tests.opposition import typed
from tests.opposition.typed import (
    FUND,
    GUARDIAN,
    PARENT,
    PATH,
    PERSON,
    TYPED_FUND,
    UNSURE,
    WORDING,
    YOUNG,
    letters,
    sent,
)

pytestmark = [pytest.mark.django_db, pytest.mark.db]
NIR = "2 95 10 99 126 111 93"
NOW = "2026-11-23T10:00:00+01:00"


@pytest.fixture(autouse=True)
def day():
    cache.clear()
    typed.load()
    with time_machine.travel(NOW, tick=False):
        yield
    press.close()


@pytest.fixture
def post(client):
    """Sends one form; the answer with its page as text."""

    def post(data, status=200):
        response = client.post(PATH, data)
        assert response.status_code == status
        if response["Content-Type"].startswith("text/html"):
            response.page = response.content.decode()
        return response

    return post


def title(response):
    return re.search(r"<h1>(.*?)</h1>", response.page)[1]


STEPS = [
    (sent("vous"), "Vous"),
    (sent("vous", PERSON), "Votre caisse"),
    (sent("caisse", PERSON, FUND), "Adresses et raisons"),
    (letters(), "Vos courriers sont prêts"),
]


def test_the_first_step_needs_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get(PATH).content.decode()
    assert "<h1>Vous</h1>" in page
    assert 'id="notice-titre"' in page  # rule 19: beside the form from the first page


@pytest.mark.parametrize(("data", "heading"), STEPS)
def test_each_step_is_a_page_that_browsers_may_show_again_and_nobody_else_may_keep(
    post, data, heading
):
    response = post(data)
    assert title(response) == heading
    assert response["Cache-Control"] == "private, no-cache"
    assert set(response.cookies) <= {"csrf"}


def test_nothing_of_the_address_is_read(client):
    page = client.get(PATH, {"birth_name": "Glissé", "etape": "vous"}).content.decode()
    assert "Glissé" not in page


@pytest.mark.parametrize("person", [PERSON, YOUNG, PARENT, GUARDIAN])
@pytest.mark.parametrize("fund", [FUND, TYPED_FUND, {**FUND, "to": ["fund"]}])
def test_everybody_reaches_their_letters(post, person, fund):
    response = post(letters(person=person, fund=fund))
    assert title(response) == "Vos courriers sont prêts"
    assert response.page.count('<article class="letter"') == len(fund["to"])
    account = fund["fund"] == "sure" and person != YOUNG  # of the general regime, and one's own
    assert ("compte sur ameli.fr" in response.page) == account


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (YOUNG, "La réponse peut arriver chez vos parents ou sur leur compte ameli."),
        ({**PARENT, "represents_birth_date": "01/01/2010"}, "Cet enfant a 15 ans ou plus"),
        ({**PERSON, "street": "x" * 40}, "dépasse 38 caractères."),
    ],
)
def test_what_one_should_know_of_the_first_step_is_told_on_the_second(post, person, words):
    assert words in post(sent("vous", person)).page
    assert "<strong>" + words not in post(sent("vous", PERSON)).page


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("34000", "CPAM incertaine"),
        ("97133", "CGSS de Guadeloupe"),
        ("75116", "CPAM de Paris"),
        ("98713", "aucune caisse du régime général pour ce territoire"),
        ("98000", "n’est celui d’aucun département français"),
        ("00000", "n’est celui d’aucun département français"),
    ],
)
def test_a_postal_code_leads_to_its_funds_or_to_the_list(post, code, words):
    directory.load()
    page = post(sent("vous", {**PERSON, "postal_code": code})).page
    assert words in page
    assert '<option value="msa">MSA d’ailleurs</option>' in page


def test_a_postal_code_of_corsica_by_its_department_is_sent_back(post):
    response = post(sent("vous", {**PERSON, "postal_code": "2A004"}))
    assert title(response) == "Vous"
    assert "un code postal français s’écrit en cinq chiffres" in response.page


TEXTS = [
    *(("vous", name) for name in PERSON if name != "who"),
    *(("vous", name) for name in PARENT if name.startswith("represents_")),
    *(("caisse", name) for name in ("other_name", "other_lines")),
    *(("adresses", name) for name in ("hdh_lines", "grounds")),
]


def filled(step, name, value):
    """A journey whose one answer is `value`; the fund is typed where its own fields are tried."""
    person = PARENT if name.startswith("represents_") else PERSON
    fund = TYPED_FUND if name.startswith("other_") else FUND
    wording = {**WORDING, "grounds_consent": "on"}
    return sent(step, person, fund, wording) | {name: value}


@pytest.mark.parametrize(("step", "name"), TEXTS)
def test_a_social_security_number_is_refused_with_its_reason_in_every_field(post, step, name):
    response = post(filled(step, name, NIR))
    assert escape(nir.REFUSAL) in response.page
    assert "À corriger" in response.page


@pytest.mark.parametrize(("step", "name"), TEXTS)
@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}{% x %}"]
)
def test_markup_stays_text_on_every_page(post, step, name, value):
    page = post(filled(step, name, value)).page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert escape(value) in page


@pytest.mark.parametrize(
    "data",
    [
        sent("vous", {**PERSON, "birth_name": "x" * 10_000}),
        sent("vous", {**PERSON, "birth_name": "x" * 100_000}),
        sent("adresses", PERSON, FUND, {**WORDING, "grounds": "<div>" * 900}),
        sent("vous", {**PERSON, "birth_name": "e" + "\u0301" * 20_000}),
    ],
)
def test_what_is_far_too_long_is_refused_in_a_sentence(post, data):
    assert "ce texte est trop long" in post(data).page


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (sent("vous", {**PERSON, "birth_name": "x" * 1_000_000}), 413),
        ({f"field{i}": "x" for i in range(1001)}, 400),
        (sent("vous", {**PERSON, "birth_name": "a\0b"}), 400),
    ],
)
def test_what_no_browser_sends_is_refused_at_the_door(post, data, status):
    post(data, status)


def test_without_its_token_a_form_is_refused_kindly():
    response = Client(enforce_csrf_checks=True).post(PATH, sent("vous", PERSON))
    assert response.status_code == 403
    assert "Formulaire non reconnu" in response.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_another_method_is_refused(client, method):
    assert getattr(client, method)(PATH).status_code == 405


def test_forged_fields_change_nothing_and_come_back_nowhere(post):
    forged = {"status": "closed", "owner": "1", "verified_on": "2026-01-01", "faire": "cnil"}
    response = post(letters(**forged))
    assert title(response) == "Vos courriers sont prêts"
    assert [
        name for name in forged if f'name="{name}" value="{forged[name]}"' in response.page
    ] == []


@pytest.mark.parametrize(
    ("wanted", "name"), [("fund", "courrier-caisse.pdf"), ("hdh", "courrier-hdh.pdf")]
)
def test_each_letter_is_a_pdf_that_nobody_keeps(post, wanted, name):
    response = post(letters(faire=wanted))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["Cache-Control"] == "no-store"
    assert response.content.startswith(b"%PDF-")


def test_the_archive_is_made_in_memory_with_the_words_of_the_page(post):
    references = {"ref_fund": "7K3M-Q4XD", "ref_hdh": "ACDE-FGHJ"}
    response = post(letters(faire="zip", **references))
    assert response["Content-Type"] == "application/zip"
    assert response["Cache-Control"] == "no-store"
    made = zipfile.ZipFile(io.BytesIO(response.content))
    text = made.read("courrier-caisse-texte.txt").decode().replace("\r\n", "\n")
    page = post(letters(**references)).page
    assert f"readonly>\n{escape(text)}</textarea>" in page
    assert "http://testserver/reprendre/" in made.read("LISEZ-MOI.txt").decode()


def test_a_file_asked_for_with_a_wrong_answer_leads_back_to_it(post):
    response = post(letters(person={**PERSON, "birth_date": "31/02/1979"}, faire="zip"))
    assert title(response) == "Vous"
    assert "le 31/02/1979 n’existe pas" in response.page


def test_what_the_press_refuses_leads_back_to_its_question(post):
    Addressee.objects.filter(key="sure").update(name="X" * 100)
    response = post(letters())
    assert title(response) == "Votre caisse"
    assert "ce texte est trop long" in response.page


@pytest.mark.parametrize("wanted", ["fund", "zip"])
def test_when_the_press_fails_nothing_is_lost_and_one_may_try_again(post, monkeypatch, wanted):
    with monkeypatch.context() as patch:
        patch.setattr(press_client, "WALL_SECONDS", 0.0)
        response = post(letters(faire=wanted), status=503)
    assert response["Retry-After"] == "30"
    assert "Le PDF n’a pas pu être fabriqué" in response.page
    assert response.page.count("<details open>") == 2
    kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(.*?)">', response.page))
    assert kept["birth_name"] == escape(PERSON["birth_name"])
    assert post(letters(faire=wanted)).status_code == 200


def test_the_earliest_dates_are_said_to_depend_on_the_receipt(post):
    page = post(letters(ref_fund="7K3M-Q4XD")).page
    assert (
        "Votre caisse (référence 7K3M-Q4XD)\u202f: reçue aujourd’hui, la demande attendrait "
        "réponse avant le 24 décembre 2026." in page
    )


def test_an_unverified_address_warns_against_registered_mail(post):
    warning = "le recommandé est déconseillé"
    assert post(letters(fund={**FUND, "to": ["fund"]})).page.count(warning) == 0
    unsure = {**FUND, "fund": "unsure", "to": ["fund"]}
    assert post(letters(fund=unsure, wording=UNSURE)).page.count(warning) == 1


def test_nothing_is_written_to_the_database(post):
    before = list(Addressee.objects.values())
    for data, _ in STEPS:
        post(data)
    post(letters(faire="zip"))
    assert list(Addressee.objects.values()) == before
