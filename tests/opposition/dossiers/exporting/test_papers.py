"""The frozen letters as files: PDF, words, short form; a lost file is told."""

import pytest

from opposition.correspondence import followed
from opposition.dossiers.exporting import papers
from tests.opposition.dossiers import made
from tests.opposition.dossiers.exporting import led
from tests.opposition.dossiers.made import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.db]
NAMES = [
    "courriers/01-courrier-caisse.pdf",
    "courriers/01-courrier-caisse-texte.txt",
    "courriers/01-courrier-caisse-court.txt",
]


def test_a_dossier_without_letters_has_no_papers():
    assert papers.of(made.confirmed()) == []


def test_a_letter_is_a_pdf_its_words_and_its_short_form():
    dossier = made.confirmed()
    letter = led.frozen(dossier)
    (paper,) = papers.of(dossier)
    assert list(paper.files) == NAMES
    pdf, words, short = paper.files.values()
    assert pdf == followed.pdf(letter)
    told = words.decode().replace("\r\n", "\n")
    assert told.strip() == followed.thaw(letter).letter.text.strip()
    assert short.decode().replace("\r\n", "\n").strip() == followed.thaw(letter).short.strip()


def test_letters_are_numbered_in_the_order_of_their_freezing():
    dossier = made.confirmed()
    led.frozen(dossier, "fund")
    led.frozen(dossier, "hdh")
    first, second = papers.of(dossier)
    assert {next(iter(first.files)), next(iter(second.files))} in (
        {"courriers/01-courrier-caisse.pdf", "courriers/02-courrier-hdh.pdf"},
        {"courriers/01-courrier-hdh.pdf", "courriers/02-courrier-caisse.pdf"},
    )


def test_a_kept_file_is_given_as_it_was_kept():
    dossier = made.confirmed()
    letter = led.frozen(dossier)
    followed.keep(letter, at=MORNING)
    (paper,) = papers.of(dossier)
    assert (paper.files[NAMES[0]], paper.lost) == (followed.pdf(letter), False)


def test_a_kept_file_that_is_gone_is_told_and_the_words_are_there(var):
    dossier = made.confirmed()
    letter = led.frozen(dossier)
    followed.keep(letter, at=MORNING)
    (var / "letters" / str(letter.id)).unlink()
    (paper,) = papers.of(dossier)
    assert (paper.lost, list(paper.files)) == (True, NAMES[1:])
