"""What a thief of the database, of the broker or of the logs would read of the story: no word."""

import base64
import binascii
import re
import socket
import subprocess
import threading
import urllib.parse
import uuid
from contextlib import contextmanager, suppress

from redis import Redis

from tests.journey.stand import Stand
from tests.journey.story import Person, Story
from tests.journey.visitor import Visitor
from tests.servers import postgres, redis

LARGEST = 50_000_000  # bytes; nothing of ours is larger


def unlike_any_other():
    """A person whose every word can be told from anything else; and those words."""
    mark, words = "Zq" + uuid.uuid4().hex[:8], []

    def word(text="{}"):
        words.append(f"{mark}{len(words):02}k")
        return text.format(words[-1])

    identity = {
        "who": "child",
        "capacity_child": "mother",
        "represents_given_names": word(),
        "represents_birth_name": word(),
        "represents_usual_name": word(),
        "represents_birth_date": "05/03/2019",
        "represents_birth_place": word(),
        "given_names": word(),
        "birth_name": word(),
        "usual_name": word(),
        "birth_date": "28/02/1979",
        "birth_place": word(),
        "flat": word(),
        "building": word(),
        "street": word(),
        "hamlet": word(),
        "postal_code": "34000",
        "town": word(),
        "email": word("{}@example.net"),
    }
    fund = {
        "fund": "other",
        "other_name": word(),
        "other_lines": f"{word()}\r\n34000 {word()}",
    }
    addresses = {
        "hdh_lines": f"{word()}\r\n75015 {word()}",
        "hdh_checked": "on",
        "grounds": f"{word()} {word()} {word()} {word()}\r\n\r\n{word()} {word()}",
        "grounds_consent": "on",
    }
    person = Person(
        identity=identity,
        email=word("{}@example.org"),
        fund=fund,
        addresses=addresses,
        number=mark.upper().ljust(14, "7"),
        quote=f"{word()} {word()}",
        cnil_number=word(),
        consents={"consent": "on", "grounds_kept": "on"},
    )
    return person, [*words, person.number]


@contextmanager
def overheard(broker, heard):
    """Every command that reaches the broker, with its arguments, as it comes."""
    where = urllib.parse.urlsplit(broker)

    def listen():
        while told := line.recv(65_536):
            heard.append(told)

    with socket.create_connection((where.hostname, where.port)) as line:
        line.sendall(f"AUTH {where.password}\r\nMONITOR\r\n".encode())
        ear = threading.Thread(target=listen)
        ear.start()
        try:
            yield
        finally:
            line.shutdown(socket.SHUT_RDWR)
            ear.join()


def unfolded(told):
    """What was said, and what was said in base 64 (Celery's bodies)."""
    yield told
    for run in re.findall(rb"[A-Za-z0-9+/]{16,}={0,2}", told):
        with suppress(binascii.Error):
            yield base64.b64decode(run, validate=True)


def lived(stand):
    """Two people's stories; what must be found nowhere: their words and their links."""
    secrets = []
    stand.start()
    try:
        for person, words in (unlike_any_other(), unlike_any_other()):
            story = Story(Visitor(stand.site), person)
            for step in story.steps():
                step()
            story.v.get("/demo/courriels/")
            links = set(re.findall(r"/([\w-]{32,64})/", story.v.html))
            secrets += [*words, *links]
        assert stand.stop() == 0
    finally:
        stand.stop()
    return sorted(set(secrets))


def files(stand):
    """Every file of the portal's folder, its outputs included, save the mails themselves."""
    for file in stand.home.rglob("*"):
        if file.is_file() and "mails" not in file.parts and file.stat().st_size < LARGEST:
            yield file.relative_to(stand.home).as_posix(), file.read_bytes()


def betrayed(canaries, places):
    """Where a word can be read; the case of its letters hides nothing."""
    return [
        (canary, name)
        for name, content in places
        for canary in canaries
        if canary.casefold().encode() in content.lower()
    ]


def test_the_search_finds_what_is_there():
    assert betrayed(["Zq12"], [("a", b"... ZQ12 ..."), ("b", b"")]) == [("Zq12", "a")]
    folded = b'{"body": "' + base64.b64encode(b"a word: Zq12") + b'"}'
    assert b"a word: Zq12" in list(unfolded(folded))


def test_one_process_and_its_file_betray_nobody(tmp_path):
    stand = Stand(tmp_path / "portal")
    canaries = lived(stand)
    assert len(canaries) >= 50
    found = dict(files(stand))
    assert {"var/portal.sqlite3", "stderr-001.txt", "var/clock"} <= set(found)
    assert betrayed(canaries, found.items()) == []


def test_a_dump_the_broker_and_the_logs_betray_nobody(tmp_path):
    programs = postgres.programs()
    assert programs, "no PostgreSQL here: apt-get install postgresql"
    heard = []
    with postgres.running(programs) as database, redis.running() as broker:
        stand = Stand(tmp_path / "portal", DATABASE_URL=database, REDIS_URL=broker)
        with overheard(broker, heard):
            canaries = lived(stand)
        dump = subprocess.run(
            [programs / "pg_dump", "--inserts", database], capture_output=True, check=True
        ).stdout
        with Redis.from_url(broker) as client:
            left = [(key.decode(errors="replace"), client.dump(key)) for key in client.scan_iter()]
    assert len(canaries) >= 50
    assert b"INSERT INTO public.opposition_event" in dump
    said = b"".join(heard)
    assert [name for name in (b"timeline.tick", b"mail.deliver") if name not in said] == []
    places = [("dump", dump), *(("broker", told) for told in unfolded(said)), *left, *files(stand)]
    assert betrayed(canaries, places) == []
