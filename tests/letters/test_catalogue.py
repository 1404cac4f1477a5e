"""The descriptions of the letters: the eight keys, and what a description may not be."""

import re
from datetime import date
from pathlib import Path

import pytest

from letters import catalogue, paths, statements
from letters.catalogue import Mark, Need
from tests.letters import cases

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
TEXTS = catalogue.all_texts().values()


def test_there_are_these_eight_letters():
    assert tuple(catalogue.all_texts()) == cases.KEYS


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("number_line", {"fund-objection"}),
        ("reply_slip", {"fund-objection", "hdh-objection", "reminder-1", "reminder-2"}),
        ("short", {"fund-objection", "hdh-objection", "reminder-1", "reminder-2"}),
    ],
)
def test_only_these_letters_have(name, keys):
    assert {text.key for text in TEXTS if getattr(text, name)} == keys


def test_what_each_letter_needs():
    assert {text.key: text.needs for text in TEXTS if text.needs} == {
        "cnil-complaint-refusal": (Need.REFUSED,),
        "cnil-complaint-silence": (Need.LATE,),
        "reminder-1": (Need.OVERDUE_REQUEST,),
        "reminder-2": (Need.OVERDUE_REQUEST, Need.FIRST_REMINDER),
    }


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.key)
def test_a_letter_has_a_version_a_date_of_reading_and_known_statements(text):
    assert re.fullmatch(r"\d+", text.version)
    assert date(2026, 11, 21) <= text.checked_on
    assert [name for name in text.statements if name not in statements.shipped()] == []


def test_bodies_are_addressed_as_one_addresses_them():
    body = (
        "Madame la Directrice, Monsieur le Directeur, "
        "à l’attention du délégué à la protection des données,"
    )
    said = {text.key: text.salutation for text in TEXTS}
    assert [said[key] for key in cases.KEYS] == [
        *["Madame, Monsieur,"] * 3,
        *[body] * 2,
        "Madame la Directrice, Monsieur le Directeur,",
        *[body] * 2,
    ]


UNSURE = {basis.cite for text in TEXTS for basis in text.bases if basis.mark in {"S", "M"}}


def test_what_is_not_seen_in_the_text_of_law_is_on_the_list_for_a_lawyer():
    page = CONTRIBUTING.read_text(encoding="utf-8")
    (section,) = re.findall(
        r"^#+ .*To be checked by a lawyer.*\n([\s\S]*?)(?=^#|\Z)", page, re.MULTILINE
    )
    plain = section.replace("\u00a0", " ").replace("\u202f", " ")
    assert {cite for cite in UNSURE if cite not in plain} == set()


def test_one_basis_is_not_seen_in_the_text_of_law():
    assert sorted(UNSURE) == ["loi n° 78-17, art. 8, I, 2°, d"]


def test_an_unknown_letter_is_refused_with_the_names_of_the_others():
    with pytest.raises(catalogue.UnknownLetterError) as refusal:
        catalogue.get("love-letter")
    known = ", ".join(cases.KEYS)
    assert str(refusal.value) == f"le courrier «\u202flove-letter\u202f» n’existe pas ({known})."


@pytest.fixture
def folder(tmp_path):
    """A copy of one description, to be spoilt: `folder(old, new)`."""

    def spoilt(old="", new=""):
        place = tmp_path / "reminder-2"
        place.mkdir()
        source = (paths.TEXTS / "reminder-2" / "letter.toml").read_text(encoding="utf-8")
        assert old in source
        (place / "letter.toml").write_text(source.replace(old, new, 1), encoding="utf-8")
        return place

    return spoilt


def test_a_description_is_read_from_its_folder(folder):
    assert catalogue.read(folder()) == catalogue.get("reminder-2")


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("version =", "color = 1\nversion =", TypeError),
        ('version = "1"\n', "", TypeError),
        ('"overdue-request"', '"money"', ValueError),
        ('mark = "V"', 'mark = "X"', ValueError),
        ('key = "reminder-2"', 'key = "reminder-1"', ValueError),
        ("checked_on = 2026-11-21", "checked_on = 2026-11-31", ValueError),
    ],
)
def test_a_wrong_description_is_no_letter(folder, old, new, error):
    with pytest.raises(error):
        catalogue.read(folder(old, new))


def test_the_marks_are_three():
    assert [mark.value for mark in Mark] == ["V", "S", "M"]
