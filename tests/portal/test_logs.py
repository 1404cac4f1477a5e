"""A name, a path or a local variable given by a person is not in the logs."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from portal.logs import Bare

ROOT = Path(__file__).resolve().parents[2]
CANARY = "Canari-Zéphyrine-99"
VISITS = """
import django
django.setup()
from django.test import Client
client = Client(raise_request_exception=False)
canary = "Canari-Zéphyrine-99"
client.post("/essai/500/", {"name": canary})
client.get(f"/essai/secret/{canary}/?q={canary}")
client.get(f"/{canary}/")
client.get("/", headers={"Host": canary.encode("ascii", "ignore").decode()})
client.get("/", headers={"User-Agent": canary, "Referer": canary, "Cookie": f"a={canary}"})
Client(enforce_csrf_checks=True).post("/essai/formulaire/", {"name": canary})
client.post("/essai/503/", {"name": canary})
client.post("/", {"name": canary})
import logging
logging.getLogger("urllib3").error(f"calling https://example.org/{canary}")
logging.getLogger("urllib3").error("calling %s", canary)
logging.getLogger().error("calling %s", canary)
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """What the real configuration prints of a visit that goes wrong in every way."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "DEMO": "true",
        "ALLOWED_HOSTS": "testserver",
        "SECRET_KEY": "only-for-tests-" + "x" * 50,
        "DATABASE_URL": "sqlite:///:memory:",
        "VAR_DIR": str(tmp_path_factory.mktemp("var")),
        "PYTHONIOENCODING": "utf-8",
    }
    run = subprocess.run(
        [sys.executable, "-c", VISITS], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    return (run.stdout + run.stderr).decode()


@pytest.mark.parametrize("trace", [CANARY, "phyrine", "C3%A9phyrine", "Canari"])
def test_no_word_of_a_person_is_printed(printed, trace):
    assert trace not in printed


@pytest.mark.parametrize(
    "fact",
    [
        "status=500 route=essai/500/",
        "status=500 route=essai/secret/<str:secret>/",
        "status=404 route=-",
        "status=503 route=essai/503/",
        "status=405 route=",
        "django.security.DisallowedHost",
        "django.security.csrf",
        "builtins.ValueError",
        "django.db.utils.OperationalError",
        "tests/portal/urls.py:",
        "ERROR urllib3",
    ],
)
def test_what_an_operator_needs_is_printed(printed, fact):
    assert fact in printed


def formatted(name, message, *args):
    record = logging.LogRecord(name, logging.WARNING, "/x/module.py", 7, message, args, None)
    return Bare().format(record).partition("WARNING ")[2]


@pytest.mark.parametrize(
    ("name", "message", "args", "line"),
    [
        ("opposition.engine", "dispatch %s failed", ("a1",), "dispatch a1 failed"),
        ("portal", "hello", (), "hello"),
        ("letters.press", "made %d pages", (2,), "made 2 pages"),
        ("weasyprint", "Ignored %r", (CANARY,), "Ignored %r"),
        ("weasyprint", f"Ignored {CANARY}", (), ""),
        ("portalize", "%s", (CANARY,), "%s"),
        ("portal", "a\nERROR forged\x1b[31m", (), "a\ufffdERROR forged\ufffd[31m"),
    ],
)
def test_only_our_own_messages_are_printed_whole(name, message, args, line):
    assert formatted(name, message, *args) == f"{name} module:7 {line}".strip()


def test_an_exception_is_told_by_its_class_and_place_only():
    try:
        int(CANARY)
    except ValueError as cause:
        error = RuntimeError(CANARY)
        error.__cause__ = cause
    told = (type(error), error, None)
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "", (), told)
    lines = Bare().format(record).splitlines()
    assert lines[1:3] == ["  builtins.RuntimeError", "  builtins.ValueError"]
    assert "test_logs.py:" in lines[3]
    assert CANARY not in "".join(lines)


@pytest.mark.urls("tests.portal.urls")
def test_the_page_of_debug_hides_form_cookies_settings_and_locals(settings):
    settings.DEBUG = True
    client = Client(raise_request_exception=False)
    client.cookies["souvenir"] = CANARY
    response = client.post("/essai/500/", {"other": CANARY}, headers={"User-Agent": CANARY})
    page = response.content.decode()
    assert response.status_code == 500
    assert "personne habite ici" in page
    assert CANARY not in page
    assert settings.SECRET_KEY not in page
    assert "POSTS_PER_MINUTE" not in page
