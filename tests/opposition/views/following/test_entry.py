"""The cookie of a dossier: what it holds, when it ends, what a stranger can do with it."""

from datetime import timedelta

import pytest
from django.core import signing
from django.http import HttpResponse
from django.test import Client

from opposition.dossiers import links
from opposition.models import AccessLink, Dossier, moment
from opposition.models.dossier import Purpose
from opposition.views.following import entry

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def link(dossier):
    """A link as a mail brings it."""
    return links.find(links.mint(dossier, Purpose.MAILED), Purpose.MAILED)


@pytest.fixture
def ask(rf):
    """A request that bears this cookie."""

    def ask(value, name="dossier"):
        request = rf.get("/dossier/")
        request.COOKIES[name] = value
        return request

    return ask


def given(link):
    return entry.enter(HttpResponse(), link).cookies


def test_the_cookie_opens_the_dossier_of_its_link(ask, dossier, link):
    value = given(link)["dossier"].value
    assert entry.dossier_of(ask(value)) == dossier
    assert entry.link_of(ask(value)) == link


def test_the_cookie_is_for_this_window_and_out_of_reach_of_scripts_and_other_sites(link):
    cookie = given(link)["dossier"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert (cookie["max-age"], cookie["expires"], cookie["domain"]) == ("", "", "")
    assert not cookie["secure"]


def test_under_https_it_is_of_this_host_alone(settings, ask, dossier, link):
    settings.HTTPS = True
    cookie = given(link)["__Host-dossier"]
    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
    assert entry.dossier_of(ask(cookie.value, "__Host-dossier")) == dossier
    assert entry.dossier_of(ask(cookie.value, "dossier")) is None
    gone = entry.leave(HttpResponse()).cookies["__Host-dossier"]
    assert (gone.value, gone["max-age"], gone["secure"]) == ("", 0, True)


def test_it_ends_after_twelve_hours(ask, dossier, link, day):
    value = given(link)["dossier"].value
    day.shift(timedelta(hours=12))
    assert entry.dossier_of(ask(value)) == dossier
    day.shift(timedelta(seconds=1))
    assert entry.dossier_of(ask(value)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"revoked_at": moment.now},
        {"expires_at": lambda: moment.now() - timedelta(seconds=1)},
        {"purpose": lambda: Purpose.CONFIRM},
        {"purpose": lambda: Purpose.MUTE},
        {"purpose": lambda: Purpose.EMAIL},
    ],
)
def test_a_link_that_no_longer_opens_puts_its_browsers_out_at_once(ask, link, change):
    value = given(link)["dossier"].value
    new = {name: make() for name, make in change.items()}
    AccessLink.objects.filter(id=link.id).update(**new)
    assert entry.dossier_of(ask(value)) is None


def test_an_erased_or_unconfirmed_dossier_is_not_opened(ask, dossier, link):
    value = given(link)["dossier"].value
    Dossier.objects.update(confirmed_at=None)
    assert entry.dossier_of(ask(value)) is None


def test_what_is_forged_opens_nothing(ask, link):
    good = given(link)["dossier"].value
    forged = [
        "",
        "x",
        str(link.id),
        good[:-1],
        good[:-1] + ("A" if good[-1] != "A" else "B"),
        "é" * 50,
        "x" * 4_000,
        signing.dumps(str(link.id)),
        signing.dumps(str(link.id), salt="opposition.following"),
        signing.dumps("not an id", salt=entry.SALT),
    ]
    assert [value for value in forged if entry.dossier_of(ask(value))] == []


def test_without_it_one_is_shown_the_ways_in(client):
    response = client.get("/dossier/fiche/")
    assert (response.status_code, response["Location"]) == (303, "/retrouver/")
    assert client.post("/dossier/fiche/").status_code == 303
    assert AccessLink.objects.count() == 0


def test_admitted_by_a_link_that_no_mail_bears(ask, dossier):
    before = AccessLink.objects.count()
    response = entry.admit(HttpResponse(), dossier)
    assert AccessLink.objects.count() == before + 1
    assert entry.dossier_of(ask(response.cookies["dossier"].value)) == dossier


def test_one_cookie_never_opens_the_dossier_of_another(client, ask, dossier, link):
    other = Dossier.objects.create(
        key=b"x",
        identity=b"x",
        person_index=b"12345678",
        submission="7d1f7b8e-2f3c-4f5a-9d3e-000000000001",
        consent_version="x",
        opened_at=moment.now(),
        confirmed_at=moment.now(),
    )
    theirs = links.find(links.mint(other, Purpose.MAILED), Purpose.MAILED)
    assert entry.dossier_of(ask(given(theirs)["dossier"].value)) == other
    assert entry.dossier_of(ask(given(link)["dossier"].value)) == dossier


def test_another_browser_is_not_in(client, dossier, link):
    client.cookies = given(link)
    assert client.get("/dossier/fiche/").status_code == 200
    assert Client().get("/dossier/fiche/").status_code == 303
