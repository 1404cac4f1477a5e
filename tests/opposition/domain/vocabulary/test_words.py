"""Closed lists of words: an English value to keep, a French label to show."""

import re

import pytest

from opposition.domain import vocabulary
from opposition.domain.vocabulary import Word

LISTS = [
    found for name in vocabulary.__all__ if isinstance(found := getattr(vocabulary, name), type)
]
WORDS = [word for words in LISTS for word in words]


def test_a_word_is_its_value_and_carries_its_french_label():
    class Colour(Word):
        BLUE = "blue", "bleu", "couleur du ciel"

    assert (Colour.BLUE, Colour.BLUE.label, Colour.BLUE.meaning) == (
        "blue",
        "bleu",
        "couleur du ciel",
    )


def test_a_stored_value_gives_the_word_back():
    assert vocabulary.State("received") is vocabulary.State.RECEIVED


@pytest.mark.parametrize("word", WORDS, ids=repr)
def test_every_word_has_a_french_label(word):
    assert word.label.strip() != ""


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_no_two_words_of_a_list_share_a_label(words):
    labels = [word.label for word in words]

    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("word", WORDS, ids=repr)
def test_french_marks_stand_after_a_narrow_space_and_with_curly_apostrophes(word):
    assert re.findall(r"[^\u202f][;:!?]|'", word.label + " " + word.meaning) == []
