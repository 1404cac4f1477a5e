"""Keys are made once, for their owner alone, and never over an older one."""

import re
from pathlib import Path

import pytest

from portal import keys


@pytest.fixture
def var(tmp_path):
    return tmp_path / "var"


def test_each_key_is_made_once(var):
    assert keys.ensure(var) == ["SECRET_KEY"]
    text = (var / "secrets.env").read_text()
    assert re.fullmatch(r"SECRET_KEY=[\w-]{64}\n", text)
    assert keys.ensure(var) == []
    assert (var / "secrets.env").read_text() == text


def test_two_portals_do_not_share_a_key(var, tmp_path):
    keys.ensure(var)
    keys.ensure(tmp_path / "other")
    assert (var / "secrets.env").read_text() != (tmp_path / "other" / "secrets.env").read_text()


def test_nobody_else_reads_them(var):
    keys.ensure(var)
    assert [path.name for path in var.iterdir()] == ["secrets.env"]
    assert var.stat().st_mode & 0o777 == 0o700
    assert (var / "secrets.env").stat().st_mode & 0o777 == 0o600


def test_what_stands_there_is_kept_and_only_the_missing_is_added(var, monkeypatch):
    var.mkdir()
    (var / "secrets.env").write_text("# ours\nSECRET_KEY=chosen")
    monkeypatch.setattr(keys, "NAMES", ("SECRET_KEY", "OTHER_KEY"))
    assert keys.ensure(var) == ["OTHER_KEY"]
    first, second, third = (var / "secrets.env").read_text().splitlines()
    assert (first, second, third.partition("=")[0]) == ("# ours", "SECRET_KEY=chosen", "OTHER_KEY")


def test_a_draft_left_by_a_crash_is_written_again(var):
    var.mkdir()
    (var / "secrets.new").write_text("half")
    keys.ensure(var)
    assert [path.name for path in var.iterdir()] == ["secrets.env"]
    assert "half" not in (var / "secrets.env").read_text()


def test_the_command_says_what_it_made_and_what_losing_it_means(var, capsys):
    assert keys.main(str(var)) == 0
    assert capsys.readouterr().err == (
        f"Clés du portail créées dans {var}/secrets.env (SECRET_KEY)\u202f: "
        "perdre ce fichier, c’est perdre les données.\n"
    )
    assert keys.main(str(var)) == 0
    assert capsys.readouterr() == ("", "")


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path, capsys):
    place = tmp_path / "file"
    place.touch()
    assert keys.main(str(place)) == 1
    assert capsys.readouterr().err == (
        f"Impossible d’écrire les clés du portail\u202f: [Errno 17] File exists: '{Path(place)}'.\n"
    )
