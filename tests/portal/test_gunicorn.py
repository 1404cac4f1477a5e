"""What gunicorn does with the portal's configuration: no path in its logs, no file in a home."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.servers.postgres import free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def gunicorn(home, *words):
    command = [sys.executable, "-m", "gunicorn", "--config", "python:portal.gunicorn", *words]
    env = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**env, "HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_a_page_that_fails_names_neither_its_path_nor_its_person(home):
    port = free_port()
    server = gunicorn(home, "--bind", f"127.0.0.1:{port}", "tests.portal.broken:application")
    with server:
        status = status_of(f"http://127.0.0.1:{port}/dossier/a-secret/?q=a-name")
        server.terminate()
        told = server.stdout.read()
    assert status == 500
    assert "builtins.ValueError" in told
    assert [word for word in ("a-secret", "a-name", "Zoé") if word in told] == []
    assert list(home.rglob("*")) == []


def status_of(url):
    """Asked again while nobody is there yet, for half a minute."""
    for _ in range(300):
        try:
            return urllib.request.urlopen(url, timeout=30).status  # noqa: S310 - http
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        except urllib.error.URLError:
            time.sleep(0.1)
    return None


@pytest.mark.parametrize(
    ("setting", "value"),
    [("workers", "2"), ("threads", "4"), ("control_socket_disable", "True"), ("accesslog", "None")],
)
def test_its_settings_are_read(home, setting, value):
    with gunicorn(home, "--print-config", "tests.portal.broken:application") as server:
        told = dict(line.split("=", 1) for line in server.stdout.read().splitlines() if "=" in line)
    assert {key.strip(): words.strip() for key, words in told.items()}[setting] == value
