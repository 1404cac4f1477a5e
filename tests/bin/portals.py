"""What one sees of a portal that `bin/run` started: its address, its processes, its mails."""

import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from portal import keys

ROOT = Path(__file__).resolve().parent.parent.parent
KEYS_MADE = (
    "Clés du portail créées dans {}/secrets.env (SECRET_KEY, VAULT_KEYS, INDEX_KEY)\u202f: "
    "perdre ce fichier, c’est perdre les données.\n"
)
OF_THE_TESTS = {"SECRET_KEY", "VAULT_KEYS", "INDEX_KEY", "DJANGO_SETTINGS_MODULE", "REDIS_URL"}


def environment(var, **more):
    """That of a demonstration with data of its own."""
    env = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
    ours = {"VAR_DIR": str(var), "DATABASE_URL": f"sqlite:///{var}/portal.sqlite3", "DEMO": "true"}
    return {**env, **ours, **more}


def address(process):
    """Where the portal says that it answers."""
    line = process.stdout.readline()
    found = re.fullmatch(
        r"Le portail répond sur (http://127\.0\.0\.1:\d+/) \(Ctrl-C pour arrêter\)\n", line
    )
    return found[1] if found else pytest.fail(line + process.stderr.read())


def answer(url):
    """Status and content of a page."""
    with urllib.request.urlopen(url, timeout=30) as response:  # noqa: S310 - http, as read above
        return response.status, response.read()


def children(pid):
    """The command lines of its living children by their pids, whichever thread started them."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    pids = [pid for task in tasks for pid in (task / "children").read_text().split()]
    lines = {int(pid): Path(f"/proc/{pid}/cmdline").read_text().split("\0")[:-1] for pid in pids}
    return {pid: words for pid, words in lines.items() if words}


def seed(var, mailbox, **more):
    """Puts a person to whom a mail is due into the portal's data, made if need be."""
    keys.ensure(var)
    subprocess.run(
        [sys.executable, "-m", "tests.bin.seeding", mailbox],
        cwd=ROOT,
        env=environment(var, DJANGO_SETTINGS_MODULE="portal.settings", **more),
        check=True,
    )


def mailboxes(var):
    """To whom the demonstration would have written."""
    texts = [file.read_text() for file in var.glob("mails/*.log")]
    return sorted(re.search(r"^To: (.*)$", text, re.MULTILINE)[1] for text in texts if text)


def comes(what, patience=30):
    """Whether this comes true within so many seconds."""
    until = time.monotonic() + patience
    while not what() and time.monotonic() < until:
        time.sleep(0.1)
    return what()
