"""`manage.py states` writes the page, and its check cannot be fooled."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from opposition.domain import diagram
from opposition.management.commands import states


def run(*arguments):
    out = StringIO()
    call_command("states", *arguments, stdout=out)
    return out.getvalue()


def test_the_page_in_the_repository_is_the_one_that_the_tables_give():
    assert run("--check") == "STATES.md dit ce que dit machine.py.\n"


def test_the_page_is_written_where_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(states, "PAGE", tmp_path / "STATES.md")

    assert run() == "STATES.md est écrit.\n"
    assert (tmp_path / "STATES.md").read_text(encoding="utf-8") == diagram.page()
    assert run("--check") == "STATES.md dit ce que dit machine.py.\n"


@pytest.mark.parametrize("text", [None, "", diagram.page() + "\n"])
def test_the_check_refuses_a_page_that_differs_and_writes_nothing(tmp_path, monkeypatch, text):
    page = tmp_path / "STATES.md"
    monkeypatch.setattr(states, "PAGE", page)
    if text is not None:
        page.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError) as refusal:
        run("--check")

    assert str(refusal.value) == (
        "STATES.md ne dit plus ce que dit machine.py\u202f: lancez manage.py states."
    )
    assert refusal.value.returncode == 1
    assert (page.read_text(encoding="utf-8") if page.exists() else None) == text
