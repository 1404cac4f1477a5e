"""One demand's card: each part says what its journal amounts to, and no more."""

import pytest

from opposition.views.dossier import cards
from tests.opposition.dossiers import made
from tests.opposition.followed import plain, told
from tests.opposition.typed import TYPED_FUND

pytestmark = pytest.mark.django_db


def shown(state):
    dossier, found, today = told(state)
    names = {case.demand: name for name, case in found.items()}
    return {
        names[card.case.demand]: card for card in cards.of(dossier, list(found.values()), today)
    }


@pytest.mark.parametrize(
    ("state", "names"),
    [
        ("fresh", ["fund", "hdh"]),
        ("both silent", ["fund", "hdh"]),
        ("filed", ["fund", "hdh", "cnil-hdh"]),
        ("closed", ["fund", "hdh", "cnil-hdh"]),
    ],
)
def test_a_complaint_has_a_card_once_it_has_left(state, names):
    assert list(shown(state)) == names


@pytest.mark.parametrize(
    ("state", "demand", "title", "name"),
    [
        ("fresh", "fund", "Votre caisse", "CPAM sûre"),
        ("fresh", "hdh", "Le Health Data Hub", "Plateforme des données de santé"),
        ("filed", "cnil-hdh", "La CNIL", "À propos de la demande adressée au Health Data Hub"),
    ],
)
def test_a_card_names_its_body(state, demand, title, name):
    card = shown(state)[demand]
    assert (plain(card.title), plain(card.name)) == (title, name)
    assert card.anchor == card.case.demand.reference


def test_a_body_that_the_person_typed_has_its_own_name():
    made.answers()  # loads the directory
    dossier = made.confirmed(told=made.answers(fund=TYPED_FUND))
    found = cards.of(dossier, list(made.cases(dossier).values()), made.SENT)
    assert found[0].name == "Caisse des bergers"


@pytest.mark.parametrize(
    ("state", "demand", "offers", "pressing"),
    [
        ("fresh", "fund", [], False),
        ("received", "fund", ["Un rappel, la plainte à la CNIL"], False),
        ("overdue", "fund", ["Un rappel, la plainte à la CNIL"], False),
        ("silent", "fund", ["Un rappel", "La plainte à la CNIL"], True),
        ("refused", "fund", ["La plainte à la CNIL"], True),
        ("filed", "hdh", [], False),
    ],
)
def test_letters_are_spoken_of_once_the_request_has_arrived(state, demand, offers, pressing):
    card = shown(state)[demand]
    assert ([plain(offer.title) for offer in card.offers], card.pressing) == (offers, pressing)


def test_the_optional_reminder_is_said_with_both_days():
    card = shown("silent")["fund"]
    assert "Vous pouvez saisir la CNIL dès aujourd’hui ; un rappel est facultatif." in [
        plain(note) for note in card.notes
    ]
    reminder, complaint = card.offers
    assert (reminder.lawful_from, complaint.lawful_from) == ("mardi 29 décembre 2026",) * 2
    assert plain(reminder.proposal).startswith("Nous proposons d’attendre le dimanche 3 janvier")
    assert card.then == []  # the same day is not said twice


def test_the_meaning_of_an_answer_stands_beside_it():
    (note,) = shown("refused")["fund"].notes
    assert plain(note) == (
        "C’est un refus de ce que vous demandiez : la CNIL peut être saisie sans attendre."
    )


def test_the_cnil_is_to_be_told_of_a_good_answer_that_came_late():
    (note,) = shown("granted late")["hdh"].notes
    assert plain(note).startswith("Informez la CNIL de cette réponse : quelques mots, avec")
    assert shown("filed")["hdh"].notes == ()


@pytest.mark.parametrize(
    ("state", "demand", "steps", "then"),
    [
        ("received", "fund", 2, ["mardi 29 décembre 2026"]),
        ("filed", "cnil-hdh", 3, ["mercredi 31 mars 2027"]),
        ("posted", "fund", 0, []),
        ("answered", "fund", 0, []),
    ],
)
def test_the_computation_unfolds_and_the_next_day_follows(state, demand, steps, then):
    card = shown(state)[demand]
    assert (len(card.why), [one.day for one in card.then]) == (steps, then)


@pytest.mark.parametrize(("state", "awaited"), [("asked who", True), ("received", False)])
def test_whoever_is_asked_for_papers_may_first_answer_in_words(state, awaited):
    assert shown(state)["fund"].awaited is awaited


def test_the_three_ways_of_proof_hold_their_own_acts():
    card = shown("unproved")["hdh"]
    assert (card.proof is not None, card.answers) == (True, [])
    assert [link.url.split("/")[-2] for link in card.others][:2] == ["revenu", "repondu"]


@pytest.mark.parametrize(("state", "closed"), [("closed", True), ("fresh", False)])
def test_what_is_closed_can_be_taken_up_again(state, closed):
    assert shown(state)["fund"].closed is closed


def test_the_cards_of_a_dossier_cost_one_query(django_assert_num_queries):
    for state in ("fresh", "both silent"):
        dossier, found, today = told(state)
        everyone = list(found.values())
        with django_assert_num_queries(1):
            for card in cards.of(dossier, everyone, today):
                said = [card.sentence, card.answers, card.others, card.face, card.path]
                assert len(said[-1]) == 4
