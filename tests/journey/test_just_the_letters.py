"""« Just the letters » from end to end: everybody gets theirs, hostile words stay words."""

import io
import socket
import subprocess
import zipfile

import pikepdf
import pytest
import time_machine
from django.core.cache import cache

from letters import press
from opposition import directory
from tests.opposition.typed import GUARDIAN, PARENT, PATH, PERSON, WORDING, letters

pytestmark = [pytest.mark.django_db, pytest.mark.db]
FUND = {
    "fund": "cpam-de-l-herault",
    "listed": "",
    "other_name": "",
    "other_lines": "",
    "to": ["fund", "hdh"],
}
ADDRESSES = {
    **WORDING,
    "fund_for": "cpam-de-l-herault",
    "fund_lines": "29 COURS GAMBETTA\r\n34934 MONTPELLIER CEDEX 9",
    "fund_checked": "on",
    "grounds_consent": "on",
}


@pytest.fixture(autouse=True)
def portal():
    cache.clear()
    directory.load(demo=True)
    with time_machine.travel("2026-11-23T10:00:00+01:00", tick=False):
        yield
    press.close()


@pytest.fixture
def archive(client):
    """The ZIP that a person's answers lead to."""

    def archive(**parts):
        data = letters(**{"fund": FUND, "wording": ADDRESSES, **parts}, faire="zip")
        response = client.post(PATH, data)
        assert response["Content-Type"] == "application/zip", response.content.decode()
        return zipfile.ZipFile(io.BytesIO(response.content))

    return archive


def words(pdf):
    """What the PDF says, on one line."""
    command = ["pdftotext", "-raw", "-", "-"]
    told = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return " ".join(told.split())


@pytest.mark.parametrize(
    ("person", "told"),
    [
        (PERSON, ["Nom de naissance : D’Aubigné-Nguyễn", "N° de sécurité sociale"]),
        (PARENT, ["Prénoms : Noé", "l’assuré dont dépend l’enfant", "Qualité : mère"]),
        (GUARDIAN, ["Nom de naissance : Œuvrard", "dans le cadre d’une tutelle"]),
    ],
)
def test_a_person_a_child_and_a_ward_get_their_letters(archive, person, told):
    made = archive(person=person)
    text = words(made.read("courrier-caisse.pdf"))
    assert [part for part in told if part not in text] == []
    assert "CPAM DE L'HERAULT" in text
    assert "PLATEFORME DES DONNEES DE SANTE (HDH)" in words(made.read("courrier-hdh.pdf"))


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Ánh", "Ÿlmaz-Œuvrard", "lœw", "O’Brien", "Le Goff Du Plessis", "X"]
)
def test_every_latin_name_is_printed_letter_for_letter(archive, name):
    person = {**PERSON, "birth_name": name, "given_names": ""}
    pdf = archive(person=person).read("courrier-caisse.pdf")
    assert f"Nom de naissance : {name}" in words(pdf)


HOSTILE = [
    "<img src=http://127.0.0.1:{port}/img>",
    "<link rel=attachment href=file:///etc/hostname>",
    "<style>@import 'http://127.0.0.1:{port}/css';</style>",
    "<object data=http://127.0.0.1:{port}/object></object>",
    "<svg><image href=http://127.0.0.1:{port}/svg /></svg>",
    "<a rel=attachment href=http://169.254.169.254/>x</a>",
    "file:///etc/passwd",
    "http://169.254.169.254/latest/meta-data",
    "{{{{7*7}}}} {{% include 'x' %}} ${{7*7}}",
    "data:text/html,<script>alert(1)</script>",
]
FIELDS = ("given_names", "birth_name", "usual_name", "birth_place", "street", "town")


@pytest.fixture
def listener():
    """A door on which nobody may knock."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_looks_like_an_order_is_printed_as_words_and_fetches_nothing(
    archive, listener, hostile
):
    text = hostile.format(port=listener.getsockname()[1])
    person = {**PERSON, **dict.fromkeys(FIELDS, text)}
    made = archive(person=person, wording={**ADDRESSES, "grounds": text})
    for name in ("courrier-caisse.pdf", "courrier-hdh.pdf"):
        pdf = made.read(name)
        told = words(pdf)
        assert told.replace(" ", "").count(text.replace(" ", "")) >= len(FIELDS) - 1
        with pikepdf.open(io.BytesIO(pdf)) as file:
            assert list(file.attachments) == []
            assert "/JavaScript" not in file.Root.get("/Names", {})
    with pytest.raises(TimeoutError):
        listener.accept()


def test_a_word_as_long_as_allowed_is_printed(archive):
    made = archive(wording={**ADDRESSES, "grounds": "x" * 1500})
    text = words(made.read("courrier-hdh.pdf"))
    assert text.replace(" ", "").count("x" * 1500) == 1


def test_a_letter_bears_the_facts_chosen_and_no_other(archive):
    chosen = {**ADDRESSES, "statements": ["ce-444937"]}
    made = archive(wording=chosen)
    assert "444937" in words(made.read("courrier-hdh.pdf"))
    assert "444937" not in words(made.read("courrier-caisse.pdf"))
    assert "Azure" not in words(made.read("courrier-hdh.pdf"))


def test_the_invented_bodies_of_the_demonstration_are_used_together(archive):
    made = archive(fund={**FUND, "fund": "demo-caisse"}, wording={"grounds": ""})
    assert "CAISSE INVENTEE (DEMO)" in words(made.read("courrier-caisse.pdf"))
    assert "HDH INVENTE (DEMO)" in words(made.read("courrier-hdh.pdf"))
