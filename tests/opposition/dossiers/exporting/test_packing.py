"""The ZIP: whole, for its owner, with a list that any machine can check."""

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from datetime import date

import pytest

from opposition.dossiers.exporting import packing

FILES = {"LISEZ-MOI.txt": b"Bonjour", "courriers/01.pdf": b"%PDF"}
DAY = date(2026, 11, 24)


def unpacked(files=FILES):
    return zipfile.ZipFile(io.BytesIO(packing.zipped(files, DAY)))


def test_the_files_are_there_as_they_are_and_for_their_owner():
    made = unpacked()
    assert {name: made.read(name) for name in FILES} == FILES
    assert {(one.external_attr >> 16, one.date_time[:3]) for one in made.infolist()} == {
        (0o600, (2026, 11, 24))
    }


def test_each_file_has_its_sum():
    told = unpacked().read("empreintes.txt").decode().splitlines()
    assert told == [f"{hashlib.sha256(FILES[name]).hexdigest()}  {name}" for name in FILES]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this machine")
@pytest.mark.parametrize(("changed", "status"), [(False, 0), (True, 1)])
def test_the_list_is_what_sha256sum_checks(tmp_path, changed, status):
    unpacked().extractall(tmp_path)
    if changed:
        (tmp_path / "courriers" / "01.pdf").write_bytes(b"%PDF changed")
    check = ["sha256sum", "--check", "--status", packing.SUMS]
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == status


def test_the_same_files_make_the_same_bytes():
    assert packing.zipped(FILES, DAY) == packing.zipped(dict(FILES), DAY)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("un\ndeux", ["un", "deux"]),
        ("\n un \n\n", ["un"]),
        ("mot " * 30, [("mot " * 19).strip(), ("mot " * 11).strip()]),
    ],
)
def test_a_text_is_folded_and_ends_its_lines_as_every_editor_expects(words, lines):
    assert packing.text(words).decode().split("\r\n") == [*lines, ""]


def test_the_words_of_a_letter_keep_their_lines():
    assert packing.as_is("mot " * 30 + "\nfin").decode().count("\r\n") == 2


def test_json_keeps_its_accents():
    assert json.loads(packing.json_of({"état": "reçue"})) == {"état": "reçue"}
    assert "reçue" in packing.json_of({"état": "reçue"}).decode()
