"""The page of a letter: the words, the copies, the ways; its locks; what a complaint asks first."""

import re

import pytest
from django.test import Client
from django.utils.html import escape

from letters import press
from opposition.domain.vocabulary import AnswerCode, Channel, Scope
from opposition.dossiers import acts
from opposition.models import Letter
from opposition.views.dossier import papers
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import LATE, SENT, act
from tests.opposition.followed import both_silent, fresh, plain, silent, told
from tests.opposition.typed import GUARDIAN, TYPED_FUND, YOUNG
from tests.opposition.views.dossier.looking import letter, look, rows, words
from tests.opposition.views.dossier.looking import press as push

pytestmark = [pytest.mark.django_db, pytest.mark.db]
SILENCE = "cnil-complaint-silence"
SAID = "?court=no&disclose=yes"


@pytest.fixture(scope="module", autouse=True)
def _press():
    yield
    press.close()


def page(client, dossier, name, key, today=SENT, *, query="", status=200):
    path = letter(made.cases(dossier, today)[name], key) + query
    return look(client, dossier, today, path, status)


def button(client, dossier, name, key, today=SENT, *, status=200, **data):
    path = letter(made.cases(dossier, today)[name], key)
    return push(client, dossier, today, path, status, **data)


def title(response):
    return plain(re.search(r"<h1>(.*?)</h1>", response.page)[1])


OPEN = [
    ("fresh", "fund", "fund-objection", "Votre lettre"),
    ("fresh", "hdh", "hdh-objection", "Votre lettre"),
    ("unproved", "hdh", "hdh-objection", "Votre lettre"),
    ("returned", "hdh", "hdh-objection", "Votre lettre"),
    ("silent", "fund", "reminder-1", "Le rappel"),
    ("both silent", "cnil-hdh", SILENCE + "/" + SAID, "La plainte"),
    ("refused", "cnil-fund", "cnil-complaint-refusal/" + SAID, "La plainte"),
]


@pytest.mark.parametrize(("state", "name", "key", "heading"), OPEN)
def test_an_open_letter_is_read_and_looking_changes_nothing(client, state, name, key, heading):
    dossier, _cases, today = told(state)
    key, _, query = key.partition("/")
    before = rows()
    response = page(client, dossier, name, key, today, query=query)
    assert rows() == before
    assert title(response) == heading
    assert response.page.count('<article class="letter"') == 1
    assert response["Cache-Control"] == "no-store"


def test_every_letter_of_a_dossier_has_a_title():
    assert set(papers.TITLES) == {key.split("/")[0] for _, _, key, _ in OPEN} | {"reminder-2"}


LOCKED = [
    (
        "received",
        "fund",
        "fund-objection",
        "Cette demande est arrivée : elle n’est plus à envoyer.",
    ),
    (
        *("received", "fund", "reminder-1"),
        "L’organisme peut répondre jusqu’au lundi 28 décembre 2026 inclus.",
    ),
    (
        *("overdue", "fund", "reminder-1"),
        (
            "Dites d’abord si vous avez reçu quelque chose depuis la fin du délai : "
            "courrier, message ameli, mail."
        ),
    ),
    ("silent", "fund", "reminder-2", "Le premier rappel n’est pas encore parti."),
    ("fresh", "cnil-hdh", SILENCE, "Le courrier n’est pas encore parti."),
    ("closed", "hdh", "hdh-objection", "Cette demande est close."),
]


@pytest.mark.parametrize(("state", "name", "key", "because"), LOCKED)
def test_a_letter_that_is_locked_says_why_and_is_not_made(client, state, name, key, because):
    dossier, _cases, today = told(state)
    for response in (
        page(client, dossier, name, key, today, status=404),
        button(client, dossier, name, key, today, faire="pdf", status=404),
    ):
        assert title(response).endswith(": pas encore")
        assert because in words(response.page)
    button(client, dossier, name, key, today, faire="refaire", status=303)
    assert Letter.objects.count() == 0


@pytest.mark.parametrize("key", ["fund-objection", "open-letter", SILENCE, "inconnu"])
def test_a_letter_that_the_demand_does_not_have_is_not_found(client, key):
    response = page(client, fresh(), "hdh", key, status=404)
    assert title(response) == "Page introuvable"


def test_a_letter_of_somebody_else_is_not_found(client):
    other = letter(made.cases(fresh())["hdh"], "hdh-objection")
    response = look(client, made.confirmed(), SENT, other, 404)
    assert title(response) == "Page introuvable"


def test_without_a_cookie_one_is_shown_the_ways_in(client):
    path = letter(made.cases(fresh())["hdh"], "hdh-objection")
    assert client.get(path)["Location"] == "/retrouver/"
    assert client.post(path, {"faire": "pdf"})["Location"] == "/retrouver/"
    assert Letter.objects.count() == 0


def test_the_ways_come_in_the_order_of_the_rules_with_their_words(client):
    seen = words(page(client, fresh(), "fund", "fund-objection").page)
    places = [
        seen.index(way) for way in ("compte ameli", "Écrivez à dpo@sure.example", "Lettre verte")
    ]
    assert places == sorted(places)
    assert "Texte court" in seen
    assert "Prix lus le 21/11/2026" in seen


@pytest.mark.parametrize(
    ("name", "key", "warned"),
    [("fund", "fund-objection", False), ("hdh", "hdh-objection", True)],
)
def test_an_address_that_nobody_verified_is_compared_before_printing(client, name, key, warned):
    seen = words(page(client, fresh(), name, key).page)
    assert ("Avant d’imprimer, comparez l’adresse" in seen) is warned
    assert ("Adresse vérifiée par le portail le 01/11/2026." in seen) is not warned


