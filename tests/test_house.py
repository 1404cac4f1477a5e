"""The habits of the house that no linter knows: budgets, openings, twins, scripts."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("portal", "opposition", "letters")
MADE = {".git", ".venv", ".env", "var", "node_modules", "__pycache__"}  # and caches, below
FILE = {"code": 200, "tests": 400}
FUNCTION = {"code": 40, "tests": 60}
SCRIPTS = ("bin/setup", "bin/run", "bin/test", "bin/check", "bin/fix", ".ci/run")
RATIO = (1.0, 2.5)

# Code files without a test file of their name: why.
NO_TWIN: dict[str, str] = {}


def _walk(folder):
    """Every file of the house, without what tools and starts have made."""
    for path in sorted(folder.iterdir()):
        if path.name in MADE or path.name.endswith("_cache") or path.name == ".hypothesis":
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path.relative_to(ROOT)


FILES = list(_walk(ROOT))
MODULES = [file for file in FILES if file.suffix == ".py" and "migrations" not in file.parts]
CODE = [file for file in MODULES if file.parts[0] in ROOMS]
TESTS = [file for file in MODULES if file.parts[0] == "tests"]


def _source(file):
    return (ROOT / file).read_text(encoding="utf-8")


def _kind(file):
    return "tests" if file in TESTS else "code"


def _functions(tree):
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_the_walk_sees_the_house():
    assert {"manage.py", "bin/run", "tests/test_house.py"} <= {str(file) for file in FILES}


def test_no_file_outgrows_its_budget():
    sizes = {file: len(_source(file).splitlines()) for file in MODULES}
    assert {str(f): n for f, n in sizes.items() if n > FILE[_kind(f)]} == {}


def test_no_function_outgrows_its_budget():
    sizes = {
        f"{file}:{node.name}": (node.end_lineno - node.lineno + 1, FUNCTION[_kind(file)])
        for file in MODULES
        for node in _functions(ast.parse(_source(file)))
    }
    assert {name: size for name, (size, budget) in sizes.items() if size > budget} == {}


def test_every_module_opens_with_a_sentence():
    silent = [f for f in MODULES if (text := _source(f)) and not ast.get_docstring(ast.parse(text))]
    assert [str(file) for file in silent] == []


# Written so that this file does not match itself.
ELSEWHERE = re.compile(
    r"(?<![\w.])/(?:w[o]rk|r[o]ot|h[o]me)/|\.\./s[h]ared|index-u[r]l|/s[i]mple/|pythonh[o]sted"
)


@pytest.mark.parametrize(
    "text",
    ["/ro" + "ot/x", "cd /wo" + "rk/main", "../sha" + "red/design.md", "--index-" + "url x"],
)
def test_what_belongs_to_one_machine_is_recognised(text):
    assert ELSEWHERE.search(text)


def test_nothing_names_the_machine_it_was_written_on():
    found = {
        f"{file}: {match.group()}"
        for file in FILES
        if (match := ELSEWHERE.search((ROOT / file).read_bytes().decode(errors="ignore")))
    }
    assert found == set()


def _has_twin(file):
    parts = file.with_suffix("").parts
    *folders, name = parts[:-1] if parts[-1] == "__init__" else parts
    place = ROOT.joinpath("tests", *folders)
    return any(place.glob(f"test_{name}.py")) or any(place.glob(f"test_{name}_*.py"))


def test_every_file_with_logic_has_a_test_file_of_its_name():
    alone = [f for f in CODE if _functions(ast.parse(_source(f))) and not _has_twin(f)]
    assert [str(file) for file in alone if str(file) not in NO_TWIN] == []


def test_no_exception_outlives_its_reason():
    assert [name for name in NO_TWIN if Path(name) not in CODE or _has_twin(Path(name))] == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_is_plain_sh_and_can_be_run(script):
    assert os.access(ROOT / script, os.X_OK)
    assert _source(script).startswith("#!/bin/sh\n# ")
    assert subprocess.run(["sh", "-n", ROOT / script], check=False).returncode == 0


def test_every_dependency_is_explained():
    names = re.findall(r"^([a-z0-9-]+)", _source("requirements/base.in"), re.MULTILINE)
    told = _source("CONTRIBUTING.md").lower()
    assert [name for name in names if name not in told] == []


def test_every_dependency_is_locked_with_its_hashes():
    for lock in ("base", "dev"):
        pins = re.split(r"\n(?=\S)", _source(f"requirements/{lock}.txt").strip())
        assert [
            pin for pin in pins if not pin.startswith("#") and "--hash=sha256:" not in pin
        ] == []


def test_every_variable_of_the_settings_is_in_the_example():
    read = re.findall(r'env\.\w+\(\s*"(\w+)"', _source("portal/settings.py"))
    told = re.findall(r"^(?:# )?(\w+)(?:=| \(default)", _source(".env.example"), re.MULTILINE)
    assert sorted(told) == sorted(read)


def _code_lines(file):
    """Lines without blanks, comments and docstrings."""
    source = _source(file)
    lines = [line.strip() for line in source.splitlines()]
    for node in ast.walk(ast.parse(source)):
        holds_docstring = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if holds_docstring and ast.get_docstring(node):
            text = node.body[0]
            lines[text.lineno - 1 : text.end_lineno] = [""] * (text.end_lineno - text.lineno + 1)
    return sum(bool(line) and not line.startswith("#") for line in lines)


def test_there_is_about_as_much_test_as_code(capsys):
    code, tests = (sum(map(_code_lines, files)) for files in (CODE, TESTS))
    with capsys.disabled():
        sys.stdout.write(f"\ncode {code}, essais {tests} : {tests / code:.2f}\n")
    assert RATIO[0] <= tests / code <= RATIO[1]
