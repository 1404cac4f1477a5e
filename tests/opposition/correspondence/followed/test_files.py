"""The PDF: printed from what was frozen, kept once it is evidence, gone with its dossier."""

import hashlib
import stat
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from letters import press
from opposition import vault
from opposition.correspondence import followed
from opposition.correspondence.followed import contents, files
from opposition.models import Dossier, Letter
from tests.opposition.correspondence.followed.folders import (
    AT,
    composed,
    key_of,
    opened,
    request,
)

pytestmark = [pytest.mark.django_db, pytest.mark.db]
HUB, TODAY = "hdh-objection", "Thu 2026-11-19"
LATER = AT + timedelta(3)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """The folder of the kept files, which is made when the first one is."""
    settings.VAR_DIR = tmp_path / "var"
    return settings.VAR_DIR / "letters"


@pytest.fixture
def letter():
    dossier = opened()
    demand = request(dossier)
    return followed.freeze(dossier, demand, composed(dossier, demand, HUB, TODAY), at=AT)


def stored(letter):
    return Letter.objects.get(id=letter.id)


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def altered(letter):
    """From now on the letter prints otherwise, as after a change of the press."""
    text = contents.text(followed.thaw(letter)).replace("Signature", "Signé")
    letter.content = vault.seal(
        key_of(letter.dossier),
        text,
        label="letter.content",
        owner=letter.id,
    )
    letter.save()


def test_the_first_download_is_noted_and_the_next_is_the_same(letter, folder):
    first = followed.pdf(letter)
    assert first == press.render(followed.thaw(letter).letter.sheet)
    assert letter.first_pdf == stored(letter).first_pdf == sha256(first)
    assert followed.pdf(stored(letter)) == first
    assert not folder.exists()  # before it is evidence, nothing is kept


def test_a_later_download_leaves_the_first_ones_trace(letter):
    followed.pdf(letter)
    before = letter.first_pdf
    altered(letter)
    assert sha256(followed.pdf(letter)) != before
    assert stored(letter).first_pdf == before


def test_a_kept_file_is_sealed_for_its_owner_alone_and_noted(letter, folder):
    followed.keep(letter, at=LATER)
    (file,) = folder.iterdir()
    content = press.render(followed.thaw(letter).letter.sheet)
    assert file.name == str(letter.id)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (file, folder)] == [0o600, 0o700]
    assert b"%PDF" not in file.read_bytes()
    kept = stored(letter)
    assert (kept.kept_pdf, kept.kept_at, kept.first_pdf) == (sha256(content), LATER, "")
    assert followed.pdf(letter) == content


def test_the_exhibit_is_the_file_even_if_the_press_changed_since(letter):
    followed.keep(letter, at=LATER)
    before = followed.pdf(letter)
    altered(letter)
    assert followed.pdf(letter) == before


def test_keeping_again_changes_nothing(letter, folder):
    followed.keep(letter, at=LATER)
    before = (folder / str(letter.id)).read_bytes()
    followed.keep(Letter.objects.get(id=letter.id), at=LATER + timedelta(1))
    assert (folder / str(letter.id)).read_bytes() == before
    assert stored(letter).kept_at == LATER


def test_a_file_made_again_says_so_and_when(letter):
    followed.pdf(letter)
    assert followed.made_again(letter) is None
    altered(letter)
    followed.keep(letter, at=LATER)
    assert followed.made_again(stored(letter)) == LATER


@pytest.mark.parametrize("downloaded", [True, False])
def test_the_same_file_kept_is_not_made_again(letter, downloaded):
    if downloaded:
        followed.pdf(letter)
    followed.keep(letter, at=LATER)
    assert followed.made_again(stored(letter)) is None


def test_a_crash_between_file_and_row_is_made_good(letter, folder):
    folder.mkdir(parents=True)
    (folder / str(letter.id)).write_bytes(b"whatever an interrupted attempt left")
    assert followed.pdf(letter)[:5] == b"%PDF-"
    followed.keep(letter, at=LATER)
    assert sha256(followed.pdf(letter)) == stored(letter).kept_pdf


