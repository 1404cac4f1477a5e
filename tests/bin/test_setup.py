"""`bin/setup` does what is missing and nothing else; the machine's own commands are played."""

import hashlib
import shutil

import pytest

from tests.bin import playing
from tests.bin.playing import calls

LIBRARIES = (
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz-subset.so.0",
    "libatomic.so.1",
)
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
LINE = "sudo apt-get update && sudo apt-get install -y --no-install-recommends"
VERSION = "Python 3.11.2"
MAKE = "python3 -m venv --clear .venv"
INSTALL = (
    "python -m pip install --quiet --disable-pip-version-check --no-input "
    "--require-hashes --requirement requirements/{}.txt"
)

PYTHON = f"""
[ "$1" = -VV ] && echo {VERSION} && exit
echo "python $*" >>calls
"""
PYTHON3 = """
[ "$1" = -m ] || exit 0
echo "python3 $*" >>calls
rm -rf .venv && mkdir -p .venv/bin && cp played/python .venv/bin/python
"""


@pytest.fixture
def house(tmp_path):
    """A clone with its set-up, on a machine where all is there and whose user is not root."""
    playing.house(tmp_path, "bin/setup")
    (tmp_path / "requirements").mkdir()
    for lock in ("base", "dev"):
        (tmp_path / "requirements" / f"{lock}.txt").write_text(f"{lock}\n")
    play(tmp_path, "id", "echo 1000")
    play(tmp_path, "ldconfig", "".join(f"echo '\t{name} (libc6) => x'\n" for name in LIBRARIES))
    play(tmp_path, "pdftotext", "exit 0")
    play(tmp_path, "redis-server", "exit 0")
    play(tmp_path, "python", PYTHON)
    play(tmp_path, "python3", PYTHON3)
    return tmp_path


def play(house, command, script):
    playing.play(house / "played" / command, script)


def make_environment(house, lock):
    """The virtual environment as an earlier set-up left it."""
    (house / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(house / "played" / "python", house / ".venv" / "bin" / "python")
    text = f"{house}\n{VERSION}\n" + (house / "requirements" / f"{lock}.txt").read_text()
    (house / ".venv" / "ready").write_text(f"{hashlib.sha256(text.encode()).hexdigest()}  -\n")


def set_up(house, *words, **env):
    """Exit status and standard error of the set-up."""
    done = playing.run(house / "bin" / "setup", *words, first=house / "played", **env)
    assert done.stdout == ""
    return done.returncode, done.stderr


def making(lock):
    return f"Environnement Python (.venv)\u202f: requirements/{lock}.txt\n"


def missing(packages):
    return (
        "Il manque des paquets du système. Ligne à taper, avant de recommencer\u202f:\n"
        f"{LINE} {packages}\n"
    )


def test_an_unknown_word_is_refused(house):
    assert set_up(house, "all") == (2, "Usage\u202f: bin/setup [run|test|check]\n")


@pytest.mark.parametrize(("words", "lock"), [((), "base"), (("run",), "base"), (("check",), "dev")])
def test_a_fresh_clone_gets_its_environment_then_nothing_more(house, words, lock):
    assert set_up(house, *words) == (0, making(lock))
    assert calls(house) == [MAKE, INSTALL.format(lock)]
    assert set_up(house, *words) == (0, "")
    assert calls(house) == [MAKE, INSTALL.format(lock)]


def test_the_environment_of_the_tests_runs_the_portal_too(house):
    make_environment(house, "dev")
    assert set_up(house, "run") == (0, "")
    assert calls(house) == []


def test_what_tests_need_is_added_without_undoing_what_a_portal_runs_on(house):
    make_environment(house, "base")
    assert set_up(house, "check") == (0, making("dev"))
    assert calls(house) == [INSTALL.format("dev")]


def test_a_half_made_environment_is_made_again(house):
    make_environment(house, "base")
    (house / ".venv" / "ready").unlink()
    assert set_up(house, "run") == (0, making("base"))
    assert calls(house) == [MAKE, INSTALL.format("base")]


def test_a_changed_lock_makes_the_environment_again(house):
    make_environment(house, "base")
    (house / "requirements" / "base.txt").write_text("other\n")
    assert set_up(house, "run") == (0, making("base"))
    assert calls(house) == [MAKE, INSTALL.format("base")]


def test_a_failed_installation_fails_and_is_not_taken_for_done(house):
    play(house, "python", f'[ "$1" = -VV ] && echo {VERSION} && exit\nexit 3\n')
    assert set_up(house, "run") == (3, making("base"))
    assert not (house / ".venv" / "ready").exists()


def test_without_the_libraries_a_user_is_told_the_line_to_type(house):
    make_environment(house, "base")
    play(house, "ldconfig", "")
    assert set_up(house, "run") == (1, missing(PACKAGES))


def test_without_what_only_tests_need_a_user_is_told_loudly_and_goes_on(house):
    make_environment(house, "dev")
    play(house, "pdftotext", "exit 127")
    status, error = set_up(house, "test")
    assert status == 0
    assert error.startswith(missing("poppler-utils")[:-1])
    assert error.endswith("\nSans eux, une partie des essais ne tournera pas.\n")


def test_continuous_integration_stops_where_something_is_missing(house):
    make_environment(house, "dev")
    play(house, "pdftotext", "exit 127")
    status, error = set_up(house, "test", CI="true")
    assert status == 1
    assert error.startswith(missing("poppler-utils")[:-1])
