"""`bin/check` takes every step, whatever the first ones found; `.ci/run` adds the suite."""

import pytest

from tests.bin import playing

NAMES = [
    "ruff\u202f: règles",
    "ruff\u202f: forme",
    "types",
    "qui importe qui",
    "migrations complètes",
    "réglages de production",
    "STATES.md égal à sa source",
    "la maison\u202f: budgets et habitudes",
]


@pytest.fixture
def house(tmp_path):
    playing.play(tmp_path / "bin" / "setup", "exit 0")
    for program in ("ruff", "mypy", "lint-imports", "python"):
        playing.play(
            tmp_path / ".venv" / "bin" / program, f"case $BAD in {program}) exit 3 ;; esac"
        )
    return playing.house(tmp_path, "bin/check")


def check(house, bad):
    """The steps taken, what is said last, and the exit status, with one program that fails."""
    done = playing.run(house / "bin" / "check", BAD=bad)
    steps = [line.removeprefix("== ") for line in done.stdout.splitlines() if line.strip()]
    return steps, done.returncode


def test_all_is_said_to_be_in_order_where_it_is(house):
    assert check(house, "none") == ([*NAMES, "Tout est en ordre."], 0)


@pytest.mark.parametrize(
    ("bad", "failed"),
    [
        ("ruff", NAMES[:2]),
        ("mypy", NAMES[2:3]),
        ("lint-imports", NAMES[3:4]),
        ("python", NAMES[4:]),
    ],
)
def test_a_failure_hides_none_of_the_next_steps(house, bad, failed):
    told = ["En échec\u202f:", *(f"  {name}" for name in failed)]
    assert check(house, bad) == ([*NAMES, *told], 1)


@pytest.mark.parametrize(
    ("checks", "tests", "status"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1)]
)
def test_continuous_integration_runs_both_and_allows_no_skip(tmp_path, checks, tests, status):
    playing.house(tmp_path, ".ci/run")
    playing.play(tmp_path / "bin" / "check", f'echo "check $CI" >>calls; exit {checks}')
    playing.play(tmp_path / "bin" / "test", f'echo "test $CI $*" >>calls; exit {tests}')
    assert playing.run(tmp_path / ".ci" / "run", "--full").returncode == status
    assert playing.calls(tmp_path) == ["check true", "test true --full"]
