"""The locks of `/reprendre/`: what is offered, what is explained, from which day."""

import pytest

from tests.opposition.domain.journal import day as weekday
from tests.opposition.retyped import (
    ANSWER,
    BOTH,
    COMPLAINT,
    FUND,
    HUB,
    NOTHING,
    came,
    dates,
    reply,
    sent,
    silent_hub,
)
from tests.opposition.views import resumed
from tests.opposition.views.resumed import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.db]
QUESTION = "Avez-vous reçu quelque chose\u202f: courrier, message ameli, mail\u202f?"
NOTHING_OPEN = "Aucun courrier n’est possible aujourd’hui."


@pytest.mark.parametrize(
    ("received", "told", "due", "late"),
    [
        ("Mon 2026-11-23", {}, "mercredi 23 décembre 2026", "jeudi 24 décembre 2026"),
        ("Tue 2026-12-01", {}, "lundi 4 janvier 2027", "mardi 5 janvier 2027"),
        ("Sun 2027-01-31", {}, "lundi 1er mars 2027", "mardi 2 mars 2027"),
        ("Thu 2027-04-01", {}, "lundi 3 mai 2027", "mardi 4 mai 2027"),
        ("Sat 2027-02-27", {}, "mardi 30 mars 2027", "mercredi 31 mars 2027"),
        ("Mon 2028-01-31", {}, "mardi 29 février 2028", "mercredi 1er mars 2028"),
        (
            "Tue 2026-12-15",
            {"extended": "yes", "extended_on": "04/01/2027", "reasoned": "yes"},
            "lundi 15 mars 2027",
            "mardi 16 mars 2027",
        ),
        (
            "Tue 2026-12-15",
            {"extended": "yes", "extended_on": "04/01/2027", "reasoned": "no"},
            "vendredi 15 janvier 2027",
            "samedi 16 janvier 2027",
        ),
        (
            "Mon 2027-01-11",
            {
                "identity": "yes",
                "id_asked": "18/01/2027",
                "doubted": "yes",
                "id_given": "27/01/2027",
            },
            "lundi 22 février 2027",
            "mardi 23 février 2027",
        ),
    ],
)
def test_the_due_date_and_its_computation_are_shown(resume, received, told, due, late):
    typed_day = f"{weekday(received):%d/%m/%Y}"
    data = sent("dates", HUB, dates("hdh", received_on=typed_day, **told))
    page = resume(data, "Mon 2028-06-05")
    assert resumed.facts(page)["Échéance"] == due
    assert resumed.facts(page)["En retard depuis"] == late
    assert "Comment cette date est calculée" in page.page
    assert f"Le délai est dépassé à partir du {late}." in page.page


@pytest.mark.parametrize(
    ("today", "asked"),
    [("Wed 2026-12-23", False), ("Thu 2026-12-24", True)],
)
def test_the_one_question_is_asked_word_for_word_and_only_once_due(resume, today, asked):
    page = resume(sent("dates", HUB, dates("hdh")), today).page
    assert (QUESTION in page) == asked
    assert ("Cet organisme vous a-t-il déjà répondu" in page) != asked


IDENTITY = {"identity": "yes", "id_asked": "01/12/2026", "doubted": "yes"}
ALL = ["reminder-hdh", "cnil-complaint-silence"]


@pytest.mark.parametrize(
    ("told", "today", "letters", "words"),
    [
        ({}, "Wed 2026-12-23", [], "L’organisme peut répondre jusqu’au mercredi 23 décembre 2026"),
        ({}, "Thu 2026-12-24", ALL, "Vous pouvez saisir la CNIL dès aujourd’hui\u202f; un rappel"),
        ({"proof": "unknown"}, TODAY, [], "demander à l’organisme un accusé de réception"),
        (IDENTITY, TODAY, [], "Tant que le délai est suspendu, il n’y a ni échéance ni retard."),
        (
            {"extended": "yes", "extended_on": "01/12/2026", "reasoned": "yes"},
            TODAY,
            [],
            "L’organisme peut répondre jusqu’au mardi 23 février 2027 inclus.",
        ),
        (
            {"reminder_1": "24/12/2026"},
            TODAY,
            ALL[1:],
            "le second est possible dès le vendredi 8 janvier 2027.",
        ),
        ({"reminder_1": "24/12/2026"}, "Fri 2027-01-08", ALL, "Un second rappel"),
        (
            {"reminder_1": "24/12/2026", "reminder_2": "08/01/2027"},
            "Mon 2027-02-01",
            ALL[1:],
            "Deux rappels sont déjà partis.",
        ),
        ({}, "Thu 2026-12-24", ALL, "Nous vous conseillons d’attendre jusqu’au mardi 29 décembre"),
    ],
)
def test_each_lock_is_offered_or_explained_with_its_date(resume, told, today, letters, words):
    page = resume(sent("nouvelles", HUB, dates("hdh", **told), came(hdh=NOTHING)), today)
    assert resumed.title(page) == "Ce que vous pouvez faire"
    assert resumed.offered(page) == letters
    assert words in page.page
    assert (NOTHING_OPEN in page.page) == (not letters)


