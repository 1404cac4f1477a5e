"""What comes out of the press: whole words, PDF/UA-1, the window, folds, bars and pages."""

import io
import itertools
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from letters import catalogue, samples
from tests.letters import cases, paper

ROOT = Path(__file__).parents[3]
WINDOW = (110, 195, 55, 88)  # mm: left, right, top, bottom


def spoken(letter):
    """The words of a letter as its PDF must say them: bullets are printed, the field is empty."""
    lines = [
        line.replace("…", "") if line.startswith("N°\u00a0de sécurité") else line
        for line in letter.text.splitlines()
    ]
    return paper.tokens(re.sub(r"^- ", "• ", "\n".join(lines), flags=re.MULTILINE))


@pytest.mark.parametrize("key", cases.KEYS)
def test_a_screen_reader_says_the_words_of_the_letter_in_their_order(printed, key):
    assert paper.tokens(paper.read_aloud(printed(key))) == spoken(cases.letter(key))


NAMES = (
    "Łukasz Ğözde",
    "Nguyễn Thị Ước Đặng",
    "Œuvrard Cæsar ẞaß",
    "Microsoft affaire fichier offre afflux Kraft",
    "Jean\u2010Baptiste Anne\u2011Marie Tran-Văn",
    "Durand\u202fde\u00a0Saint",
    "D’Aubigné O'Brien",
    "Žluťoučký Šimůnek Ő Ű Ț Ș Ż Ý Þórunn",
)


@pytest.mark.parametrize("key", ["fund-objection", "reminder-1"])
@pytest.mark.parametrize("name", NAMES)
def test_every_latin_name_can_be_copied_from_the_paper(printed, key, name):
    facts = cases.raw(key)
    for path in ("given_names", "birth_name", "usual_name", "birth_place"):
        facts["citizen"][path] = name
    facts["citizen"]["address"] = [name.upper()[:38], "34000 MONTPELLIER"]
    letter = cases.letter(key, facts)
    assert paper.tokens(name)[0] in spoken(letter)
    assert paper.tokens(paper.read_aloud(printed(key, facts))) == spoken(letter)


@pytest.fixture
def opened(printed):
    """The PDF of a letter, taken apart: `opened(key)`."""
    files = []

    def of(key):
        files.append(pikepdf.open(io.BytesIO(printed(key))))
        return files[-1]

    yield of
    for file in files:
        file.close()


def structure(node):
    """Every element of a tagged PDF."""
    if "/S" in node:
        yield node
    children = node.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield from structure(child)


@pytest.mark.parametrize("key", cases.KEYS)
def test_a_letter_declares_pdf_ua_in_french_under_its_title(opened, key):
    file = opened(key)
    metadata = file.open_metadata()
    title = cases.letter(key).title
    assert (metadata["pdfuaid:part"], metadata["dc:title"], file.docinfo.Title) == (
        "1",
        title,
        title,
    )
    assert file.Root.Lang == "fr"
    assert file.Root.ViewerPreferences.DisplayDocTitle is True
    assert file.Root.MarkInfo.Marked is True
    assert [name for name in ("/CreationDate", "/ModDate") if name in file.docinfo] == []


@pytest.mark.parametrize("key", cases.KEYS)
def test_headings_lists_and_drawings_are_tagged(opened, key):
    elements = list(structure(opened(key).Root.StructTreeRoot))
    tags = [str(element.S) for element in elements]
    assert tags.count("/H1") == 1
    assert tags.count("/L") >= 2
    drawings = [element.Alt for element in elements if element.S == "/Figure"]
    assert drawings == ["Code-barres de la référence 7K3M-Q2XD"] * (
        2 if catalogue.get(key).reply_slip else 1
    )


def titles(node):
    """The bookmarks from a node on, in order."""
    while node is not None:
        yield str(node.Title)
        yield from titles(node.get("/First"))
        node = node.get("/Next")


