"""Closed lists: every act, every turn has its words; nothing else is ever shown."""

import pytest

from opposition.dossiers import acts
from opposition.views.dossier import words
from tests.opposition.followed import case, plain, told

pytestmark = pytest.mark.django_db
ON_A_LINE = {"corriger", "annuler"}  # reached from the timeline


def test_every_act_has_the_words_of_its_button_and_of_its_end():
    assert set(words.ACTS) == set(acts.ACTS) - ON_A_LINE
    assert set(acts.ACTS) <= set(words.DONE)


@pytest.mark.parametrize(
    ("state", "demand", "turn"),
    [
        ("fresh", "fund", "C’est à vous."),
        ("fresh", "cnil-fund", ""),
        ("posted", "fund", "Le courrier est en chemin : rien à faire."),
        ("received", "fund", "C’est à votre caisse de répondre."),
        ("overdue", "hdh", "C’est à vous."),
        ("filed", "hdh", "C’est à la CNIL de se prononcer."),
        ("filed", "cnil-hdh", "C’est à la CNIL de se prononcer."),
        ("closed", "fund", ""),
    ],
)
def test_whose_turn_it_is_is_one_sentence(state, demand, turn):
    assert plain(words.turn(case(state, demand))) == turn


def test_a_body_that_owes_an_answer_is_named():
    overdue = case("received", "fund")
    assert plain(words.called(overdue).title) == "Votre caisse"
    assert plain(words.about(overdue)) == "À propos de la demande adressée à votre caisse"


@pytest.mark.parametrize(
    ("state", "demand", "question"),
    [
        ("fresh", "fund", "Avez-vous envoyé ce courrier ?"),
        ("received", "fund", ""),
        ("overdue", "fund", "Avez-vous reçu quelque chose : courrier, message ameli, mail ?"),
    ],
)
def test_a_question_is_shown_to_whoever_is_asked(state, demand, question):
    found = case(state, demand)
    assert plain(words.question(found)) == question
    assert (words.asked(found) is not None) is bool(question)


@pytest.mark.parametrize(
    ("state", "said"), [("fresh", "Je l’ai envoyé"), ("posted", "Je l’ai renvoyé")]
)
def test_a_letter_that_leaves_once_more_is_sent_again(state, said):
    assert plain(words.act(told(state)[1]["fund"], "poste")) == said
