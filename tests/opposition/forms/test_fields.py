"""Each field gives what a letter may print, or one sentence that says what to do."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from letters import nir
from opposition.forms.fields import (
    DayField,
    LineField,
    LinesField,
    MailField,
    ParagraphsField,
    PostalCodeField,
)

NIR = "2 95 10 99 126 111 93"  # an example published with python-stdnum
FIELDS = {
    "line": LineField(),
    "mail": MailField(most=254),
    "code": PostalCodeField(),
    "day": DayField(),
    "lines": LinesField(),
    "paragraphs": ParagraphsField(most=1500, paragraphs=3),
}


def refusal(field, typed):
    with pytest.raises(ValidationError) as error:
        field.clean(typed)
    return error.value.messages


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Ánh",
        "Ÿlmaz",
        "Œuvrard",
        "lœw",
        "O’Brien",
        "O'Brien",
        "d’Ÿs",
        "Le Goff-Du Plessis",
        "X",
        "Łucja",
        "Jean Paul",
        "{{7*7}} {% include %} ${7*7}",
        "<script>alert(1)</script>",
    ],
)
def test_every_latin_name_is_taken_as_it_is(name):
    assert LineField().clean(name) == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Zoé  Marie ", "Zoé Marie"),
        ("Zoe\u0301", "Zoé"),
        ("\u202eZo\u200bé\ufeff", "Zoé"),
        ("Zoé\r\nBcc: x@y.fr", "Zoé Bcc: x@y.fr"),
        ("Zoé\u2028Marie\u0085Léa", "Zoé Marie Léa"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(typed, kept):
    assert LineField().clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Zoé 😀", "«\u202f😀\u202f» (U+1F600 GRINNING FACE)"),
        ("زينب", "«\u202fز\u202f» (U+0632 ARABIC LETTER ZAIN), «\u202fي\u202f»"),
    ],
)
def test_a_character_that_cannot_be_printed_is_named(typed, named):
    [sentence] = refusal(LineField(), typed)
    assert sentence.startswith(f"la police des courriers ne sait pas imprimer {named}")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("line", "x" * 81),
        ("line", "x" * 100_000),
        ("line", "e" + "\u0301" * 20_000),
        ("lines", "x" * 100_000),
        ("paragraphs", "x" * 1501),
        ("paragraphs", "<div>" * 900),
        ("day", "1" * 100_000),
        ("code", "7" * 100_000),
        ("mail", "a" * 100_000 + "@exemple.fr"),
    ],
)
def test_what_is_too_long_is_refused_in_one_sentence(field, typed):
    [sentence] = refusal(FIELDS[field], typed)
    assert sentence.startswith("ce texte est trop long\u202f: ")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("typed", [NIR, f"voici {NIR} merci", NIR.replace(" ", "")])
def test_a_social_security_number_is_refused_wherever_it_is_typed(field, typed):
    assert refusal(FIELDS[field], typed) == [nir.REFUSAL]


@pytest.mark.parametrize("field", ["lines", "paragraphs"])
@pytest.mark.parametrize("gap", ["\r\n", "\n\n"])
def test_a_social_security_number_cut_in_two_is_refused_too(field, gap):
    assert refusal(FIELDS[field], NIR[:7] + gap + NIR[8:]) == [nir.REFUSAL]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/12/1980", date(1980, 12, 31)),
        ("1/2/1980", date(1980, 2, 1)),
        ("01.02.1980", date(1980, 2, 1)),
        ("01-02-1980", date(1980, 2, 1)),
        ("01 02 1980", date(1980, 2, 1)),
        (" 29/02/2024 ", date(2024, 2, 29)),
        ("1980-12-31", date(1980, 12, 31)),
    ],
)
def test_a_day_is_read_in_the_french_order(typed, day):
    assert DayField().clean(typed) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("29/02/2025", "le 29/02/2025 n’existe pas\u202f: vérifiez le jour et le mois."),
        ("31/04/1980", "le 31/04/1980 n’existe pas\u202f: vérifiez le jour et le mois."),
        ("0/13/1980", "le 00/13/1980 n’existe pas\u202f: vérifiez le jour et le mois."),
        ("01/01/0000", "le 01/01/0 n’existe pas\u202f: vérifiez le jour et le mois."),
        ("31/12/80", "écrivez l’année en quatre chiffres, par exemple 31/12/1980."),
        ("avril", "écrivez le jour, le mois et l’année en chiffres, par exemple 31/12/1980."),
        ("٣١/12/1980", None),
    ],
)
def test_each_way_of_not_being_a_day_has_its_sentence(typed, sentence):
    told = refusal(DayField(), typed)
    assert len(told) == 1
    assert told == [sentence] or sentence is None


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("typed", ["", "   ", None, "\u200b"])
def test_nothing_is_nothing_however_it_is_typed(field, typed):
    assert refusal(FIELDS[field], typed) == ["Ce champ est obligatoire."]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("97133", "97133"), ("98000", "98000"), ("00000", "00000"), (" 75 116 ", "75116")],
)
def test_five_digits_are_a_postal_code(typed, code):
    assert PostalCodeField().clean(typed) == code


@pytest.mark.parametrize("typed", ["2A004", "7511", "751166", "٧٥١١٦", "F-75011"])
def test_anything_else_is_not(typed):
    assert len(refusal(PostalCodeField(), typed)) == 1


def test_the_lines_of_an_address_are_kept_without_the_empty_ones():
    assert LinesField().clean(" 1  place \r\n\r\n  \n34000 Ville") == ("1 place", "34000 Ville")


def test_a_blank_line_parts_paragraphs_and_a_single_break_is_a_space():
    field = ParagraphsField(most=1500, paragraphs=3)
    assert field.clean("Un\r\nseul.\r\n \r\n\r\nDeux.\n") == ("Un seul.", "Deux.")


def test_a_fourth_paragraph_is_one_too_many():
    field = ParagraphsField(most=1500, paragraphs=3)
    assert refusal(field, "a\n\nb\n\nc\n\nd") == ["3 paragraphes au plus."]


def test_a_mail_address_is_kept_as_it_is_typed():
    assert MailField(most=254).clean(" Zoe.Lefevre@Example.net ") == "Zoe.Lefevre@Example.net"


def test_a_field_says_why_it_is_asked():
    assert [LineField(why="w").why, DayField(why="w").why, LinesField().why] == ["w", "w", ""]
