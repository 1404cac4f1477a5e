"""`bin/test` runs both databases, says what did not run, and hands the verdict on."""

import pytest

from tests.bin import playing

PYTHON = """
echo "$*" >>calls
case $* in *tests.servers.postgres*) exit "$POSTGRES" ;; *) exit "$SQLITE" ;; esac
"""
PYTEST = "-m pytest -p tests.nothing_missing -rfEs -n 2 "
SQLITE = f"{PYTEST}-m "
POSTGRES = f"-m tests.servers.postgres .venv/bin/python {PYTEST}"
VERDICTS = ("SQLite", "PostgreSQL")
PLAYED, NOTHING = "réussi", "aucun essai choisi"
ABSENT = "NON JOUÉ\u202f: ni TEST_DATABASE_URL, ni programmes (paquet postgresql)"


@pytest.fixture
def house(tmp_path):
    playing.play(tmp_path / "bin" / "setup", 'echo "bin/setup $*" >>calls')
    playing.play(tmp_path / ".venv" / "bin" / "python", PYTHON)
    return playing.house(tmp_path, "bin/test")


def suite(house, *words, sqlite=0, postgres=0, **env):
    return playing.run(
        house / "bin" / "test", *words, SQLITE=str(sqlite), POSTGRES=str(postgres), **env
    )


def summary(done):
    """What is said of each database at the end."""
    lines = done.stdout.partition("== Résumé\n")[2].splitlines()
    pairs = [line.strip().split("\u202f: ", 1) for line in lines]
    return {name: verdict for name, verdict in pairs if name in VERDICTS}


@pytest.mark.parametrize(
    ("words", "sqlite", "postgres"),
    [
        ((), "not full", "-m db and (not full)"),
        (("--full",), "full or not full", "-m db and (full or not full)"),
        (("-k", "a"), "not full -k a", "-k a -m db and (not full)"),
        (
            ("--full", "tests/x"),
            "full or not full tests/x",
            "tests/x -m db and (full or not full)",
        ),
    ],
)
def test_both_databases_get_the_words_that_were_given(house, words, sqlite, postgres):
    assert suite(house, *words).returncode == 0
    assert playing.calls(house) == ["bin/setup test", SQLITE + sqlite, POSTGRES + postgres]


@pytest.mark.parametrize(
    ("ended", "ci", "status", "told"),
    [
        ((0, 0), "", 0, (PLAYED, PLAYED)),
        ((1, 0), "", 1, ("ÉCHEC (statut 1)", PLAYED)),
        ((0, 1), "", 1, (PLAYED, "ÉCHEC (statut 1)")),
        ((0, 2), "", 1, (PLAYED, "ÉCHEC (statut 2)")),
        ((0, 5), "true", 0, (PLAYED, NOTHING)),
        ((5, 5), "", 1, (NOTHING, NOTHING)),
        ((0, 69), "", 0, (PLAYED, ABSENT)),
        ((0, 69), "true", 1, (PLAYED, ABSENT)),
    ],
)
def test_the_verdict_is_that_of_both_and_what_did_not_run_is_said(house, ended, ci, status, told):
    done = suite(house, sqlite=ended[0], postgres=ended[1], CI=ci)
    assert summary(done) == dict(zip(VERDICTS, told, strict=True))
    assert done.returncode == status


@pytest.mark.parametrize(
    ("programs", "told"),
    [
        (["dirname", "redis-server"], []),
        (["dirname"], ["  Redis\u202f: NON JOUÉ\u202f: redis-server est absent"]),
    ],
)
def test_without_redis_what_needs_it_is_said_not_to_have_run(house, programs, told):
    for program in programs:
        playing.play(house / "machine" / program, f'exec /usr/bin/{program} "$@"')
    done = suite(house, PATH=str(house / "machine"))
    assert [line for line in done.stdout.splitlines() if "Redis" in line] == told


def test_nothing_runs_where_the_set_up_fails(house):
    playing.play(house / "bin" / "setup", "exit 1")
    assert suite(house).returncode == 1
    assert playing.calls(house) == []
