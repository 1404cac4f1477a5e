"""One JSON object read key by key: cleaned, bounded, and refused by path."""

from datetime import date

import pytest

from letters import nir
from letters.facts import FactsError
from letters.reader import MISSING, Reader, clean, printable, to_date


def refusal(act, *arguments, **options):
    with pytest.raises(FactsError) as error:
        act(*arguments, **options)
    return error.value.key, error.value.message


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Zoé \t\n Łucja ", "Zoé Łucja"),
        ("Zoe\u0301", "Zoé"),
        ("Jean\u2010Marc Anne\u2011Lise", "Jean-Marc Anne-Lise"),
        ("a\u200bb\u202ec\ufeffd\u00ade", "abcde"),
        ("a\x00b\x1b[31mc", "a b [31mc"),
        ("a\u2028b\u2029c", "a b c"),
        ("1\u202f000\u00a0€", "1\u202f000\u00a0€"),
        ("Bcc: x\r\nSubject: y", "Bcc: x Subject: y"),
        (" \u200b \n", ""),
    ],
)
def test_a_text_is_one_line_of_what_can_be_seen(typed, cleaned):
    assert clean(typed) == cleaned


LONG = "ce texte est trop long\u202f: 5 caractères au plus."


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (5, "un texte est attendu."),
        (True, "un texte est attendu."),
        (["a"], "un texte est attendu."),
        ({}, "un texte est attendu."),
        ("abcdef", LONG),
        (" " * 21, LONG),
        ("x" * 1_000_000, LONG),
    ],
)
def test_what_is_no_short_text_is_refused(value, message):
    assert refusal(printable, value, "k", most=5) == ("k", message)


def test_a_text_is_measured_once_cleaned():
    assert printable("  abcde  ", "k", most=5) == "abcde"


def test_a_social_security_number_is_refused_kindly():
    assert refusal(printable, "2 95 10 99 126 111 93", "k", most=80) == ("k", nir.REFUSAL)


def test_a_character_without_a_glyph_is_named():
    key, message = refusal(printable, "Zoé 😀", "citizen.given_names", most=80)
    assert key == "citizen.given_names"
    assert "(U+1F600 GRINNING FACE)" in message


@pytest.mark.parametrize(
    "value",
    [
        True,
        20270211,
        "2027-02-30",
        "2027-2-11",
        "20270211",
        "11/02/2027",
        "2027-02-11T00:00",
        "",
        "٢٠٢٧-٠٢-١١",
        "2027-02-11\n",
        ["2027-02-11"],
        "0000-01-01",
    ],
)
def test_what_is_no_date_is_refused(value):
    assert refusal(to_date, value, "k") == ("k", "une date AAAA-MM-JJ qui existe est attendue.")


def test_a_date_is_read():
    assert to_date("2028-02-29", "k") == date(2028, 2, 29)


@pytest.mark.parametrize("raw", [None, [], "x", 3, True])
def test_only_an_object_is_read(raw):
    assert refusal(Reader, raw) == ("facts", "un objet JSON est attendu.")
    assert refusal(Reader, raw, "a[0]") == ("a[0]", "un objet JSON est attendu.")


@pytest.mark.parametrize("value", [None, "", "   ", "\u200b", "\n\t"])
def test_a_text_that_is_needed_is_never_blank(value):
    assert refusal(Reader({"k": value}, "a").text, "k", needed=True) == ("a.k", MISSING)


@pytest.mark.parametrize("raw", [{}, {"k": None}, {"k": ""}])
def test_a_text_that_is_not_needed_may_be_absent(raw):
    assert Reader(raw).text("k") == ""


@pytest.mark.parametrize(
    ("value", "key", "message"),
    [
        ("x", "k", "une liste est attendue."),
        ({"0": "x"}, "k", "une liste est attendue."),
        (["a", "b", "c"], "k", "2 éléments au plus."),
        (["a", ""], "k[1]", "ce texte est vide."),
        (["a", " "], "k[1]", "ce texte est vide."),
        (["a", 3], "k[1]", "un texte est attendu."),
        (["a", None], "k[1]", "un texte est attendu."),
    ],
)
def test_a_list_of_texts_has_rules(value, key, message):
    assert refusal(Reader({"k": value}).texts, "k", most=2, length=9) == (key, message)


@pytest.mark.parametrize("value", ["true", 1, 0, []])
def test_yes_and_no_are_true_and_false_alone(value):
    assert refusal(Reader({"k": value}).yes_no, "k") == (
        "k",
        "la valeur attendue est true ou false.",
    )


@pytest.mark.parametrize("value", [True, False, None])
def test_yes_no_and_not_said(value):
    assert Reader({"k": value}).yes_no("k") is value


def test_a_key_that_nobody_asked_for_is_refused_by_its_path():
    reader = Reader({"k": "x", "surprise": 1}, "a")
    reader.text("k")
    assert refusal(reader.done) == ("a.surprise", "cette clé est inconnue.")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("295109912611193", "…"), ("\x1b[31m\nx", "[31m x"), ("k" * 100, "k" * 60)],
)
def test_an_unknown_key_is_shown_without_harm(name, shown):
    assert refusal(Reader({name: 1}).done) == (shown, "cette clé est inconnue.")


def test_nested_objects_are_read_whole():
    reader = Reader({"one": {"k": "x"}, "many": [{"k": "y"}, {"k": "z", "more": 1}]})
    assert reader.part("one", lambda part: part.text("k")) == "x"
    assert reader.part("none", lambda part: part.text("k")) is None
    assert refusal(reader.parts, "many", lambda part: part.text("k"), most=2) == (
        "many[1].more",
        "cette clé est inconnue.",
    )
