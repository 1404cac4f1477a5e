"""`manage.py tick`: the engine without Celery, once or for ever."""

import contextlib
import os
import signal
import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from opposition import clock
from opposition.engine import ticking
from opposition.models import Dispatch
from tests.opposition.engine.followed import EMAIL, dossier, queued, request, steps

db = pytest.mark.django_db
KEPT = ("PATH", "HOME", "LANG")


def run(*words):
    out = StringIO()
    call_command("tick", *words, stdout=out)
    return out.getvalue()


def refusal(*words):
    with pytest.raises(CommandError) as error:
        run(*words)
    return error.value.returncode, str(error.value).replace("\u202f", " ")


@db
@pytest.mark.db
def test_one_pass_does_what_is_due_and_sends_what_waits(mailoutbox, settings):
    settings.SITE_URL = "https://portail.example"
    one = request()
    assert run("--now", "2026-11-26T05:59") == "0 étape accomplie, 0 avis remis.\n"
    assert run("--now", "2026-11-26T06:00") == "1 étape accomplie, 1 avis remis.\n"
    assert run("--now", "2026-11-26T06:00") == "0 étape accomplie, 0 avis remis.\n"
    assert steps(one) == ["2026-11-26 ask_posted"]
    assert [mail.to for mail in mailoutbox] == [[EMAIL]]


@db
@pytest.mark.parametrize("moment", ["2026-11-26T06:00", "2026-11-26T05:00Z", "2026-11-26 07:00"])
def test_a_moment_without_a_zone_is_that_of_paris(moment):
    request()
    assert run("--now", moment).startswith("1 étape accomplie")


@db
def test_a_day_alone_is_its_first_minute():
    request()
    assert run("--now", "2026-11-26").startswith("0 étape accomplie")
    assert run("--now", "2026-11-27").startswith("1 étape accomplie")


@db
def test_without_a_moment_it_is_now(mailoutbox, settings):
    settings.SITE_URL = "https://portail.example"
    row = queued(dossier(confirmed=False), now="Thu 2026-11-19 17:00")
    Dispatch.objects.update(not_before=clock.now())
    assert run() == "0 étape accomplie, 1 avis remis.\n"
    row.refresh_from_db()
    assert row.status == "sent"


@db
def test_it_goes_on_while_more_is_due(monkeypatch):
    monkeypatch.setattr(ticking, "ROWS", 2)
    for _ in range(5):
        request(email="")
    assert run("--now", "2026-11-26T06:00") == "5 étapes accomplies, 0 avis remis.\n"


def test_in_production_nobody_chooses_the_moment(settings):
    settings.DEMO = False
    assert refusal("--now", "2026-11-26") == (
        2,
        "--now : seule la démonstration peut changer d’heure.",
    )


def test_a_moment_is_not_one_for_ever():
    assert refusal("--loop", "--now", "2026-11-26") == (
        2,
        "--now : cette option ne va pas avec --loop.",
    )


@pytest.mark.parametrize("text", ["", "demain", "2026-02-30", "2026-11-26T25:00"])
def test_what_is_no_moment_is_refused(text):
    assert refusal("--now", text) == (
        2,
        f"--now : « {text} » n’est pas un moment ; écrivez par exemple 2026-11-23T08:00.",
    )


@contextlib.contextmanager
def started(folder, *words):
    """The command in a process of its own, on a database of its own."""
    env = {name: os.environ[name] for name in KEPT if name in os.environ}
    env |= {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "VAR_DIR": str(folder),
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, settings.BASE_DIR / "manage.py", *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=settings.BASE_DIR, env=env, **pipes) as process:
        try:
            yield process
        finally:
            process.kill()


def test_without_a_database_it_says_so(tmp_path):
    with started(tmp_path, "tick") as process:
        out, error = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert error.replace("\u202f", " ") == (
        "La base de données est injoignable ou vide. Vérifiez DATABASE_URL, puis : "
        "manage.py migrate\n"
    )


def test_the_loop_ends_well_when_told_to(tmp_path):
    with started(tmp_path, "migrate", "--verbosity", "0") as migrating:
        assert migrating.wait(timeout=60) == 0
    for number in (signal.SIGINT, signal.SIGTERM):
        with started(tmp_path, "tick", "--loop") as process:
            assert process.stdout.readline() == "0 étape accomplie, 0 avis remis.\n"
            process.send_signal(number)
            assert (process.wait(timeout=30), process.stderr.read()) == (0, "")


def test_the_loop_outlives_a_database_that_does_not_answer(tmp_path):
    with started(tmp_path, "tick", "--loop") as process:
        line = process.stderr.readline()
        assert "a pass failed (OperationalError): the next one will do it too" in line
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
