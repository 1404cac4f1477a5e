"""A name and an address fit the envelope, in capitals that a sorting machine reads."""

import pytest

from opposition.directory import envelope, shipped


@pytest.mark.parametrize(
    ("key", "name", "on_the_envelope"),
    [
        ("css-de-mayotte", "CSS de Mayotte", "CSS DE MAYOTTE"),
        # what stands in brackets is for the page alone
        ("ccss-23", "CCSS de la Creuse (ex-CPAM 23)", "CCSS DE LA CREUSE"),
        # too long for a line: a name of its own
        ("cnam-dpo", "Caisse nationale de l'assurance maladie (Cnam)", "CNAM"),
        (
            "cpam-de-rouen-elbeuf-dieppe-seine-maritime",
            "CPAM de Rouen-Elbeuf-Dieppe Seine-Maritime",
            "CPAM DE ROUEN-ELBEUF-DIEPPE",
        ),
    ],
)
def test_the_first_line_names_the_body(key, name, on_the_envelope):
    assert envelope.name_of(key, name) == on_the_envelope


def test_every_name_of_its_own_is_that_of_a_shipped_body():
    assert set(envelope.LETTER_NAMES) <= {one.key for one in shipped.addressees()}


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        (["", "5 RUE D IENA", "", " BP 01 "], ["5 RUE D IENA", "BP 01"]),
        (["", " "], []),
        # 38 characters fit and stay whole; 43 do not
        (
            ["48 AVENUE ROI ROBERT COMTE DE PROVENCE"],
            ["48 AVENUE ROI ROBERT COMTE DE PROVENCE"],
        ),
        (
            ["18 BOULEVARD MARECHAL DE LATTRE DE TASSIGNY"],
            ["18 BD MARECHAL DE LATTRE DE TASSIGNY"],
        ),
    ],
)
def test_lines_are_trimmed_and_shortened_only_if_they_must(raw, lines):
    assert envelope.lines_of(raw) == lines
