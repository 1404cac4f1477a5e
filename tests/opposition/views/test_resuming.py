"""`/reprendre/` as a browser meets it: steps, letters, files, refusals; never a 500."""

import re

import pytest
from django.test import Client
from django.utils.html import escape
from icalendar import Calendar

from letters import nir
from letters.press import client as press_client
from opposition.models import Addressee
from tests.letters import paper
from tests.opposition.domain.journal import day as weekday
from tests.opposition.retyped import (
    ADDRESS,
    ANSWER,
    BOTH,
    COMPLAINT,
    FUND,
    HUB,
    NOTHING,
    PATH,
    TYPED_FUND,
    came,
    dates,
    refusing_hub,
    sent,
    silent_hub,
)
from tests.opposition.typed import GUARDIAN, PARENT, YOUNG
from tests.opposition.views import resumed
from tests.opposition.views.resumed import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.db]
NIR = "2 95 10 99 126 111 93"

STEPS = [
    (sent("organismes"), "Reprendre votre demande"),
    (sent("organismes", BOTH), "Votre caisse"),
    (sent("caisse", BOTH, FUND), "Vos dates"),
    (sent("dates", HUB, dates("hdh")), "Ce que vous avez reçu"),
    (sent("nouvelles", HUB, dates("hdh"), came(hdh=ANSWER)), "La réponse reçue"),
    (silent_hub("nouvelles"), "Ce que vous pouvez faire"),
    (silent_hub("possible", "reminder-hdh"), "L’adresse de l’organisme"),
    (silent_hub("possible"), "Vous"),
    (silent_hub(), "Votre plainte est prête"),
    (silent_hub(letter="reminder-hdh"), "Votre rappel est prêt"),
]


def test_the_first_step_needs_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get(PATH).content.decode()
    assert "<h1>Reprendre votre demande</h1>" in page
    assert 'id="notice-titre"' in page  # rule 19: beside the form from the first page


@pytest.mark.parametrize(("data", "heading"), STEPS)
def test_each_step_is_a_page_that_browsers_may_show_again_and_nobody_else_may_keep(
    resume, data, heading
):
    response = resume(data)
    assert resumed.title(response) == heading
    assert response["Cache-Control"] == "private, no-cache"
    assert set(response.cookies) <= {"csrf"}


def test_nothing_of_the_address_is_read(client):
    page = client.get(PATH, {"birth_name": "Glissé", "etape": "vous"}).content.decode()
    assert "Glissé" not in page


@pytest.mark.parametrize("person", [COMPLAINT, YOUNG, PARENT, GUARDIAN])
@pytest.mark.parametrize("fund", [FUND, TYPED_FUND])
@pytest.mark.parametrize("letter", ["reminder-fund", "cnil-complaint-silence"])
def test_everybody_reaches_their_letter(resume, person, fund, letter):
    told = (BOTH, fund, dates("fund"), dates("hdh"), came(fund=NOTHING, hdh=NOTHING))
    page = resume(sent("vous", *told, {"letter": letter}, ADDRESS, person))
    assert resumed.title(page).endswith(("prêt", "prête"))
    assert page.page.count('<article class="letter"') == 1


REMINDED = dates("hdh", reminder_1="24/12/2026")
LETTERS = [
    (silent_hub("courrier", "reminder-hdh"), TODAY, "rappel-1", "Rappel"),
    (
        {**silent_hub("courrier", "reminder-hdh"), **REMINDED},
        "Fri 2027-01-08",
        "rappel-2",
        "Dernier",
    ),
    (silent_hub("courrier"), TODAY, "plainte-cnil", "Plainte"),
    (refusing_hub("courrier"), "Tue 2026-12-01", "plainte-cnil", "Plainte"),
]


@pytest.mark.parametrize(("data", "today", "name", "subject"), LETTERS)
def test_each_letter_is_a_pdf_that_nobody_keeps(resume, data, today, name, subject):
    response = resume({**data, "faire": "pdf"}, today)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{name}.pdf"'
    assert response["Cache-Control"] == "no-store"
    assert subject in [word.text.rstrip(":") for word in paper.words(response.content)]
    assert paper.pages(response.content) == 2


@pytest.mark.parametrize(("data", "today", "name", "subject"), LETTERS)
def test_each_letter_has_its_next_date(resume, data, today, name, subject):
    response = resume({**data, "faire": "ics"}, today)
    assert response["Content-Disposition"] == f'attachment; filename="{name}-date.ics"'
    (event,) = Calendar.from_ical(response.content).events
    assert event.start > weekday(today)
    assert "Date supposée" in event["description"]


def test_the_complaint_is_also_cut_in_numbered_pieces(resume):
    page = resume(silent_hub()).page
    pieces = re.findall(r"Morceau (\d) sur (\d) \((\d+) caractères\)", page)
    assert [int(number) for number, _, _ in pieces] == list(range(1, len(pieces) + 1))
    assert max(int(length) for _, _, length in pieces) <= 1000
    assert "non vérifiée" in page
    assert "https://www.cnil.fr/fr/plaintes" in page
    assert "3 PLACE DE FONTENOY" in page


