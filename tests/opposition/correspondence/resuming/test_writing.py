"""The letters themselves: the press's own locks hold, whatever the page has let through."""

from dataclasses import replace

import pytest

from opposition.correspondence import LetterError
from opposition.correspondence.resuming import Draft, Option, enclosures, write
from opposition.correspondence.resuming.authority import record
from opposition.domain.vocabulary import Evidence
from tests.opposition.domain.journal import day
from tests.opposition.told import BODIES, case, cases, history, option, replied, silent

pytestmark = pytest.mark.django_db
TODAY = "Mon 2026-12-28"
CITIZEN = {
    "given_names": "Zoé Łucja",
    "birth_name": "D’Aubigné-Nguyễn",
    "birth_date": "1979-02-28",
    "birth_place": "Saint-Étienne (42)",
    "address": ["12 BIS RUE DE L EGLISE", "34000 MONTPELLIER"],
}


def draft(letter, *histories, today=TODAY, **more):
    found = cases(today, *histories)
    chosen = option(letter, *found)
    to = record() if chosen.is_complaint else chosen.cases[0].body
    usual = {
        "option": chosen,
        "cases": tuple(found),
        "addressee": to,
        "lines": tuple(to.lines),
        "citizen": CITIZEN,
        "represents": None,
        "place": "Montpellier",
        "fund": "CPAM sûre",
        "reference": "7K3M-Q4XD",
        "court_seized": None,
        "disclose_identity": None,
        "complained_on": None,
        "today": day(today),
    }
    return Draft(**{**usual, **more})


def words(*args, **more):
    return write(draft(*args, **more)).letter.text.replace("\u202f", " ").replace("\u00a0", " ")


def test_a_complaint_after_silence_says_how_each_date_was_computed():
    text = words("cnil-complaint-silence", silent())
    assert "SERVICE DES PLAINTES" in text
    assert "Adresse : 9 RUE GEORGES PITARD, 75015 PARIS" in text
    assert "Preuve de la réception : avis de réception signé" in text
    assert "Échéance du délai de réponse : 23 décembre 2026" in text
    assert "Le délai est dépassé à partir du jeudi 24 décembre 2026" in text


def test_it_names_the_late_and_mentions_the_others_as_running():
    text = words("cnil-complaint-silence", silent("fund"), history("hdh"))
    accused, _, running = text.partition("suit son cours")
    assert "CPAM SURE" in accused
    assert "PLATEFORME DES DONNEES" not in accused
    assert "PLATEFORME DES DONNEES" in running


def test_one_complaint_names_two_late_bodies():
    text = words("cnil-complaint-silence", silent("fund"), silent("hdh"))
    assert "Organismes en cause et chronologie" in text
    assert "suit son cours" not in text


def test_a_complaint_after_refusal_quotes_and_rebuts():
    reply = replied("REFUSED_UNIDENTIFIABLE", quote="Non, merci.", missing=("remedy",))
    text = words("cnil-complaint-refusal", history(reply=reply))
    assert "Motif cité : « Non, merci. »" in text
    assert "n’écarte que les articles 15 à 20" in text
    assert "la possibilité d’un recours devant le juge" in text


@pytest.mark.parametrize("code", ["REGISTERED_PARTIAL", "NOT_CONTROLLER", "NO_DATA", "OTHER"])
def test_every_answer_that_may_be_contested_has_its_letter(code):
    reply = replied(code, quote="Voilà.", contested=True)
    assert write(draft("cnil-complaint-refusal", history(reply=reply))).letter.key == (
        "cnil-complaint-refusal"
    )


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (None, "☐ Aucune juridiction n’est saisie de cette affaire."),
        (True, "\nUne juridiction est saisie de cette affaire."),
        (False, "\nAucune juridiction n’est saisie de cette affaire."),
    ],
)
def test_what_stays_unsaid_is_left_to_the_pen(said, line):
    assert line in words("cnil-complaint-silence", silent(), court_seized=said)


def test_a_second_complaint_says_that_it_completes_the_first():
    completes = "La présente plainte complète celle qui vous a déjà été adressée"
    first = words("cnil-complaint-silence", silent())
    second = words("cnil-complaint-silence", silent(), complained_on=day("Thu 2026-12-24"))
    assert completes not in first
    assert completes in second
    assert "Plainte envoyée le : 24 décembre 2026" in second


def test_a_reminder_has_a_short_form_and_a_complaint_none():
    made = write(draft("reminder-1", silent()))
    assert 0 < len(made.short) <= 1200
    assert "échéance le 23 décembre 2026" in made.short.replace("\u202f", " ")
    assert write(draft("cnil-complaint-silence", silent())).short == ""


def test_a_second_reminder_recalls_the_first():
    told = silent(reminders=(day("Thu 2026-12-24"),))
    text = words("reminder-2", told, today="Fri 2027-01-08")
    assert "Premier rappel envoyé le : 24 décembre 2026" in text


def test_the_pieces_to_join_are_those_that_the_letter_lists():
    reply = replied("ACK", only=True)
    told = silent(reply=reply, reminders=(day("Thu 2026-12-24"),))
    made = draft("cnil-complaint-silence", told)
    assert [piece.replace("\u202f", " ") for piece in enclosures(made)] == [
        "Copie de la demande envoyée le 20 novembre 2026",
        "Preuve de sa réception : avis de réception signé",
        "Réponse du 1er décembre 2026",
        "Copie du rappel envoyé le 24 décembre 2026",
    ]
    declared = silent(evidence=Evidence.DECLARED, how="au guichet")
    assert len(enclosures(draft("cnil-complaint-silence", declared))) == 1


def test_the_press_refuses_what_the_plan_would_not_have_opened():
    """A second lock: the same facts, dated on the last day of the month."""
    early = case(silent(), "Wed 2026-12-23")
    forced = Option("cnil-complaint-silence", "cnil-complaint-silence", (early,))
    made = replace(
        draft("cnil-complaint-silence", silent()),
        option=forced,
        cases=(early,),
        today=day("Wed 2026-12-23"),
    )
    with pytest.raises(LetterError) as caught:
        write(made)
    assert caught.value.fact == "earlier[0].due_on"


def test_an_address_that_no_envelope_bears_names_the_fact():
    with pytest.raises(LetterError) as caught:
        write(draft("reminder-1", silent(), lines=("x" * 80,) * 4))
    assert (caught.value.name, caught.value.fact) == ("reminder-hdh", "addressee.address")


def test_somebody_elses_letter_names_both():
    child = {
        "capacity": "mother",
        "given_names": "Noé",
        "birth_name": "Lefèvre",
        "birth_date": "2019-03-05",
        "birth_place": "Montpellier (34)",
    }
    text = words("cnil-complaint-silence", silent(), represents=child)
    assert "Au nom de la personne concernée" in text


def test_the_body_of_the_directory_is_not_changed():
    assert BODIES["hdh-dpd"].lines == ["9 RUE GEORGES PITARD", "75015 PARIS"]