@pytest.mark.parametrize("key", cases.KEYS)
def test_the_bookmarks_are_the_headings(opened, key):
    headings = re.findall(r"<h[12]>(.*?)</h[12]>", cases.letter(key).article)
    assert list(titles(opened(key).Root.Outlines.First)) == headings


@pytest.mark.parametrize("key", cases.KEYS)
def test_fonts_are_embedded_and_give_back_their_text(printed, key):
    told = subprocess.run(["pdffonts", "-"], input=printed(key), capture_output=True, check=True)
    rows = [line.split() for line in told.stdout.decode().splitlines()[2:]]
    names = {row[0].partition("+")[2] for row in rows}
    assert names - {"Chiffres"} == {"Letter", "Letter-Bold"}
    assert ("Chiffres" in names) <= catalogue.get(key).number_line
    assert {tuple(row[-5:-2]) for row in rows if "Chiffres" not in row[0]} == {
        ("yes", "yes", "yes")
    }
    assert {row[-5] for row in rows} == {"yes"}


@pytest.mark.parametrize("key", cases.KEYS)
def test_nothing_is_attached_linked_or_run(opened, key):
    file = opened(key)
    assert len(file.attachments) == 0
    things = [item for item in file.objects if isinstance(item, pikepdf.Dictionary)]
    names = {name for item in things for name in item}
    assert names & {"/JS", "/AA", "/URI", "/EF", "/OpenAction"} == set()
    kinds = {str(item.S) for item in things if "/S" in item}
    assert kinds & {"/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/ImportData"} == set()


@pytest.mark.parametrize(
    ("sample", "label"),
    [
        ("adult", "N° de sécurité sociale (à compléter à la main)"),
        ("ward", "N° de sécurité sociale (à compléter à la main)"),
        (
            "child",
            "N° de sécurité sociale de l’assuré dont dépend l’enfant (à compléter à la main)",
        ),
    ],
)
def test_the_social_security_number_has_an_empty_field_of_its_own(printed, sample, label):
    with pikepdf.open(io.BytesIO(printed("fund-objection", samples.raw(sample)))) as file:
        (field,) = file.Root.AcroForm.Fields
        assert (field.FT, str(field.TU).replace("\u00a0", " "), field.V) == ("/Tx", label, "")
        assert field.MaxLen == len("1 23 45 67 890 123 45")


@pytest.mark.parametrize("key", [key for key in cases.KEYS if key != "fund-objection"])
def test_no_other_letter_has_a_field(opened, key):
    assert "/AcroForm" not in opened(key).Root


def test_the_same_facts_make_the_same_bytes_in_another_process_too(printed, tmp_path):
    out = tmp_path / "letter.pdf"
    command = ["manage.py", "letter", "hdh-objection", "--facts", cases.FILES["adult"]]
    subprocess.run([sys.executable, *command, "--out", out], cwd=ROOT, check=True)
    assert out.read_bytes() == printed("hdh-objection", cases.from_file("adult"))


@pytest.mark.parametrize(
    ("statements", "pages"), [([], []), (None, ["Page 1 sur 2", "Page 2 sur 2"])]
)
def test_pages_are_numbered_from_two_on(printed, statements, pages):
    facts = {**cases.raw("open-letter"), "statements": statements}
    pdf = printed("open-letter", facts)
    assert paper.pages(pdf) == max(1, len(pages))
    foot = [word for word in paper.words(pdf) if word.top > 281]
    lines = [
        " ".join(w.text for w in page) for _, page in itertools.groupby(foot, lambda w: w.page)
    ]
    assert lines == pages