def test_a_reminder_has_its_short_text_and_the_free_ways_first(resume):
    told = (BOTH, FUND, dates("fund"), dates("hdh"), came(fund=NOTHING, hdh=NOTHING))
    page = resume(sent("vous", *told, {"letter": "reminder-fund"}, COMPLAINT)).page
    assert "Texte court" in page
    assert 0 < page.index("compte ameli</h3>".replace("</h3>", "")) < page.index("Lettre verte")


def test_what_stays_unsaid_leaves_boxes_to_tick(resume):
    assert "☐ Aucune juridiction" in resume(silent_hub(court="")).page
    assert "☐ Aucune juridiction" not in resume(silent_hub(court="no")).page


TEXTS = [
    *(("dates", f"hdh_{name}") for name in ("sent_on", "received_on", "how", "reference")),
    ("reponse", "hdh_quote"),
    ("vous", "birth_name"),
    ("adresse", "hdh_lines"),
]


def filled(step, name, value):
    """A journey whose one answer is `value`."""
    if step == "reponse":
        return refusing_hub(step, **{name: value})
    declared = dates("hdh", proof="declared", how="au guichet")
    return {**silent_hub(step, "reminder-hdh"), **declared, name: value}


@pytest.mark.parametrize(("step", "name"), TEXTS)
def test_a_social_security_number_is_refused_in_every_field(resume, step, name):
    page = resume(filled(step, name, NIR)).page
    assert escape(nir.REFUSAL) in page
    assert "À corriger" in page


@pytest.mark.parametrize(("step", "name"), TEXTS)
@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}{% x %}"]
)
def test_markup_stays_text_on_every_page(resume, step, name, value):
    page = resume(filled(step, name, value)).page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert escape(value) in page


@pytest.mark.parametrize(
    ("step", "name", "value", "words"),
    [
        ("dates", "hdh_sent_on", "29/02/2025", "le 29/02/2025 n’existe pas"),
        ("dates", "hdh_sent_on", "01/01/2027", "cette date est dans le futur"),
        ("dates", "hdh_received_on", "01/11/2026", "avant celle de l’envoi"),
        ("dates", "hdh_how", "مكتب", "la police des courriers ne sait pas imprimer"),
        ("dates", "hdh_how", "x" * 10_000, "ce texte est trop long"),
        ("dates", "hdh_proof", "estimated", "Sélectionnez un choix valide"),
        ("reponse", "hdh_on", "01/11/2026", "avant celle de la réception"),
        ("adresse", "hdh_lines", "1\n2\n3\n4\n5", "quatre lignes au plus"),
        ("courrier", "letter", "cnil-report", "n’est pas possible aujourd’hui"),
        ("courrier", "hdh_sent_on", "hier", "écrivez le jour, le mois et l’année"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(resume, step, name, value, words):
    assert words in resume(filled(step, name, value)).page


def test_forged_fields_come_back_nowhere(resume):
    forged = {"status": "closed", "hdh_due_on": "2026-01-01", "faire": "exe", "nothing_came": "1"}
    response = resume(silent_hub("courrier", **forged))
    assert resumed.title(response) == "Votre plainte est prête"
    assert [
        name for name in forged if f'name="{name}" value="{forged[name]}"' in response.page
    ] == []


def test_without_its_token_a_form_is_refused_kindly():
    response = Client(enforce_csrf_checks=True).post(PATH, sent("organismes", HUB))
    assert response.status_code == 403


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_another_method_is_refused(client, method):
    assert getattr(client, method)(PATH).status_code == 405


def test_when_the_press_fails_nothing_is_lost_and_one_may_try_again(resume, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(press_client, "WALL_SECONDS", 0.0)
        response = resume(silent_hub("courrier", faire="pdf"), status=503)
    assert response["Retry-After"] == "30"
    assert "Le PDF n’a pas pu être fabriqué" in response.page
    kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(.*?)">', response.page))
    assert kept["hdh_sent_on"] == "20/11/2026"
    assert resume(silent_hub("courrier", faire="pdf")).status_code == 200


def test_what_the_press_refuses_leads_back_to_its_question(resume):
    wide = {**TYPED_FUND, "other_lines": "\r\n".join(["x" * 80] * 4)}
    told = (BOTH, wide, dates("fund"), dates("hdh"), came(fund=NOTHING, hdh=NOTHING))
    response = resume(sent("vous", *told, {"letter": "reminder-fund"}, COMPLAINT))
    assert resumed.title(response) == "Votre caisse"
    assert "cette adresse ne tient pas dans la fenêtre" in response.page


def test_a_directory_that_was_not_loaded_breaks_nothing(resume):
    Addressee.objects.all().delete()
    response = resume(sent("dates", HUB, dates("hdh")))
    assert resumed.title(response) == "Vos dates"
    assert "Cet organisme n’est pas dans l’annuaire du portail" in response.page
