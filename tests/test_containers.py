"""The container's files: well formed, without a secret, and started like everywhere else."""

import fnmatch
import re
import subprocess
import sys
from pathlib import Path

import pytest

from opposition.management import separate

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
LINTERS = {
    "Dockerfile": [PROGRAMS / "hadolint", "--no-color"],
    "docker-compose.yml": [
        PROGRAMS / "check-jsonschema",
        "--builtin-schema",
        "vendor.compose-spec",
    ],
}


def judged(name, text, tmp_path):
    """The linter's status and words for this text."""
    file = tmp_path / name
    file.write_text(text)
    done = subprocess.run([*LINTERS[name], file], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("name", LINTERS)
def test_it_is_well_formed(name, tmp_path):
    status, words = judged(name, (ROOT / name).read_text(), tmp_path)
    assert status == 0, words


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("Dockerfile", "WORKDIR /app", "WORKDIR app"),
        ("docker-compose.yml", "env_file:", "env_files:"),
    ],
)
def test_a_fault_is_seen(name, right, wrong, tmp_path):
    text = (ROOT / name).read_text()
    assert right in text
    assert judged(name, text.replace(right, wrong), tmp_path)[0] == 1


def test_the_image_takes_in_what_is_named_and_no_more():
    first, *lines = [
        line
        for line in (ROOT / ".dockerignore").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    taken = [line.removeprefix("!") for line in lines if line.startswith("!")]
    assert first == "*"
    kept_out = [".env", ".git", ".venv", "var", "tests", "docs", ".ci", "bin"]
    assert [name for name in kept_out if any(fnmatch.fnmatch(name, one) for one in taken)] == []
    needed = ["letters", "opposition", "portal", "templates", "static", "manage.py", "LICENSE"]
    assert [name for name in needed if name not in taken] == []


def test_production_starts_its_processes_as_the_demonstration_does():
    told = " ".join((ROOT / "docker-compose.yml").read_text().split())
    for words in separate.commands(3).values():
        program = words[words.index("-m") + 1 :]
        if program[0] == "celery":
            assert set(program) <= set(told.split()), program
    assert '"gunicorn", "--config", "python:portal.gunicorn"' in (ROOT / "Dockerfile").read_text()


def test_no_password_has_a_default():
    text = (ROOT / "docker-compose.yml").read_text()
    assert re.findall(r"\$\{\w*PASSWORD(?!:\?\})[^}]*\}", text) == []
