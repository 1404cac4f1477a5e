"""The lines of the window: as given, or smaller and cut at words, or refused; never clipped."""

import pytest

from letters import repertoire
from letters.facts import Body, FactsError
from letters.window import MILLIMETRES, Window, window

TOWN = "34000 MONTPELLIER"


def body(*lines, name="CPAM", service=""):
    return Body(name=name, service=service, address=(*lines, TOWN))


def test_an_ordinary_address_is_printed_as_given():
    assert window(body("1 RUE X", service="DPO")) == Window(
        ("CPAM", "DPO", "1 RUE X", TOWN), tight=False, defects=()
    )


def test_a_line_of_38_characters_is_ordinary():
    assert not window(body("E" * 38)).tight


def test_a_longer_line_is_told_and_cut_at_a_word_in_small_type():
    name = "COMMISSION NATIONALE DE L'INFORMATIQUE ET DES LIBERTES"
    assert window(body("3 PLACE", name=name)) == Window(
        ("COMMISSION NATIONALE DE L'INFORMATIQUE ET", "DES LIBERTES", "3 PLACE", TOWN),
        tight=True,
        defects=(f"la ligne «\u202f{name}\u202f» dépasse 38 caractères.",),
    )


def test_eight_short_lines_take_the_small_type():
    framed = window(body("A", "B", "C", "D", "E", service="DPO"))
    assert (framed.tight, len(framed.lines)) == (True, 8)
    assert framed.defects == ("l’adresse a 8 lignes\u202f: 6 au plus.",)


def test_wide_letters_are_measured_not_counted():
    framed = window(body("W" * 38))
    assert (framed.tight, framed.defects) == (True, ())
    assert "".join(framed.lines[1:-1]) == "W" * 38
    assert all(repertoire.width(line, points=9) <= MILLIMETRES for line in framed.lines)


def test_the_longest_that_fits_has_nine_lines():
    long = " ".join(["RUE DES"] * 11)  # 87 characters, three lines
    framed = window(Body(name="CPAM", service=long, address=(long, "BP 1", TOWN)))
    assert (len(framed.lines), framed.tight) == (9, True)


def test_a_tenth_line_is_refused_by_the_key_of_the_address():
    long = " ".join(["RUE DES"] * 11)
    with pytest.raises(FactsError) as refusal:
        window(Body(name="CPAM", service=long, address=(long, "BP 1", "BP 2", TOWN)))
    assert str(refusal.value) == (
        "addressee.address : cette adresse ne tient pas dans la fenêtre de l’enveloppe "
        "(9 lignes de 42 caractères)."
    )
