"""The PDF of a letter: frozen at the first download, the same ever after, made again on demand."""

import pytest
from django.db import connection

from letters import press
from letters.press import client as press_client
from opposition.correspondence import followed
from opposition.domain.vocabulary import Channel
from opposition.dossiers import acts
from opposition.models import Letter
from tests.letters import paper
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import LATE, SENT, act
from tests.opposition.followed import fresh, told
from tests.opposition.views.dossier.looking import letter, look, rows, words
from tests.opposition.views.dossier.looking import press as push

pytestmark = [pytest.mark.django_db, pytest.mark.db]
LATER = day("Mon 2026-11-30")
FIRST, SILENCE = "hdh-objection", "cnil-complaint-silence"


@pytest.fixture(scope="module", autouse=True)
def _press():
    yield
    press.close()


def button(client, dossier, name, key, today=SENT, *, status=200, **data):
    path = letter(made.cases(dossier, today)[name], key)
    return push(client, dossier, today, path, status, **data)


def pdf(client, dossier, name="hdh", key=FIRST, today=SENT, **data):
    return button(client, dossier, name, key, today, faire="pdf", **data)


def text(response):
    return " ".join(word.text for word in paper.words(response.content))


FILES = [
    ("fresh", "fund", "fund-objection", "courrier-caisse.pdf"),
    ("fresh", "hdh", FIRST, "courrier-hdh.pdf"),
    ("silent", "fund", "reminder-1", "rappel-1.pdf"),
    ("silent", "cnil-fund", SILENCE, "plainte-cnil.pdf"),
]


@pytest.mark.parametrize(("state", "name", "key", "file"), FILES)
def test_each_letter_is_a_pdf_whose_name_says_nothing(client, state, name, key, file):
    dossier, _cases, today = told(state)
    response = pdf(client, dossier, name, key, today, court="no", disclose="yes")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{file}"'
    assert response["Cache-Control"] == "no-store"
    assert paper.pages(response.content) == 2
    row = Letter.objects.get()
    assert (row.key, row.dated, bool(row.first_pdf)) == (key, today, True)


def test_every_download_is_the_same_letter_whatever_the_day(client):
    dossier = fresh()
    first = pdf(client, dossier)
    again = pdf(client, dossier, today=LATER)
    assert text(again) == text(first)
    assert "Le 24 novembre 2026" in text(again)
    assert Letter.objects.count() == 1


def test_it_may_be_made_again_with_the_date_of_the_day(client):
    dossier = fresh()
    pdf(client, dossier)
    response = button(client, dossier, "hdh", FIRST, LATER, faire="refaire", status=303)
    path = letter(made.cases(dossier)["hdh"], FIRST)
    assert response["Location"] == path
    assert Letter.objects.count() == 0
    assert "Courrier daté du" not in words(look(client, dossier, LATER, path).page)
    assert "Le 30 novembre 2026" in text(pdf(client, dossier, today=LATER))


def test_before_it_is_frozen_there_is_nothing_to_make_again(client):
    dossier = fresh()
    before = rows()
    button(client, dossier, "hdh", FIRST, faire="refaire", status=303)
    assert rows() == before


def test_what_has_left_is_never_made_again_but_may_leave_once_more(client):
    dossier = fresh()
    pdf(client, dossier)
    row = Letter.objects.get()
    act(dossier, "hdh", acts.posted, on=SENT, channel=Channel.POST, letter=row.id)
    button(client, dossier, "hdh", FIRST, LATER, faire="refaire", status=303)
    assert list(Letter.objects.all()) == [row]  # on its way: nothing puts its arrival in doubt
    on = day("Fri 2026-12-04")
    button(client, dossier, "hdh", FIRST, on, faire="refaire", status=303)
    assert sorted(one.dated for one in Letter.objects.all()) == [SENT, on]
    assert "Le 4 décembre 2026" in text(pdf(client, dossier, today=on))


def test_a_complaint_keeps_what_was_declared_and_whom_it_names(client):
    dossier, cases, today = told("both silent")
    answers = {"court": "no", "disclose": "yes"}
    first = pdf(client, dossier, "cnil-fund", SILENCE, today, **answers)
    row = Letter.objects.get()
    assert set(row.covers) == {str(cases[name].demand.id) for name in ("fund", "hdh")}
    # Its questions are not asked again.
    again = pdf(client, dossier, "cnil-fund", SILENCE, today)
    assert text(again) == text(first)
    path = letter(cases["cnil-fund"], SILENCE)
    assert "Elle porte sur : Votre caisse, Le Health Data Hub." in words(
        look(client, dossier, today, path).page
    )


def test_a_complaint_without_its_answers_asks_for_them(client):
    dossier, _cases, today = told("silent")
    response = button(client, dossier, "cnil-fund", SILENCE, today, faire="pdf")
    assert "<legend>" in response.page
    assert Letter.objects.count() == 0


def test_when_the_press_fails_the_words_are_there_and_the_letter_stays_the_same(
    client, monkeypatch
):
    dossier = fresh()
    with monkeypatch.context() as patch:
        patch.setattr(press_client, "WALL_SECONDS", 0.0)
        response = pdf(client, dossier, status=503)
    assert response["Retry-After"] == "30"
    assert "Le PDF n’a pas pu être fabriqué" in response.page
    assert '<article class="letter"' in response.page
    row = Letter.objects.get()
    assert pdf(client, dossier, today=LATER).status_code == 200
    assert Letter.objects.get() == row


def test_evidence_that_is_gone_is_not_replaced(client, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    dossier = fresh()
    pdf(client, dossier)
    row = Letter.objects.get()
    followed.keep(row, at=made.MORNING)
    (kept,) = [file for file in tmp_path.rglob("*") if file.is_file()]
    kept.unlink()
    assert pdf(client, dossier, status=503)["Retry-After"] == "30"


def test_a_letter_made_again_in_another_tab_leads_to_the_new_one(client):
    dossier = fresh()
    demand = made.cases(dossier)["hdh"].demand
    pending = [True]

    def meanwhile(execute, sql, params, many, context):
        """The other tab has its turn while the press works."""
        if "first_pdf" in sql and sql.startswith("UPDATE") and pending:
            pending.clear()
            followed.unfreeze(demand, FIRST)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(meanwhile):
        response = pdf(client, dossier, status=303)
    assert response["Location"] == letter(made.cases(dossier)["hdh"], FIRST)


def test_a_second_click_makes_no_second_letter(client):
    dossier, _cases, today = told("silent")
    for _ in range(2):
        pdf(client, dossier, "fund", "reminder-1", today)
    assert Letter.objects.count() == 1
    assert Letter.objects.get().dated == LATE
