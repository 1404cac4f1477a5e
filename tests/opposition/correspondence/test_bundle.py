"""The ZIP of « just the letters »: what it holds, what it never holds, and nobody's name."""

import io
import zipfile
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from letters.press import PressError
from opposition.correspondence import bundle, requests
from tests.opposition.correspondence.test_requests import ANSWERS

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))
SITE = "https://portail.example/"
FILES = [
    "courrier-caisse.pdf",
    "courrier-caisse-texte.txt",
    "courrier-caisse-court.txt",
    "courrier-hdh.pdf",
    "courrier-hdh-texte.txt",
    "courrier-hdh-court.txt",
    "dates-a-noter.txt",
    "LISEZ-MOI.txt",
    "rappels.ics",
]


@pytest.fixture(scope="module")
def written():
    return requests.write(ANSWERS)


@pytest.fixture(scope="module")
def archive(written):
    return zipfile.ZipFile(io.BytesIO(bundle.archive(written, now=NOW, site=SITE)))


def test_it_holds_the_letters_the_dates_and_the_calendar(archive):
    assert archive.namelist() == FILES
    assert archive.testzip() is None


def test_it_never_holds_a_complaint(archive):
    texts = [archive.read(name).decode() for name in FILES if name.endswith(".txt")]
    assert [text for text in texts if "Plainte\u00a0:" in text or "plaintes" in text.lower()] == []


def test_no_file_is_named_after_the_person_and_all_are_for_the_owner(archive, written):
    assert [bundle.pdf_name(one) for one in written] == ["courrier-caisse.pdf", "courrier-hdh.pdf"]
    assert {(i.external_attr >> 16, i.date_time) for i in archive.infolist()} == {
        (0o600, (2026, 11, 23, 0, 0, 0))
    }


def test_the_texts_are_those_of_the_letters(archive, written):
    for one, stem in zip(written, ("courrier-caisse", "courrier-hdh"), strict=True):
        assert archive.read(f"{stem}.pdf") == bundle.pdf(one)
        text = archive.read(f"{stem}-texte.txt").decode().replace("\r\n", "\n")
        assert text == one.letter.text
        assert archive.read(f"{stem}-court.txt").decode().replace("\r\n", "\n") == one.short


def test_the_dates_are_blanks_with_the_way_to_count(archive):
    text = archive.read("dates-a-noter.txt").decode()
    assert text.count("Reçue par l’organisme le\u202f: ____ / ____ / ________") == 2
    assert text.count("Référence de la lettre\u202f: ") == 2
    assert "demandez un accusé de réception" in text
    assert "(date supposée)" in text
    assert max(len(line) for line in text.splitlines()) <= 78


def test_only_the_letters_know_the_person(archive):
    told = [name for name in FILES if "Nguyễn" in archive.read(name).decode(errors="ignore")]
    assert told == [name for name in FILES if name.startswith("courrier-") and ".txt" in name]


def test_it_says_where_to_come_back(archive):
    assert "https://portail.example/reprendre/" in archive.read("LISEZ-MOI.txt").decode()


def test_nothing_is_escaped_for_a_page_that_is_not_one(written):
    body = ANSWERS.bodies["fund"]
    body.name = "Caisse d'<Ici> & d'ailleurs"
    made = zipfile.ZipFile(io.BytesIO(bundle.archive(written, now=NOW, site=SITE)))
    body.name = "CPAM sûre"
    assert "Caisse d'<Ici> & d'ailleurs" in made.read("dates-a-noter.txt").decode()


def test_a_letter_without_short_form_has_no_file_for_it(written):
    alone = [requests.Request(**{**vars(written[0]), "short": ""})]
    made = zipfile.ZipFile(io.BytesIO(bundle.archive(alone, now=NOW, site=SITE)))
    assert [name for name in made.namelist() if name.startswith("courrier")] == [
        "courrier-caisse.pdf",
        "courrier-caisse-texte.txt",
    ]
    assert "court.txt" not in made.read("LISEZ-MOI.txt").decode()


def test_what_cannot_be_printed_whole_makes_no_archive_at_all(written):
    one = written[0]
    letter = type(one.letter)(**{**vars(one.letter), "sheet": "<p>" + "x" * 3000})
    broken = requests.Request(**{**vars(one), "letter": letter})
    with pytest.raises(PressError):
        bundle.archive([broken], now=NOW, site=SITE)
