"""What a web server meets when it loads the portal: a page, or one kind sentence per fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "0123456789abcdef" * 4
PRODUCTION = {
    "DEMO": "",
    "DEBUG": "",
    "SECRET_KEY": KEY,
    "VAULT_KEYS": f"1:{KEY[:42]}0",
    "INDEX_KEY": f"{KEY[:42]}4",
    "ALLOWED_HOSTS": "portail.example",
    "PUBLISHER_NAME": "Les Amis",
    "PUBLISHER_CONTACT": "contact@portail.example",
    "PUBLISHER_HOST": "Hébergeur d’Exemple",
    "EMAIL_URL": "smtp+tls://portail:secret@smtp.example:587",
    "EMAIL_FROM": "suivi@portail.example",
    "SITE_URL": "https://portail.example",
}
ASK = """
from portal.wsgi import application
from django.test import RequestFactory
environ = RequestFactory()._base_environ(SERVER_NAME="portail.example")
environ["wsgi.url_scheme"] = "https"
print(application(environ, lambda status, headers: print(status, headers)).content.decode())
"""


@pytest.fixture
def run(tmp_path):
    """Runs Python on the portal with the given environment; answers status, output, errors."""

    def run(*arguments, **environ):
        environ = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "DATABASE_URL": f"sqlite:///{tmp_path}/portal.sqlite3",
            "VAR_DIR": str(tmp_path),
            "PYTHONIOENCODING": "utf-8",
            **environ,
        }
        done = subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, env=environ, capture_output=True, check=False
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return run


def test_without_a_key_the_web_says_one_sentence(run):
    status, output, errors = run("-c", ASK, DEMO="true", SECRET_KEY="")
    assert (status, output) == (3, "")
    assert errors.splitlines() == [errors.strip()]
    assert errors.startswith("portal.E001 SECRET_KEY manque, le portail ne peut pas démarrer")


@pytest.mark.parametrize(
    ("name", "fault"), [("VAULT_KEYS", "portal.E010"), ("INDEX_KEY", "portal.E015")]
)
def test_nor_does_the_demonstration_start_without_the_keys_of_the_vault(run, name, fault):
    status, output, errors = run("-c", ASK, DEMO="true", **{name: ""})
    assert (status, output) == (3, "")
    assert errors.splitlines() == [errors.strip()]
    assert errors.startswith(f"{fault} {name} manque, le portail ne peut pas démarrer")


NO_KEY = {"DEMO": "", "SECRET_KEY": "", "VAULT_KEYS": "", "INDEX_KEY": ""}


def test_without_a_key_the_commands_that_serve_no_page_work(run):
    status, output, errors = run("manage.py", "check", **NO_KEY)
    assert (status, errors) == (0, "")
    assert output == "System check identified no issues (0 silenced).\n"


@pytest.mark.parametrize("words", [["migrate", "-v0"], ["deadline", "--received", "2026-11-23"]])
def test_no_key_of_the_vault_is_asked_where_nothing_is_sealed(run, words):
    assert run("manage.py", *words, **NO_KEY)[0] == 0


def test_an_unprepared_production_names_every_fault(run):
    status, _, errors = run("-c", ASK, **dict.fromkeys(PRODUCTION, ""))
    assert status == 3
    assert [line.split()[0] for line in errors.splitlines()] == [
        f"portal.E{number:03}" for number in (1, 10, 15, 5, 6, 20, 21, 22, 7, 8)
    ]


def test_a_prepared_production_passes_its_checks_and_answers(run):
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert checked == (0, "System check identified no issues (0 silenced).\n", "")

    for words in (
        ["migrate", "-v0"],
        ["load_directory", "-v0"],
        ["collectstatic", "--noinput", "-v0"],
    ):
        assert run("manage.py", *words, **PRODUCTION)[0] == 0, words
    status, _, errors = run("-c", ASK, **PRODUCTION)
    assert (status, errors.split()[0]) == (3, "portal.E009")

    verified = ["verify_addressee", "hdh-dpd", "--on", "2026-11-20", "--by", "a@b.example"]
    assert run("manage.py", *verified, "--really", **PRODUCTION)[0] == 0
    status, output, errors = run("-c", ASK, **PRODUCTION)
    assert (status, errors) == (0, "")
    assert output.startswith("200 OK")
    assert "Démonstration" not in output
    assert "Site publié par Les Amis." in output
    assert "Strict-Transport-Security" in output
    assert 'href="/static/css/base.css"' not in output  # named by its hash

    everything = ["check", "--deploy", "--database", "default", "--fail-level", "WARNING"]
    assert run("manage.py", *everything, **PRODUCTION)[0] == 0