def test_a_disk_that_refuses_leaves_no_trace_of_the_attempt(letter, folder):
    folder.mkdir(parents=True)
    (folder / str(letter.id)).mkdir()  # where the file would go
    with pytest.raises(OSError, match="directory"):
        followed.keep(letter, at=LATER)
    assert [path.name for path in folder.iterdir()] == [str(letter.id)]
    assert (stored(letter).kept_pdf, stored(letter).kept_at) == ("", None)


@pytest.mark.parametrize("harm", ["gone", "cut", "moved", "older"])
def test_evidence_that_was_harmed_is_never_replaced(letter, folder, harm):
    followed.keep(letter, at=LATER)
    file, key = folder / str(letter.id), key_of(letter.dossier)
    if harm == "gone":
        file.unlink()
    elif harm == "cut":
        file.write_bytes(file.read_bytes()[:-1])
    else:
        owner = uuid4() if harm == "moved" else letter.id
        file.write_bytes(vault.seal_file(key, b"%PDF-", label="letter.pdf", owner=owner))
    with pytest.raises(followed.LostFileError) as caught:
        followed.pdf(letter)
    assert str(caught.value) == str(letter.id)


@pytest.mark.parametrize("act", [followed.pdf, lambda letter: followed.keep(letter, at=LATER)])
def test_nothing_is_printed_within_a_transaction(letter, act, folder):
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        act(letter)
    assert (stored(letter).first_pdf, stored(letter).kept_pdf, folder.exists()) == ("", "", False)


@pytest.mark.parametrize("act", [followed.pdf, lambda letter: followed.keep(letter, at=LATER)])
def test_a_letter_made_again_meanwhile_is_no_more(letter, act, folder):
    followed.unfreeze(letter.demand)
    with pytest.raises(Letter.DoesNotExist):
        act(letter)
    assert not folder.exists()


def test_a_letter_that_cannot_be_printed_whole_is_not_kept(letter, folder):
    text = contents.text(followed.thaw(letter)).replace("Signature", "<p style='colour:red'>x</p>")
    letter.content = vault.seal(
        key_of(letter.dossier), text, label="letter.content", owner=letter.id
    )
    letter.save()
    for act in (followed.pdf, lambda letter: followed.keep(letter, at=LATER)):
        with pytest.raises(press.PressError):
            act(letter)
    assert (stored(letter).first_pdf, stored(letter).kept_pdf, folder.exists()) == ("", "", False)


def test_the_files_go_with_their_dossier_once_it_is_gone(
    letter, folder, django_capture_on_commit_callbacks
):
    followed.keep(letter, at=LATER)
    with django_capture_on_commit_callbacks(execute=True):
        followed.forget_files(letter.dossier)
        Dossier.objects.all().delete()
        assert [path.name for path in folder.iterdir()] == [str(letter.id)]
    assert list(folder.iterdir()) == []


def test_files_that_were_never_made_are_no_hindrance(letter, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as done:
        followed.forget_files(letter.dossier)
    assert len(done) == 1


def test_without_a_folder_there_is_no_stray():
    assert list(followed.strays()) == []


def test_a_stray_is_a_file_of_ours_that_no_letter_has(letter, folder):
    followed.keep(letter, at=LATER)
    gone, mine = uuid4(), letter.id
    for name in (f"{gone}", f".{gone}.x7_k", f".{mine}.x7_k", "notes.txt", ".keep"):
        (folder / name).write_bytes(b"x")
    found = sorted(path.name for path in followed.strays())
    assert found == sorted([f"{gone}", f".{gone}.x7_k", f".{mine}.x7_k"])


def test_a_file_in_the_making_is_none(letter, folder):
    folder.mkdir(parents=True)
    for name in (f"{letter.id}", f".{letter.id}.x7_k"):
        (folder / name).write_bytes(b"x")
    assert list(followed.strays()) == []


def test_many_strays_are_found_in_few_queries(
    letter, folder, monkeypatch, django_assert_num_queries
):
    followed.keep(letter, at=LATER)
    monkeypatch.setattr(files, "AT_ONCE", 4)
    for _ in range(9):
        (folder / str(uuid4())).write_bytes(b"x")
    with django_assert_num_queries(3):
        assert len(list(followed.strays())) == 9
