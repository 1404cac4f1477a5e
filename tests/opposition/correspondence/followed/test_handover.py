"""What a form of unknown length is given: the whole text, in pieces that fit."""

import pytest

from opposition.channels import filing, ways
from opposition.correspondence import followed
from tests.opposition.correspondence.followed.folders import complaint, composed, opened, request
from tests.opposition.correspondence.followed.folders import silent as tell_silent

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def made(letter):
    dossier = opened()
    tell_silent(request(dossier))
    demand = complaint(dossier) if letter.startswith("cnil") else request(dossier)
    return composed(dossier, demand, letter, "Mon 2026-12-28")


@pytest.mark.parametrize(
    ("letter", "text", "size"),
    [
        ("cnil-complaint-silence", lambda one: one.letter.text, filing.online().piece),
        ("reminder-1", lambda one: one.short, ways.ways()["ameli"].piece),
    ],
)
def test_a_text_is_cut_between_words_and_nothing_is_lost(letter, text, size):
    one = made(letter)
    found = followed.pieces(one)
    assert max(map(len, found)) <= size
    assert " ".join(found).split() == text(one).split()
    assert len(found) > 1


def test_a_complaint_lists_what_goes_with_it():
    assert [
        piece.replace("\u202f", " ") for piece in made("cnil-complaint-silence").enclosures
    ] == [
        "Copie de la demande envoyée le 20 novembre 2026",
        "Preuve de sa réception : avis de réception signé",
    ]
