"""The pages of a followed dossier as a browser meets them, entered by a link on a given day."""

import re

import time_machine
from django.db import connection

from opposition.dossiers import links
from opposition.models.dossier import Purpose
from tests.opposition.followed import plain

PAGE = "/dossier/"
MOVING = {"django_migrations", "opposition_accesslink"}  # links are made to come in


def at(day):
    """Ten in the morning of that day, wherever the code looks at the time."""
    return time_machine.travel(f"{day}T10:00:00+01:00", tick=False)


def enter(client, dossier):
    """By a mailed link, which leaves a cookie."""
    client.get(f"/dossier/{links.mint(dossier, Purpose.MAILED)}/")


def look(client, dossier, day, path=PAGE, status=200):
    """The page of that address on that day, with its text in `page`."""
    with at(day):
        enter(client, dossier)
        response = client.get(path)
    return _read(response, status)


def press(client, dossier, day, path, status=200, **data):
    """The answer to a button on that day."""
    with at(day):
        enter(client, dossier)
        response = client.post(path, data)
    return _read(response, status)


def _read(response, status):
    assert response.status_code == status
    if response["Content-Type"].startswith("text/html"):
        response.page = response.content.decode()
    return response


def words(html):
    """What a person reads of it."""
    return plain(re.sub(r"<[^>]*>", " ", html))


def letter(case, key):
    return f"/dossier/{case.demand.reference}/courrier/{key}/"


def rows():
    """Every row of every table, but the links by which one came in."""
    kept = {}
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - MOVING:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            kept[table] = sorted(str([_plain(value) for value in row]) for row in cursor)
    return kept


def _plain(value):
    """PostgreSQL gives bytes by their place in memory."""
    return bytes(value) if isinstance(value, memoryview) else value
