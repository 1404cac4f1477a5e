"""All secret links alike: dead, foreign or guessed, one answer, byte for byte (U1, U2)."""

import logging
import secrets
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from opposition.dossiers import links
from opposition.models import AccessLink, Dossier, moment
from opposition.models.dossier import Purpose
from portal.logs import Bare
from tests.opposition.typed import PARENT
from tests.opposition.views.following.asked import ON_SCREEN, follow

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATHS = {
    Purpose.CONFIRM: "/confirmer/{}/",
    Purpose.MAILED: "/dossier/{}/",
    Purpose.PRINTED: "/dossier/{}/",
    Purpose.EMAIL: "/dossier/courriel/{}/",
    Purpose.MUTE: "/silence/{}/",
}
ROUTES = sorted(set(PATHS.values()))
every_purpose = pytest.mark.parametrize("purpose", PATHS)
GONE = "<h1>Ce lien n’est plus valable</h1>"


@pytest.fixture(autouse=True)
def production(settings):
    """The demonstration's bar bears the address of its page, to come back to it."""
    settings.DEMO = False


@pytest.fixture
def gone(client):
    """The one page of all dead links."""
    return client.get("/silence/" + "x" * 32 + "/").content


def rows():
    """Every row of every table."""
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        return {table: _rows(cursor, table) for table in tables}


def _rows(cursor, table):
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
    plain = (tuple(map(_plain, row)) for row in cursor.fetchall())
    return sorted(map(repr, plain))


def _plain(value):
    """PostgreSQL's bytes come as views, which all look different."""
    return bytes(value) if isinstance(value, memoryview) else value


def spoiled(secret):
    """One sign changed, one lost."""
    other = "A" if secret[5] != "A" else "C"
    return [secret[:5] + other + secret[6:], secret[:-1], secret[1:]]


@every_purpose
def test_a_link_of_its_purpose_answers(client, dossier, purpose):
    path = PATHS[purpose].format(links.mint(dossier, purpose))
    assert client.get(path).status_code in (200, 303)


@every_purpose
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_secret_changed_or_cut_opens_nothing(client, dossier, gone, purpose, method):
    for secret in spoiled(links.mint(dossier, purpose)):
        response = getattr(client, method)(PATHS[purpose].format(secret))
        if response.status_code != 405:  # /dossier/… takes no POST
            assert (response.status_code, response.content) == (404, gone)


@every_purpose
def test_a_secret_of_another_purpose_opens_nothing(client, dossier, gone, purpose):
    secret = links.mint(dossier, purpose)
    for path in set(PATHS.values()) - {PATHS[purpose]}:
        response = client.get(path.format(secret))
        assert (response.status_code, response.content) == (404, gone)


@every_purpose
@pytest.mark.parametrize("column", ["expires_at", "revoked_at"])
def test_a_link_dead_for_a_second_opens_nothing(client, dossier, gone, purpose, column):
    path = PATHS[purpose].format(links.mint(dossier, purpose))
    AccessLink.objects.update(**{column: moment.now() - timedelta(seconds=1)})
    response = client.get(path)
    assert (response.status_code, response.content) == (404, gone)


@every_purpose
def test_the_links_of_an_erased_dossier_open_nothing(client, dossier, gone, purpose):
    path = PATHS[purpose].format(links.mint(dossier, purpose))
    dossier.demands.update(dossier=None)
    dossier.delete()
    assert (client.get(path).status_code, client.get(path).content) == (404, gone)


def test_the_link_of_another_opens_theirs_alone(client, dossier):
    follow(Client(), ON_SCREEN, person=PARENT)
    theirs = Dossier.objects.exclude(id=dossier.id).get()
    client.get(f"/dossier/{links.mint(theirs, Purpose.MAILED)}/")
    client.post("/dossier/fiche/")
    assert AccessLink.objects.filter(dossier=dossier, purpose=Purpose.PRINTED).count() == 1
    assert AccessLink.objects.filter(dossier=theirs, purpose=Purpose.PRINTED).count() == 2


def test_a_thousand_guesses_find_one_page(client, dossier, gone):
    answers = {
        (response.status_code, response.content)
        for number in range(1_000)
        for response in [client.get(ROUTES[number % len(ROUTES)].format(secrets.token_urlsafe(24)))]
    }
    assert answers == {(404, gone)}
    assert GONE in gone.decode()


@every_purpose
def test_every_wrong_secret_costs_the_same_queries(
    client, dossier, purpose, django_assert_num_queries
):
    dead = links.mint(dossier, purpose)
    AccessLink.objects.update(revoked_at=moment.now())
    for secret in (dead, *spoiled(dead), "x" * 32):
        with django_assert_num_queries(2):  # the database's clock, and one look
            client.get(PATHS[purpose].format(secret))


@every_purpose
def test_what_looks_and_prefetches_changes_no_row(client, dossier, purpose):
    path = PATHS[purpose].format(links.mint(dossier, purpose))
    before = rows()
    for method in ("get", "head", "get"):
        for told in ({"user-agent": "SafeLinks"}, {"sec-purpose": "prefetch"}, {}):
            getattr(client, method)(path, headers=told)
    client.options(path)
    assert rows() == before


@every_purpose
def test_the_page_of_a_secret_is_kept_by_nobody_and_named_to_nobody(client, dossier, purpose):
    response = client.get(PATHS[purpose].format(links.mint(dossier, purpose)))
    assert response["Cache-Control"] == "no-store"
    if response.status_code == 200:
        assert response["Referrer-Policy"] == "strict-origin"


@pytest.mark.parametrize("path", ROUTES)
def test_no_secret_is_logged(client, caplog, path):
    secret = "Canary" + secrets.token_urlsafe(20)
    with caplog.at_level(logging.DEBUG):
        client.get(path.format(secret))
    assert caplog.records != []
    assert [line for line in map(Bare().format, caplog.records) if "Canary" in line] == []
