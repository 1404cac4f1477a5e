"""What the letters' font prints, how wide, and how a missing character is named."""

import string

import pytest

from letters import repertoire

NAMES = (
    "Zoé Łucja D’Aubigné-Nguyễn Œuvrard ÆRØ Þórunn Ğözde Šimůnek Iñaki Žluťoučký Ő ű Țurcanu "
    "Șerban Đặng Ước Ấn Ṣ ẞ ß Ÿ ỳ Māori Ħal Ċ ŵ"
)


@pytest.mark.parametrize(
    "text",
    [string.printable[:95], NAMES, NAMES.upper(), NAMES.lower(), "« » “ ” ’ – — … € § ° n° N° №"],
)
def test_all_latin_names_can_be_printed(text):
    assert repertoire.missing(text) == []
    assert repertoire.sentence(text) == ""


@pytest.mark.parametrize("character", ["\u2010", "\u2011", "\u202f", "\u00a0", "☐", "✓", "•"])
def test_the_signs_of_the_sheet_can_be_printed(character):
    assert repertoire.missing(character) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Zoé 😀", "«\u202f😀\u202f» (U+1F600 GRINNING FACE)"),
        (
            "مم",
            "«\u202fم\u202f» (U+0645 ARABIC LETTER MEEM)",
        ),
        ("王", "«\u202f王\u202f» (U+738B CJK UNIFIED IDEOGRAPH-738B)"),
        ("\ue000", "U+E000"),
        ("\ud800", "U+D800"),
    ],
)
def test_what_is_missing_is_named(text, named):
    assert repertoire.sentence(text) == (
        f"la police des courriers ne sait pas imprimer {named}. Écrivez-le en lettres latines."
    )


def test_five_are_named_at_most():
    assert repertoire.missing("王李張劉陳楊王") == list("王李張劉陳楊")
    assert repertoire.sentence("王李張劉陳楊").count("U+") == 5


def test_a_wide_letter_is_wider_and_size_counts():
    assert repertoire.width("W", points=10) > repertoire.width("I", points=10) > 0
    assert repertoire.width("WI", points=20) == pytest.approx(2 * repertoire.width("WI", points=10))
