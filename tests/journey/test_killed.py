"""-9 for the whole tree at random moments of the story, then `bin/run` again: nothing is lost."""

import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from tests.journey.stand import ROOT, Stand
from tests.journey.story import Story
from tests.journey.test_followed import person
from tests.journey.visitor import Visitor

# What one person says in the story, demand by demand; the portal's own lines come beside.
SAID = {
    ("request", "fund"): {
        "prepared": 1,
        "confirmed": 1,
        "sent": 1,
        "received": 1,
        "nothing_came": 2,
        "reminder_sent": 2,
        "answered": 1,
        "redirected": 1,
        "covered": 1,
    },
    ("request", "hdh"): {
        "prepared": 1,
        "confirmed": 1,
        "sent": 1,
        "received": 1,
        "nothing_came": 1,
        "filed": 1,
    },
    ("complaint", "fund"): {"prepared": 1, "confirmed": 1},
    ("complaint", "hdh"): {"prepared": 1, "confirmed": 1, "filed": 1},
}
LONGEST = 4.0  # seconds between two kills: a cold press must have a chance to print
LETTERS = Counter(
    ["fund-objection", "hdh-objection", "reminder-1", "reminder-2", "cnil-complaint-silence"]
)


@contextmanager
def torment(stand, times, seed):
    """Kills and starts the portal again and again beside whoever uses it; counts what it did."""
    chance, done, over = random.Random(seed), [], threading.Event()  # noqa: S311 - moments

    def kill():
        while len(done) < times and not over.wait(chance.uniform(0.02, LONGEST)):
            stand.kill()
            done.append(time.monotonic())
            stand.start()

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        yield done
    finally:
        over.set()
        killer.join()


def lived_through(home, times, seed):
    """Persons who live the story until the portal was killed that often; the stand, stopped."""
    stand, stories = Stand(home), []
    stand.start()
    try:
        with torment(stand, times, seed) as kills:
            while len(kills) < times:
                one = replace(person(), email=f"zoe{len(stories)}@example.net")
                stories.append(Story(Visitor(stand.site), one))
                for step in stories[-1].steps():
                    step()
        for story in stories:
            story.v.get("/dossier/")
    finally:
        stand.stop()
    return stand, stories


def rows(stand, question):
    with closing(sqlite3.connect(stand.home / "var/portal.sqlite3")) as database:
        return database.execute(question).fetchall()


LINES = """
select d.dossier_id, d.track, coalesce(a.kind, d.kind), e.kind, e.by, e.happened_at, e.facts
from opposition_event e join opposition_demand d on d.id = e.demand_id
left join opposition_demand a on a.id = d.about_id
"""


def check_journals(stand, stories):
    said, done = {}, Counter()
    for dossier, track, body, kind, by, on, facts in rows(stand, LINES):
        if by == "citizen":
            said.setdefault((dossier, track, body), Counter())[kind] += 1
        else:
            done[dossier, track, body, kind, on, facts] += 1
    expected = [SAID[track, body] for _dossier, track, body in said]
    assert [dict(told) for told in said.values()] == expected
    assert len(said) == len(stories) * len(SAID)
    assert [line for line, times in done.items() if times > 1] == []


def check_letters(stand):
    letters = rows(stand, "select dossier_id, key, kept_pdf from opposition_letter")
    for dossier in {row[0] for row in letters}:
        assert Counter(key for owner, key, _kept in letters if owner == dossier) == LETTERS
    kept = [row for row in letters if row[2]]
    files = [file for file in (stand.home / "var/letters").iterdir() if file.name[0] != "."]
    assert len(kept) == len(files)


def command(stand, *words):
    """The status of a command of the portal, over its data."""
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, env=stand.environment(), check=False).returncode


@pytest.mark.parametrize(
    "times", [pytest.param(5, id="short"), pytest.param(50, marks=pytest.mark.full, id="full")]
)
def test_nothing_is_lost_and_nothing_is_done_twice(tmp_path, times):
    stand, stories = lived_through(tmp_path / "portal", times, seed=times)
    assert stand.starts == times + 1
    check_journals(stand, stories)
    check_letters(stand)
    assert command(stand, "verify_journal") == 0
    assert command(stand, "rebuild") == 0
    for story in stories:
        told = story.v.text.replace("corriger : Plainte déposée", "")
        assert told.count("Plainte déposée") == 1, told
        assert told.count("La CNIL est saisie depuis le") == 2, told
