"""`manage.py letter`: a PDF or words from facts; or a refusal by key, and nothing written."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from letters import compose, press, reading
from opposition.management.commands import letter as command
from tests.letters import cases, paper

ROOT = Path(__file__).parents[4]
NO_REQUEST = "earlier : la demande initiale manque (fund-objection ou hdh-objection)."
NO_RECEIPT = (
    "earlier[{}].received_on : cette information manque : sans elle, aucun retard ne peut "
    "être affirmé."
)
NO_ANSWER = "earlier[0].answer : cette information manque : quelle est la réponse ?"
# Letter: what each file of facts gives, in the order of FACTS: pages, or the refusal.
FACTS = (
    "adult",
    "minor-with-grounds",
    "complaint-after-silence",
    "complaint-after-refusal",
    "reminder",
)
TABLE = {
    "fund-objection": (2, 2, 2, 2, 2),
    "hdh-objection": (2, 2, 2, 2, 2),
    "open-letter": (2, 2, 2, 2, 2),
    "cnil-report": (2, 2, 2, 2, 2),
    "cnil-complaint-silence": (NO_REQUEST, NO_RECEIPT.format(0), 2, NO_RECEIPT.format(1), 2),
    "cnil-complaint-refusal": (NO_REQUEST, NO_ANSWER, NO_ANSWER, 2, NO_ANSWER),
    "reminder-1": (NO_REQUEST, NO_RECEIPT.format(0), 2, NO_RECEIPT.format(1), 2),
    "reminder-2": (NO_REQUEST, NO_RECEIPT.format(0), 2, NO_RECEIPT.format(1), 2),
}
CELLS = [
    (key, name, expected)
    for key, row in TABLE.items()
    for name, expected in zip(FACTS, row, strict=True)
]


def run(*arguments):
    """What the command prints on stdout and stderr."""
    out, err = io.StringIO(), io.StringIO()
    call_command("letter", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def refusal(*arguments):
    """The sentence of a refusal, with simple spaces; its status is 2."""
    with pytest.raises(CommandError) as error:
        run(*arguments)
    assert error.value.returncode == 2
    return cases.simple(str(error.value))


@pytest.fixture
def file(tmp_path):
    """Writes facts, or any bytes, into a file of their own."""

    def written(content):
        place = tmp_path / "facts" / "facts.json"
        place.parent.mkdir(exist_ok=True)
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        place.write_bytes(raw)
        return place

    return written


def test_the_table_has_every_letter_and_every_file():
    assert (sorted(TABLE), sorted(FACTS)) == (sorted(cases.KEYS), sorted(cases.FILES))


@pytest.mark.parametrize(("key", "name", "expected"), CELLS)
def test_each_letter_with_each_facts(tmp_path, key, name, expected):
    out = tmp_path / "letter.pdf"
    arguments = (key, "--facts", cases.FILES[name], "--out", out)
    if isinstance(expected, str):
        assert refusal(*arguments) == expected
        assert list(tmp_path.iterdir()) == []
    else:
        assert run(*arguments)[0] == ""
        assert list(tmp_path.iterdir()) == [out]
        assert paper.pages(out.read_bytes()) == expected


def shell(*arguments):
    """The command as a shell runs it."""
    line = [sys.executable, "manage.py", "letter", *map(str, arguments)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)


def test_from_a_shell_a_letter_is_written_and_the_status_is_0(tmp_path):
    out = tmp_path / "letter.pdf"
    done = shell("fund-objection", "--facts", cases.FILES["minor-with-grounds"], "--out", out)
    long = "PLATEFORME DES DONNEES DE SANTE (HEALTH DATA HUB)"
    assert (done.returncode, done.stdout) == (0, "")
    assert cases.simple(done.stderr) == (
        f"addressee.address : la ligne « {long} » dépasse 38 caractères.\n"
    )
    assert paper.pages(out.read_bytes()) == 2


def test_from_a_shell_a_refusal_is_one_line_on_stderr_and_status_2(tmp_path):
    out = tmp_path / "letter.pdf"
    out.write_bytes(b"before")
    done = shell("cnil-complaint-silence", "--facts", cases.FILES["adult"], "--out", out)
    assert (done.returncode, done.stdout) == (2, "")
    assert cases.simple(done.stderr) == f"{NO_REQUEST}\n"
    assert out.read_bytes() == b"before"


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ("surprise", 1, "surprise"),
        ("citizen.nir", "x", "citizen.nir"),
        ("citizen.birth_date", True, "citizen.birth_date"),
        ("citizen.birth_name", "Zoé 😀", "citizen.birth_name"),
        ("citizen.address", ["محمد"], "citizen.address[0]"),
        ("grounds", ["2 95 10 99 126 111 93"], "grounds[0]"),
        ("grounds", [["x"]], "grounds[0]"),
        ("statements", ["made-up"], "statements[0]"),
        ("statements", ["hosted-by-microsoft"], "statements[0]"),
        ("represents", {"capacity": "curator", "birth_name": "x"}, "represents"),
        ("earlier", [{"key": "fund-objection"}], "earlier[0].addressee"),
        ("addressee.name", "x" * 81, "addressee.name"),
        ("reference", "é", "reference"),
        ("place", " ", "place"),
    ],
)
def test_wrong_facts_are_refused_by_key_and_an_existing_file_is_left_alone(
    tmp_path, file, path, value, key
):
    out = tmp_path / "letter.pdf"
    out.write_bytes(b"before")
    facts = file(cases.with_at(cases.from_file("adult"), path, value))
    said, _, _ = refusal("fund-objection", "--facts", facts, "--out", out).partition(" : ")
    assert said.startswith(key)
    assert out.read_bytes() == b"before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["facts", "letter.pdf"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"not json",
        '{"place": "Montpellier"}'.encode("utf-16"),
        '{"place": "Sète"}'.encode("latin-1"),
        b"[" * 10_000 + b"]" * 10_000,
        b'{"citizen":' * 10_000 + b"1" + b"}" * 10_000,
        b"1" * 10_000,
    ],
    ids=["empty", "cut", "words", "utf-16", "latin-1", "deep list", "deep object", "long number"],
)
def test_what_is_no_json_is_refused(file, content):
    assert refusal("fund-objection", "--facts", file(content), "--text") == (
        "--facts : ce fichier n’est pas du JSON en UTF-8."
    )


@pytest.mark.parametrize("content", [[], "x", None, 1, True])
def test_json_that_is_no_object_is_refused(file, content):
    assert refusal("fund-objection", "--facts", file(content), "--text") == (
        "facts : un objet JSON est attendu."
    )


def test_the_words_are_those_of_the_letter():
    facts = reading.parse(cases.from_file("adult"))
    words = run("fund-objection", "--facts", cases.FILES["adult"], "--text")
    assert words == (compose.letter("fund-objection", facts).text, "")
    brief = run("fund-objection", "--facts", cases.FILES["adult"], "--text", "--short")
    assert brief == (compose.short("fund-objection", facts), "")


def test_the_words_may_go_into_a_file(tmp_path):
    out = tmp_path / "letter.txt"
    said, _ = run("reminder-1", "--facts", cases.FILES["reminder"], "--text", "--out", out)
    assert said == ""
    assert (
        out.read_text(encoding="utf-8")
        == cases.letter("reminder-1", cases.from_file("reminder")).text
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--short"], "--short : cette option va avec --text."),
        ([], "--out : indiquez le fichier PDF à écrire."),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments, sentence):
    assert refusal("fund-objection", "--facts", cases.FILES["adult"], *arguments) == sentence


def test_a_letter_without_short_form_says_so():
    arguments = ("open-letter", "--facts", cases.FILES["adult"], "--text", "--short")
    assert refusal(*arguments) == "open-letter : ce courrier n’a pas de forme courte."


def test_an_unknown_letter_is_refused_with_those_that_exist():
    known = ", ".join(cases.KEYS)
    assert refusal("love-letter", "--facts", cases.FILES["adult"], "--text") == (
        f"COURRIER : le courrier « love-letter » n’existe pas ({known})."
    )


def test_files_that_cannot_be_read_or_written_are_named(tmp_path):
    missing = tmp_path / "none.json"
    assert refusal("fund-objection", "--facts", missing, "--text") == (
        "--facts : ce fichier ne peut être lu (No such file or directory)."
    )
    given = ("fund-objection", "--facts", cases.FILES["adult"], "--text", "--out")
    assert refusal(*given, tmp_path / "none" / "x.txt") == (
        "--out : ce dossier ne peut être écrit (No such file or directory)."
    )
    (tmp_path / "folder").mkdir()
    assert refusal(*given, tmp_path / "folder") == (
        "--out : ce fichier ne peut être écrit (Is a directory)."
    )
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_a_letter_that_cannot_be_printed_is_an_error_and_no_file(tmp_path, monkeypatch):
    press.close()
    monkeypatch.setattr(sys, "executable", "/bin/false")
    out = tmp_path / "letter.pdf"
    assert refusal("fund-objection", "--facts", cases.FILES["adult"], "--out", out) == (
        "--out : le courrier n’a pas pu être imprimé (the press did not start: run bin/setup)."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_letter_can_be_read_by_its_owner_alone(tmp_path):
    out = tmp_path / "letter.txt"
    run("fund-objection", "--facts", cases.FILES["adult"], "--text", "--out", out)
    assert out.stat().st_mode & 0o777 == 0o600


def test_the_help_names_the_letters():
    page = command.Command().create_parser("manage.py", "letter").format_help()
    assert "".join(", ".join(cases.KEYS).split()) in "".join(page.split())
