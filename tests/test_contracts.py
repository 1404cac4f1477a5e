"""The import contracts of pyproject.toml hold, and each of them can be broken."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("portal", "opposition", "letters")
NAMES = {
    contract["name"]: contract["id"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
}


@pytest.fixture
def copy(tmp_path):
    """The code alone, in a place where it may be spoilt."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=_all_but_code)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _all_but_code(folder, names):
    return [name for name in names if not (Path(folder, name).is_dir() or name.endswith(".py"))]


def broken(folder):
    """The contracts that do not hold in this folder."""
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = {
        NAMES[name]: verdict.startswith("BROKEN")
        for name in NAMES
        for line in run.stdout.splitlines()
        if (verdict := line.removeprefix(f"{name} ")) != line
    }
    assert set(verdicts) == set(NAMES.values()), run.stdout + run.stderr
    return {name for name, is_broken in verdicts.items() if is_broken}


def test_every_contract_is_kept(copy):
    assert broken(copy) == set()


@pytest.mark.parametrize(
    ("file", "line", "contracts"),
    [
        ("letters/planted.py", "import opposition.urls", {"rooms", "letters"}),
        ("letters/planted.py", "import django", {"letters"}),
        ("letters/planted.py", "import weasyprint", {"press"}),
        ("opposition/apps.py", "import portal", {"rooms"}),
        ("opposition/apps.py", "import weasyprint", {"press"}),
        ("opposition/apps.py", "import celery", {"queue"}),
        ("opposition/domain/planted.py", "import opposition.channels", {"floors"}),
        ("opposition/domain/planted.py", "import opposition.clock", {"floors", "clock", "domain"}),
        ("opposition/domain/planted.py", "import django", {"domain"}),
        ("opposition/records.py", "import opposition.clock", {"clock"}),
        ("opposition/planted.py", "", {"floors"}),
        ("portal/planted.py", "import opposition.clock", {"clock"}),
    ],
)
def test_a_forbidden_import_breaks_its_contract(copy, file, line, contracts):
    (copy / "opposition" / "channels").mkdir(exist_ok=True)
    (copy / "opposition" / "channels" / "__init__.py").touch()
    with (copy / file).open("a") as stream:
        stream.write(f"\n{line}\n")
    assert broken(copy) == contracts
