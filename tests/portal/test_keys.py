"""Keys are made once, for their owner alone, and never over an older one."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from opposition.vault import keyring
from portal import keys

NAMES = ["SECRET_KEY", "VAULT_KEYS", "INDEX_KEY"]


@pytest.fixture
def var(tmp_path):
    return tmp_path / "var"


def test_each_key_is_made_once(var):
    assert keys.ensure(var) == NAMES
    text = (var / "secrets.env").read_text()
    made = r"SECRET_KEY=[\w-]{64}\nVAULT_KEYS=1:[\w-]{43}\nINDEX_KEY=[\w-]{43}\n"
    assert re.fullmatch(made, text)
    assert keys.ensure(var) == []
    assert (var / "secrets.env").read_text() == text


def test_what_is_made_is_what_the_vault_takes(var):
    keys.ensure(var)
    made = dict(line.split("=", 1) for line in (var / "secrets.env").read_text().splitlines())
    assert list(keyring.portal_keys(made["VAULT_KEYS"])) == [1]
    assert keyring.faults_of_index_key(made["INDEX_KEY"], beside=made["VAULT_KEYS"]) == []


def test_no_two_keys_are_the_same_in_one_portal_or_in_two(var, tmp_path):
    made = []
    for folder in (var, tmp_path / "other"):
        keys.ensure(folder)
        made += [line.split("=")[1] for line in (folder / "secrets.env").read_text().splitlines()]
    assert len({key.removeprefix("1:")[:43] for key in made}) == 6


def test_nobody_else_reads_them(var):
    keys.ensure(var)
    assert [path.name for path in var.iterdir()] == ["secrets.env"]
    assert var.stat().st_mode & 0o777 == 0o700
    assert (var / "secrets.env").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("older", "added"),
    [
        (["# ours", "SECRET_KEY=chosen"], ["VAULT_KEYS", "INDEX_KEY"]),
        (["VAULT_KEYS=1:chosen,2:chosen"], ["SECRET_KEY", "INDEX_KEY"]),
        (["INDEX_KEY = chosen", "SECRET_KEY=", "VAULT_KEYS=1:chosen"], []),
    ],
)
def test_to_an_older_file_only_the_missing_is_added(var, older, added):
    var.mkdir()
    (var / "secrets.env").write_text("\n".join(older))
    (var / "secrets.env").chmod(0o644)
    assert keys.ensure(var) == added
    lines = (var / "secrets.env").read_text().splitlines()
    assert lines[: len(older)] == older
    assert [line.partition("=")[0] for line in lines[len(older) :]] == added
    if added:
        assert (var / "secrets.env").stat().st_mode & 0o777 == 0o600


def test_two_starts_at_once_make_one_set_of_keys(var):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: keys.ensure(var), range(8)))
    assert sorted(made) == [[]] * 7 + [NAMES]


def test_a_draft_left_by_a_crash_is_written_again(var):
    var.mkdir()
    (var / "secrets.new").write_text("half")
    keys.ensure(var)
    assert [path.name for path in var.iterdir()] == ["secrets.env"]
    assert "half" not in (var / "secrets.env").read_text()


def test_the_command_says_what_it_made_and_what_losing_it_means(var, capsys):
    assert keys.main(str(var)) == 0
    assert capsys.readouterr().err == (
        f"Clés du portail créées dans {var}/secrets.env (SECRET_KEY, VAULT_KEYS, INDEX_KEY)\u202f: "
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