@pytest.mark.parametrize(
    ("kind", "more", "letters", "words"),
    [
        ("REFUSED_PUBLIC_TASK", {}, ["cnil-complaint-refusal"], "sans attendre"),
        ("REFUSED_UNIDENTIFIABLE", {}, ["cnil-complaint-refusal"], "sans attendre"),
        ("REFUSED_EXCESSIVE", {}, ["cnil-complaint-refusal"], "sans attendre"),
        ("NO_DATA", {"enough": "no"}, ["cnil-complaint-refusal"], "Si vous la contestez"),
        ("REGISTERED_PARTIAL", {"enough": "yes"}, [], NOTHING_OPEN),
        ("REGISTERED_SNDS", {}, [], "ne veut pas dire «\u202fsortie du Health Data Hub\u202f»"),
        ("REFUSED_MAIN_DB", {"since": "no"}, [], "il n’ouvre pas de plainte"),
        ("REFUSED_PERMANENT", {"since": "no"}, [], "il n’ouvre pas de plainte"),
        ("REDIRECT", {"since": "no"}, [], "il reste tenu de répondre"),
        ("ACK", {"since": "no"}, [], "le délai continue"),
    ],
)
def test_an_answer_before_the_date_opens_a_complaint_only_if_it_refuses(
    resume, kind, more, letters, words
):
    told = (HUB, dates("hdh"), came(hdh=ANSWER), reply("hdh", kind, **more))
    page = resume(sent("reponse", *told), "Wed 2026-12-23")
    assert resumed.offered(page) == letters
    assert words in page.page


@pytest.mark.parametrize("kind", ["ACK", "REDIRECT", "REFUSED_MAIN_DB", "REFUSED_PERMANENT"])
def test_what_answers_nothing_leaves_the_silence_when_nothing_else_came(resume, kind):
    told = (HUB, dates("hdh"), came(hdh=ANSWER), reply("hdh", kind, since="no"))
    assert resumed.offered(resume(sent("reponse", *told))) == ALL


def test_a_complaint_names_the_late_body_and_mentions_the_other(resume):
    told = (BOTH, FUND, dates("fund"), dates("hdh", proof="unknown"))
    words = (came(fund=NOTHING, hdh=NOTHING), {"letter": "cnil-complaint-silence"}, COMPLAINT)
    page = resume(sent("vous", *told, *words)).page
    accused, _, running = page.partition("Cette autre démarche suit son cours")
    assert "1 PLACE DE L EXEMPLE, 34934 MONTPELLIER CEDEX 9" in accused
    assert "PLATEFORME DES DONNEES" in running


@pytest.mark.parametrize(
    "letter", ["cnil-complaint-silence", "reminder-hdh", "reminder-2", "cnil-complaint-refusal"]
)
@pytest.mark.parametrize("step", ["possible", "vous", "courrier"])
def test_no_forged_field_prints_a_letter_before_its_day(resume, letter, step):
    for wanted in ("", "pdf", "ics"):
        response = resume(silent_hub(step, letter, faire=wanted), "Wed 2026-12-23")
        assert resumed.title(response) == "Ce que vous pouvez faire"
        assert "<article" not in response.page


def test_a_silence_that_nobody_stated_prints_nothing(resume):
    response = resume(silent_hub("courrier", **came(hdh="")))
    assert resumed.title(response) == "Ce que vous avez reçu"
