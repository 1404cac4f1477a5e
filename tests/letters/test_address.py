"""Postal addresses: read, put in capitals, and the list of what departs from NF Z10-011."""

import pytest

from letters.address import PostalAddress, capitals

NNBSP = "\u202f"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("12 bis, rue de l’Église", "12 BIS RUE DE L'EGLISE"),
        ("Œuvrard  &  Cæsar", "OEUVRARD CAESAR"),
        ("Łukasz Ðøðe Đặng", "LUKASZ ÐOÐE DANG"),
        ("97200 Fort-de-France (Martinique)", "97200 FORT-DE-FRANCE MARTINIQUE"),
        ("Nguyễn Thị Ước", "NGUYEN THI UOC"),
    ],
)
def test_a_line_is_normalised(typed, printed):
    assert PostalAddress((typed,)).normalised == (printed,)


def test_capitals_undo_ligatures_and_accents():
    assert capitals("Cœur de Loire, Île-de-France") == "COEUR DE LOIRE, ILE-DE-FRANCE"


def test_capitals_keep_the_punctuation():
    assert capitals("À l’étage, n° 3") == "A L'ETAGE, N° 3"


def test_blank_lines_and_doubled_spaces_are_left_out():
    assert PostalAddress.parse("  1  rue  X \n\n\t\r\n34000   Montpellier\n").lines == (
        "1 rue X",
        "34000 Montpellier",
    )


@pytest.mark.parametrize(
    ("last", "code", "town"),
    [
        ("34934 MONTPELLIER CEDEX 9", "34934", "MONTPELLIER CEDEX 9"),
        ("MONTPELLIER", "", ""),
        ("3400 MONTPELLIER", "", ""),
        ("34000", "", ""),
    ],
)
def test_the_last_line_gives_postal_code_and_town(last, code, town):
    address = PostalAddress(("1 RUE X", last))
    assert (address.postal_code, address.town) == (code, town)


def test_no_line_gives_neither():
    assert (PostalAddress(()).postal_code, PostalAddress(()).town) == ("", "")


NO_TOWN = "la dernière ligne doit être le code postal suivi de la commune."
LONG = "X" * 39


@pytest.mark.parametrize(
    ("lines", "defects"),
    [
        ((), ["l’adresse est vide."]),
        (("NOM", "34000 MONTPELLIER"), []),
        (("X" * 38, "34000 MONTPELLIER"), []),
        (("NOM", "MONTPELLIER"), [NO_TOWN]),
        ((*["NOM"] * 6, "34000 X"), [f"l’adresse a 7 lignes{NNBSP}: 6 au plus."]),
        (
            (LONG, "34000 X"),
            [f"la ligne «{NNBSP}{LONG}{NNBSP}» dépasse 38 caractères."],
        ),
        (
            (LONG, "X"),
            [NO_TOWN, f"la ligne «{NNBSP}{LONG}{NNBSP}» dépasse 38 caractères."],
        ),
    ],
)
def test_an_address_lists_its_defects(lines, defects):
    assert PostalAddress(lines).defects == defects
