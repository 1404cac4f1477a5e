"""The private PostgreSQL works, hands its command's status on, and leaves nothing behind."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.servers import postgres

ROOT = Path(__file__).resolve().parent.parent.parent
ASK = """
import os, sys, psycopg2
with psycopg2.connect(os.environ["DATABASE_URL"]) as connection, connection.cursor() as cursor:
    cursor.execute("SHOW data_directory")
    print(*cursor.fetchone())
sys.exit(7)
"""


def with_postgres(command, tmp_path, **more):
    """The command's output and exit status, its server's files lying in this folder."""
    env = {key: value for key, value in os.environ.items() if key != "TEST_DATABASE_URL"}
    run = subprocess.run(
        [sys.executable, "-m", "tests.servers.postgres", *command],
        cwd=ROOT,
        env={**env, "TMPDIR": str(tmp_path), **more},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout, run.returncode


@pytest.fixture
def place():
    """A folder that another user may enter: pytest's own are closed to it."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    assert list(folder.iterdir()) == []
    folder.rmdir()


@pytest.mark.skipif(postgres.programs() is None, reason="PostgreSQL’s programs are not installed")
def test_the_command_talks_to_a_server_of_its_own_that_leaves_nothing(place):
    output, status = with_postgres([sys.executable, "-c", ASK], place)
    assert Path(output).parent.parent == place
    assert status == 7


def test_an_address_that_is_given_is_taken_as_it_is(tmp_path):
    asked = ["sh", "-c", "echo $DATABASE_URL"]
    assert with_postgres(asked, tmp_path, TEST_DATABASE_URL="postgres://x@y/z") == (
        "postgres://x@y/z\n",
        0,
    )


def test_without_any_program_nothing_runs(monkeypatch, capfd):
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(postgres, "programs", lambda: None)
    assert postgres.main(["echo", "ran"]) == postgres.UNAVAILABLE
    assert capfd.readouterr().out == ""
