"""`manage.py proof`: every letter with every sample, as a PDF and as words."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from letters import compose, samples
from tests.letters import cases, paper


def test_the_folder_is_filled(tmp_path):
    folder, out = tmp_path / "a" / "proofs", io.StringIO()
    call_command("proof", str(folder), stdout=out)
    names = [f"{key}.{name}" for key, names in samples.PROOFS.items() for name in names]
    assert out.getvalue().splitlines() == [str(folder / f"{name}.pdf") for name in names]
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        f"{name}.{ending}" for name in names for ending in ("pdf", "txt")
    )
    assert {paper.pages(file.read_bytes()) for file in folder.glob("*.pdf")} == {1, 2}
    words = (folder / "reminder-1.late.txt").read_text(encoding="utf-8")
    assert words == compose.letter("reminder-1", samples.facts("late")).text


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CommandError) as refusal:
        call_command("proof", str(tmp_path / "file" / "x"))
    assert cases.simple(str(refusal.value)) == "DOSSIER : il ne peut être créé (Not a directory)."
    assert refusal.value.returncode == 2
