"""`bin/run` as a person uses it: it answers, it ends, it keeps its keys, it refuses kindly."""

import contextlib
import os
import re
import signal
import subprocess
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
KEYS_MADE = (
    "Clés du portail créées dans {}/secrets.env (SECRET_KEY)\u202f: "
    "perdre ce fichier, c’est perdre les données.\n"
)


@pytest.fixture
def var(tmp_path):
    return tmp_path / "var"


@pytest.fixture
def start(var):
    """Starts `bin/run` on data of its own; whatever a failed test leaves of it is ended."""
    assert (ROOT / ".venv" / "ready").exists(), "d’abord\u202f: bin/setup test"
    of_the_tests = {"SECRET_KEY", "DJANGO_SETTINGS_MODULE"}
    env = {name: value for name, value in os.environ.items() if name not in of_the_tests}
    env |= {"VAR_DIR": str(var), "DATABASE_URL": f"sqlite:///{var}/portal.sqlite3", "DEMO": "true"}
    started = []

    def start(port=0, **more):
        started.append(
            subprocess.Popen(
                [ROOT / "bin" / "run"],
                env={**env, "PORT": str(port), **more},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        )
        return started[-1]

    yield start
    for process in started:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def address(process):
    """Where the portal says that it answers."""
    line = process.stdout.readline()
    found = re.fullmatch(
        r"Le portail répond sur (http://127\.0\.0\.1:\d+/) \(Ctrl-C pour arrêter\)\n", line
    )
    return found[1] if found else pytest.fail(line + process.stderr.read())


def status_of(url):
    with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - http, as read above
        return answer.status


def children(process):
    """The command lines of its children, whichever thread started them."""
    tasks = Path(f"/proc/{process.pid}/task").iterdir()
    pids = [pid for task in tasks for pid in (task / "children").read_text().split()]
    return [Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ") for pid in pids]


def end(process, number=signal.SIGTERM):
    """What is left to read once the signal has ended the process, five seconds later at most."""
    process.send_signal(number)
    return process.communicate(timeout=5)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_portal_answers_until_a_signal_ends_it_without_orphan(start, var, number):
    process = start()
    assert status_of(address(process)) == 200
    assert end(process, number) == ("", KEYS_MADE.format(var))
    assert process.returncode == 0
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_the_press_ends_with_the_portal(start, var):
    process = start(DJANGO_SETTINGS_MODULE="tests.bin.printing")
    assert status_of(address(process)) == 200
    assert [line.split()[1:] for line in children(process)] == [["-m", "letters.press.child"]]
    # Read to the end: the press holds the other end of the pipe for as long as it lives.
    assert end(process) == ("", KEYS_MADE.format(var))
    assert process.returncode == 0


def test_the_keys_are_made_once_and_data_are_for_their_owner_alone(start, var):
    texts = []
    for told in (KEYS_MADE.format(var), ""):
        process = start()
        address(process)
        assert end(process) == ("", told)
        texts.append((var / "secrets.env").read_text())
    assert texts[0] == texts[1]
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in [var, *var.iterdir()]}
    assert modes == {"var": "0o700", "secrets.env": "0o600", "portal.sqlite3": "0o600"}


def test_a_port_already_taken_is_said_kindly(start):
    first = start()
    port = address(first).rstrip("/").rpartition(":")[2]
    second = start(port=port)
    _, error = second.communicate(timeout=30)
    assert error == (
        f"Le port {port} n’est pas disponible\u202f: il est déjà pris. "
        "Choisissez-en un autre, par exemple\u202f: PORT=8001 bin/run\n"
    )
    assert second.returncode == 1


def test_production_is_not_what_it_starts(start, var):
    process = start(DEMO="false")
    _, error = process.communicate(timeout=30)
    assert error == KEYS_MADE.format(var) + (
        "Cette commande ne lance que la démonstration, et DEMO n’est pas «\u202ftrue\u202f»\u202f: "
        "en production, les pages sont servies par gunicorn (portal.wsgi).\n"
    )
    assert process.returncode == 1