def test_an_address_that_the_person_gave_is_said_to_be_theirs(client):
    dossier = fresh(told=made.answers(fund=TYPED_FUND))
    seen = words(page(client, dossier, "fund", "fund-objection").page)
    assert "Adresse que vous avez donnée." in seen
    assert "3 chemin des Alpages" in seen


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (
            YOUNG,
            "Le compte ameli n’est pas proposé : avant 18 ans, c’est souvent celui des parents.",
        ),
        (GUARDIAN, "Joignez la copie d’un document qui montre à quel titre vous agissez"),
    ],
)
def test_who_writes_is_taken_into_account(client, person, said):
    dossier = fresh(told=made.answers(person=person))
    assert said in words(page(client, dossier, "fund", "fund-objection").page)


@pytest.mark.parametrize(
    ("state", "name", "key", "link"),
    [
        ("fresh", "hdh", "hdh-objection", "poste"),
        ("silent", "fund", "reminder-1", "rappel"),
        ("silent", "cnil-fund", SILENCE + "/" + SAID, "depose"),
    ],
)
def test_the_next_step_is_to_say_that_it_has_left(client, state, name, key, link):
    dossier, cases, today = told(state)
    key, _, query = key.partition("/")
    seen = page(client, dossier, name, key, today, query=query).page
    assert f'<a class="button" href="/dossier/{cases[name].demand.reference}/{link}/">' in seen


def test_a_complaint_first_asks_its_two_questions(client):
    dossier, _cases, today = told("silent")
    response = page(client, dossier, "cnil-fund", SILENCE, today)
    assert re.findall(r"<legend>(.*?)</legend>", plain(response.page)) == [
        "Une juridiction est-elle déjà saisie de cette affaire ?",
        "La CNIL peut-elle donner votre identité à l’organisme en cause ?",
    ]
    assert '<form id="parcours" method="get"' in response.page
    assert "<article" not in response.page


@pytest.mark.parametrize(
    ("query", "boxes"),
    [(SAID, False), ("?court=&disclose=", True), ("?court=no&disclose=", True)],
)
def test_what_stays_unsaid_leaves_boxes_to_tick(client, query, boxes):
    dossier, _cases, today = told("silent")
    response = page(client, dossier, "cnil-fund", SILENCE, today, query=query)
    assert ("☐ Aucune juridiction" in response.page) is boxes


def test_another_answer_is_told_beside_its_question(client):
    dossier, _cases, today = told("silent")
    query = "?court=<script>&disclose=yes"
    response = page(client, dossier, "cnil-fund", SILENCE, today, query=query)
    assert "Une réponse est à revoir" in plain(response.page)
    assert "<script>" not in response.page


def test_a_complaint_says_on_whom_it_bears_and_comes_in_pieces(client):
    dossier, _cases, today = told("both silent")
    seen = words(page(client, dossier, "cnil-hdh", SILENCE, today, query=SAID).page)
    assert "Elle porte sur : Votre caisse, Le Health Data Hub." in seen
    assert "Morceau 1 sur" in seen
    assert "3 PLACE DE FONTENOY" in seen
    assert "Ouvrez la page des plaintes de la CNIL" in seen


def test_a_frozen_letter_that_is_overtaken_says_why_and_is_not_to_be_sent(client):
    dossier = both_silent()
    button(client, dossier, "fund", "reminder-1", LATE, faire="pdf")
    told_ = {"on": LATE, "code": AnswerCode.NO_DATA, "scopes": frozenset({Scope.FUND})}
    act(dossier, "fund", acts.answered, today=LATE, **told_)
    seen = words(page(client, dossier, "fund", "reminder-1", LATE).page)
    assert "Ce courrier n’est plus d’actualité. Une réponse est arrivée" in seen
    assert "Comment l’envoyer" not in seen
    assert "Je l’ai envoyé" in seen  # it may have left before


def test_what_the_letter_cannot_say_yet_is_asked_first(client):
    dossier = fresh()
    on = day("Mon 2026-11-30")
    act(dossier, "hdh", acts.received, today=on, on=on, evidence=made.SLIP)
    today = day("Mon 2027-01-04")
    act(dossier, "hdh", acts.nothing_came, today=today)
    response = page(client, dossier, "hdh", "reminder-1", today, status=404)
    assert "Dites d’abord quel jour la demande est partie." in words(response.page)


def test_markup_of_a_name_stays_text(client):
    person = {**made.typed.PERSON, "birth_name": "O<i>x</i>"}
    citizen = {**made.answers().citizen, "birth_name": person["birth_name"]}
    answers = made.answers()
    dossier = fresh(told=type(answers)(**{**vars(answers), "citizen": citizen}))
    seen = page(client, dossier, "fund", "fund-objection").page
    assert "<i>x</i>" not in seen
    assert escape("O<i>x</i>") in seen


def test_what_was_posted_is_shown_as_it_left(client):
    dossier = fresh()
    button(client, dossier, "hdh", "hdh-objection", faire="pdf")
    row = Letter.objects.get()
    act(dossier, "hdh", acts.posted, on=SENT, channel=Channel.POST, letter=row.id)
    seen = words(page(client, dossier, "hdh", "hdh-objection", day("Wed 2026-11-25")).page)
    assert "Courrier parti le 24 novembre 2026. Voici ce qui a été envoyé, mot pour mot." in seen
    assert ("Comment l’envoyer" in seen, "Et après ?" in seen) == (False, False)


def test_without_its_token_a_button_is_refused():
    dossier = silent()
    path = letter(made.cases(dossier, LATE)["fund"], "reminder-1")
    assert Client(enforce_csrf_checks=True).post(path, {"faire": "pdf"}).status_code == 403


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_another_method_is_refused(client, method):
    path = letter(made.cases(fresh())["hdh"], "hdh-objection")
    assert getattr(client, method)(path).status_code == 405