LONG = " ".join(["RUE DES"] * 11)
ADDRESSES = {
    "ordinary": ("CPAM DE L'HERAULT", "DPO", ["29 COURS GAMBETTA", "34934 MONTPELLIER CEDEX 9"]),
    "seven full lines": ("E" * 38, "E" * 38, [*["E" * 38] * 4, "34934 MONTPELLIER CEDEX 9"]),
    "a long name": (
        "PLATEFORME DES DONNEES DE SANTE (HEALTH DATA HUB)",
        "DELEGUE A LA PROTECTION DES DONNEES",
        ["9 RUE GEORGES PITARD", "75015 PARIS"],
    ),
    "eight lines": ("CPAM", "DPO", ["A", "B", "C", "D", "E", "75015 PARIS"]),
    "the longest": (LONG[:80], LONG[:80], [LONG[:80], "BP 1", "BP 2", "75015 PARIS"]),
    "wide letters": ("W" * 80, "", ["W" * 80, "75015 PARIS"]),
}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_the_address_stands_in_the_window_whole_and_alone(printed, address):
    name, service, lines = address
    body = {"name": name, "service": service, "address": lines}
    words = paper.words(printed("reminder-1", {**samples.raw("late"), "addressee": body}))
    there = [word for word in words if word.page == 1 and word.touches(*WINDOW)]
    assert "".join(word.text for word in there) == "".join("".join((name, service, *lines)).split())
    assert [word for word in there if not word.is_inside(*WINDOW)] == []


def longest(key):
    """Facts whose every text is as long and as wide as it may be."""
    facts = cases.raw(key)
    wide = dict.fromkeys(("given_names", "birth_name", "usual_name", "birth_place"), "W" * 80)
    facts["citizen"] |= {**wide, "address": ["W" * 80] * 6, "email": "w" * 242 + "@example.org"}
    facts |= {
        "place": "W" * 80,
        "fund": "W" * 80,
        "reference": "W" * 20,
        "registered_mail": "W" * 30,
    }
    return facts


@pytest.mark.parametrize("key", ["fund-objection", "reminder-2", "cnil-complaint-refusal"])
def test_the_longest_texts_neither_leave_the_paper_nor_cover_one_another(printed, key):
    words = paper.words(printed(key, longest(key)))
    assert [word for word in words if not word.is_inside(19.9, 190.1, 14, 292)] == []
    assert [
        (one.text, other.text)
        for one, other in itertools.combinations(words, 2)
        if one.page == other.page
        and other.touches(one.left + 0.3, one.right - 0.3, one.top + 1.5, one.bottom - 1.5)
    ] == []


def marks(image, dpi):
    """The heights in mm at which something is printed in the left 5 mm."""
    edge = image.crop((0, 0, round(5 / 25.4 * dpi), image.height))
    dark = edge.point(lambda grey: 255 * (grey < 200))
    rows = (y for y in range(image.height) if dark.crop((0, y, dark.width, y + 1)).getbbox())
    return sorted({round(y / dpi * 25.4) for y in rows})


def test_fold_marks_stand_on_the_first_page_alone(printed):
    pdf = printed("fund-objection")
    assert marks(paper.picture(pdf, 1, dpi=150), 150) == [99, 198]
    assert marks(paper.picture(pdf, 2, dpi=150), 150) == []


@pytest.mark.parametrize("reference", ["7K3M-Q2XD", "9QF4-TT7B", "12345678"])
def test_the_bars_on_the_first_page_and_on_the_slip_say_the_reference(printed, reference):
    pdf = printed("reminder-1", {**samples.raw("late"), "reference": reference})
    (slip,) = [word for word in paper.words(pdf) if word.text.startswith("Volet")]
    places = [(1, (138, 190, 16, 23)), (slip.page, (138, 190, slip.top + 2, slip.top + 6))]
    found = [paper.bars(paper.picture(pdf, page, dpi=400), 400, box) for page, box in places]
    assert [paper.decode(runs) for runs in found] == [reference, reference]
    assert min(sum(runs) / 400 * 25.4 for runs in found) > 41  # mm: as wide as its place allows


def test_the_signature_is_never_alone_on_its_page(printed):
    words = paper.words(printed("reminder-1"))
    (page,) = {word.page for word in words if word.text == "Signature"}
    assert [word.page for word in words if word.text == "distinguée."] == [page]
