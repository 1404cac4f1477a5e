"""How many forms one connection may send in a minute, whom the counter takes for one."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache

from portal import limits

pytestmark = pytest.mark.urls("tests.portal.urls")

FORM = "/essai/formulaire/"
NOON = datetime.fromisoformat("2026-11-25T12:00:00+01:00")


@pytest.fixture(autouse=True)
def three_a_minute(settings):
    settings.POSTS_PER_MINUTE = 3
    cache.clear()
    yield
    cache.clear()


def statuses(client, times, **environ):
    return [client.post(FORM, {"name": "x"}, **environ).status_code for _ in range(times)]


def test_the_fourth_form_in_a_minute_is_asked_to_wait(client):
    assert statuses(client, 4) == [200, 200, 200, 429]
    refused = client.post(FORM)
    assert refused["Retry-After"] == "60"
    assert "Trop d’envois en peu de temps" in refused.content.decode()


def test_a_minute_later_one_may_send_again(client):
    with time_machine.travel(NOON, tick=False) as clock:
        assert statuses(client, 4)[-1] == 429
        clock.shift(timedelta(seconds=59))
        assert statuses(client, 1) == [429]
        clock.shift(timedelta(seconds=2))
        assert statuses(client, 1) == [200]


def test_reading_is_never_counted(client):
    assert [client.get("/").status_code for _ in range(10)] == [200] * 10
    assert statuses(client, 1) == [200]


def test_one_connection_does_not_count_for_another(client):
    statuses(client, 4, REMOTE_ADDR="192.0.2.1")
    assert statuses(client, 1, REMOTE_ADDR="192.0.2.1") == [429]
    assert statuses(client, 1, REMOTE_ADDR="192.0.2.2") == [200]


def test_a_stranger_does_not_escape_by_another_name(client):
    spoofed = [{"X-Forwarded-For": f"192.0.2.{n}"} for n in range(4)]
    assert [client.post(FORM, headers=words).status_code for words in spoofed][-1] == 429


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", "unknown"),
        ("junk", "unknown"),
    ],
)
def test_whom_the_counter_takes_for_one(rf, address, counted_as):
    assert limits.subject(rf.post("/", REMOTE_ADDR=address)) == counted_as


@pytest.mark.parametrize(
    ("forwarded", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("10.0.0.1, 192.0.2.7", "192.0.2.7"),  # the first is the stranger's word
        ("192.0.2.7:443", "unknown"),
        ("", "unknown"),
    ],
)
def test_behind_our_proxy_only_its_own_word_counts(rf, settings, forwarded, counted_as):
    settings.BEHIND_PROXY = True
    request = rf.post("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="127.0.0.1")
    assert limits.subject(request) == counted_as


def test_no_address_is_kept_only_a_keyed_hash(client):
    client.post(FORM, REMOTE_ADDR="192.0.2.99")
    kept = repr((cache._cache, cache._expire_info))
    assert "posts:" in kept
    assert "192.0.2.99" not in kept
