"""What cannot run is skipped on a developer's machine, and fails where CI is true."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ("-p", "tests.nothing_missing", "-p", "no:django", "-c", "/dev/null")
ONE_OF_EACH = """
import pytest

def test_passes():
    pass

@pytest.mark.skip(reason="no server here")
def test_is_skipped():
    pass

@pytest.mark.xfail
def test_is_known_to_fail():
    assert False
"""


@pytest.mark.parametrize(
    ("env", "words", "status"),
    [
        ({"CI": ""}, "1 passed, 1 skipped, 1 xfailed", 0),
        ({"CI": "true"}, "1 passed, 1 xfailed, 1 error", 1),
    ],
)
def test_continuous_integration_takes_a_skip_for_a_failure(tmp_path, env, words, status):
    (tmp_path / "test_sample.py").write_text(ONE_OF_EACH)
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *OPTIONS, f"--rootdir={tmp_path}", tmp_path],
        cwd=ROOT,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert words in run.stdout.splitlines()[-1]
    assert run.returncode == status
    assert ("CI=true\u202f: rien ne se saute. Skipped: no server here" in run.stdout) == bool(
        status
    )
