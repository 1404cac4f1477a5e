"""A real portal is driven through the whole form, then searched for every word that was typed."""

import http.cookiejar
import io
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import uuid
import zipfile
from pathlib import Path

import pytest
from django.core.cache import cache

from tests.journey.test_just_the_letters import words
from tests.opposition import typed
from tests.opposition.typed import PATH, sent

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 50_000_000  # bytes; nothing of ours is larger


@pytest.fixture(scope="module")
def mark():
    """What makes every word of this run unlike any other on this machine."""
    return "Zq" + uuid.uuid4().hex[:10]


@pytest.fixture(scope="module")
def typed_words(mark):
    """The journey's answers, twenty of which can be told from anything else."""

    def word(name):
        return f"{mark}{name}"

    person = {
        "who": "child",
        "capacity_child": "mother",
        "represents_given_names": word("a"),
        "represents_birth_name": word("b"),
        "represents_usual_name": word("c"),
        "represents_birth_date": "05/03/2019",
        "represents_birth_place": word("d"),
        "given_names": word("e"),
        "birth_name": word("f"),
        "usual_name": word("g"),
        "birth_date": "28/02/1979",
        "birth_place": word("h"),
        "flat": word("i"),
        "building": word("j"),
        "street": word("k"),
        "hamlet": word("l"),
        "postal_code": "34000",
        "town": word("m"),
        "email": f"{word('n')}@example.net".lower(),
    }
    fund = {
        "fund": "other",
        "listed": word("o"),
        "other_name": word("p"),
        "other_lines": f"{word('q')}\r\n34000 {word('r')}",
        "to": ["fund", "hdh"],
    }
    wording = {
        "hdh_for": "hdh-dpd",
        "hdh_lines": f"{word('s')}\r\n75015 PARIS",
        "hdh_checked": "on",
        "grounds": word("t"),
        "grounds_consent": "on",
    }
    return person, fund, wording


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The only folder that the portal may call its own: data, temporary files, caches, logs."""
    place = tmp_path_factory.mktemp("portal")
    for name in ("var", "tmp", "home"):
        (place / name).mkdir()
    return place


@pytest.fixture(scope="module")
def portal(home):
    """The demonstration as a process of its own; gives its address, ends with the module."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATABASE_URL": f"sqlite:///{home}/var/portal.sqlite3",
        "VAR_DIR": str(home / "var"),
        "TMPDIR": str(home / "tmp"),
        "HOME": str(home / "home"),
        "XDG_CACHE_HOME": str(home / "home"),
        "DEMO": "true",
        "SECRET_KEY": "only-for-tests-" + "x" * 50,
    }
    with (
        (home / "stdout.txt").open("wb") as out,
        (home / "stderr.txt").open("wb") as err,
        subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", "0"],
            cwd=ROOT,
            env=environment,
            stdout=out,
            stderr=err,
        ) as process,
    ):
        try:
            yield _address(process, home)
        finally:
            process.terminate()


def _address(process, home):
    for _ in range(600):
        found = re.search(r"http://[\w.]+:\d+", (home / "stdout.txt").read_text())
        if found:
            return found.group()
        if process.poll() is not None:
            break
        time.sleep(0.05)
    return pytest.fail((home / "stderr.txt").read_text())


@pytest.fixture(scope="module")
def driven(portal, typed_words):
    """Every page and file of the journey, errors and going back included; when it began."""
    began = time.time()  # noqa: TID251 - the files' own clock
    person, fund, wording = typed_words
    browser = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )
    with browser.open(portal + PATH) as page:
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page.read().decode())[1]

    def post(data):
        body = urllib.parse.urlencode({**data, "csrfmiddlewaretoken": token}, doseq=True).encode()
        with browser.open(portal + PATH, body, timeout=60) as answer:
            return answer.read()

    whole = sent("adresses", person, fund, wording)
    pages = [
        post(sent("vous", {**person, "birth_date": "31/02/1979"})),
        post(sent("vous", person)),
        post(sent("caisse", person, fund)),
        post(sent("caisse", person, fund, retour="1")),
        post({**whole, "grounds_consent": ""}),
        post(whole),
    ]
    files = [post({**whole, "faire": name}) for name in ("fund", "hdh", "zip")]
    return began, pages, files


def holders(folder, mark, since=0.0):
    """The files under a folder that hold the mark, in plain, UTF-16 or percent-encoded form."""
    forms = [mark.encode(), mark.lower().encode(), mark.encode("utf-16-le")]
    found = []
    for path in folder.rglob("*"):
        try:
            told = path.is_file() and path.stat()
            if told and since <= told.st_mtime and told.st_size < LARGEST:
                content = path.read_bytes()
                found += [path] if any(form in content for form in forms) else []
        except OSError:  # another program's file, or gone meanwhile
            continue
    return found


def test_the_journey_was_real(driven, mark):
    _, pages, (fund, hub, archive) = driven
    assert [mark.encode() in page for page in pages] == [True] * len(pages)
    for letter in "abcdefghijklmnqrt":
        assert f"{mark}{letter}".lower() in words(fund).lower()
    assert f"{mark}s" in words(hub)
    assert "rappels.ics" in zipfile.ZipFile(io.BytesIO(archive)).namelist()


def test_no_word_is_left_in_data_temporary_files_caches_or_logs(driven, home, mark):
    assert holders(home, mark) == []
    assert (home / "var" / "portal.sqlite3").stat().st_size > 0


def test_no_word_is_left_in_the_machines_temporary_folder(driven, mark):
    began, _, _ = driven
    assert holders(Path(tempfile.gettempdir()), mark, began) == []


def test_a_word_that_stayed_would_be_found(home, mark):
    planted = home / "var" / "planted.bin"
    for content in (f"x{mark}a".encode(), mark.lower().encode(), mark.encode("utf-16-le")):
        planted.write_bytes(b"\x00\xff" + content)
        assert holders(home, mark) == [planted]
    planted.unlink()


@pytest.mark.django_db
def test_the_cache_learns_nothing_of_the_answers(client, typed_words, mark):
    cache.clear()
    typed.load()
    person, fund, wording = typed_words
    response = client.post(PATH, sent("adresses", person, fund, wording))
    assert b"<article" in response.content
    entries = [str(key) + repr(value) for key, value in cache._cache.items()]
    assert entries != []
    assert [entry for entry in entries if mark.lower() in entry.lower()] == []
    assert set(response.cookies) == {"csrf"}
