"""Keyed hashes find what was stored, and say nothing to whoever lacks the key."""

import base64
import hmac

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from opposition import vault

INDEX_KEY = "i" * 43


@pytest.fixture(autouse=True)
def key(settings):
    settings.INDEX_KEY = INDEX_KEY


def by_hand(use, purpose, *parts):
    """The same hash, from its description."""

    def framed(*values):
        return b"".join(len(value).to_bytes(8, "big") + value for value in values)

    key = base64.urlsafe_b64decode(INDEX_KEY + "=")
    subkey = hmac.new(key, framed(use, purpose), "sha256").digest()
    return hmac.new(subkey, framed(*parts), "sha256").digest()


# Once stored, these may never change: an index that no longer finds its row lets a second one in.
FIXED = [
    (vault.blind, ("email", "V.ictim+1@X.fr"), "74974493c160d228"),
    (vault.blind, ("person", "Noël", "Le Cœur", "1980-02-29"), "44ebb848afe3399f"),
    (
        vault.fingerprint,
        ("link", "abc"),
        "f0090a05aab3052d71448957a4858a00f421118875fce00a1c326cb5399171e7",
    ),
    (
        vault.chained,
        (bytes(32), b"line"),
        "08b9e43045971a9f636bc4a23876f7fd0d9db45d889a3b7f17007c318c0f50dd",
    ),
]


@pytest.mark.parametrize(("trace", "given", "stored"), FIXED)
def test_what_the_first_release_stored_is_still_found(trace, given, stored):
    assert trace(*given).hex() == stored


@pytest.mark.parametrize(("trace", "given", "stored"), FIXED)
def test_another_key_gives_another_trace(settings, trace, given, stored):
    settings.INDEX_KEY = "j" * 43
    assert trace(*given).hex() != stored


@pytest.mark.parametrize(("trace", "given", "_stored"), FIXED)
def test_without_a_key_there_is_no_trace(settings, trace, given, _stored):
    settings.INDEX_KEY = ""
    with pytest.raises(ImproperlyConfigured) as refused:
        trace(*given)
    assert str(refused.value) == "INDEX_KEY cannot be used (entry 1: missing)"


def test_they_are_the_hashes_they_are_said_to_be():
    assert (
        vault.blind("person", "Zoé", "1980-01-02")
        == (by_hand(b"blind", b"person", b"zoe", b"1980 01 02")[:8])
    )
    assert vault.fingerprint("link", "abc") == by_hand(b"fingerprint", b"link", b"abc")
    assert vault.chained(b"p" * 32, b"l") == by_hand(b"chain", b"", b"p" * 32, b"l")


@pytest.mark.parametrize(
    "typed", ["victim@x.fr", "victim+1@x.fr", "V.ictim@x.fr", "VICTIM@X.FR", " v.i.c.t.i.m@x.fr\n"]
)
def test_one_mailbox_is_one_bucket(typed):
    assert vault.blind("email", typed) == vault.blind("email", "victim@x.fr")


@pytest.mark.parametrize("typed", ["victime@x.fr", "victim@y.fr", "victim@x.f.r", "1+victim@x.fr"])
def test_another_mailbox_is_another_bucket(typed):
    assert vault.blind("email", typed) != vault.blind("email", "victim@x.fr")


MOTHER = ("Zoé", "Le Cœur", "1980-02-29")


@pytest.mark.parametrize(
    "typed",
    [
        ("ZOE", "LE COEUR", "1980-02-29"),
        (" zoé ", "Le-Cœur", "1980-02-29"),
        ("Zoe\u0301", "le  cœur", "1980/02/29"),
    ],
)
def test_one_person_is_found_however_the_name_was_typed(typed):
    assert vault.blind("person", *typed) == vault.blind("person", *MOTHER)


@pytest.mark.parametrize(
    "other",
    [
        ("Zoé", "Le Cœur", "2012-05-01"),
        ("Anna", "Le Cœur", "1980-02-29"),
        ("Le Cœur", "Zoé", "1980-02-29"),
        ("Zoé Le", "Cœur", "1980-02-29"),
        ("Zoé", "Lecœur", "1980-02-29"),
        ("Zoé", "Le Cœur 1980-02-29"),
    ],
)
def test_two_persons_are_two(other):
    assert vault.blind("person", *other) != vault.blind("person", *MOTHER)


def test_where_a_value_ends_counts():
    assert vault.blind("person", "ab", "c") != vault.blind("person", "a", "bc")
    assert vault.blind("person", "ab", "") != vault.blind("person", "ab")
    assert vault.chained(b"ab", b"c") != vault.chained(b"a", b"bc")


def test_one_purpose_says_nothing_of_another():
    assert vault.blind("person", "a@b.fr") != vault.blind("email", "a@b.fr")
    assert vault.fingerprint("mailed", "abc") != vault.fingerprint("printed", "abc")
    assert vault.fingerprint("person", "abc")[:8] != vault.blind("person", "abc")


def test_a_secret_is_taken_to_the_letter():
    traces = {vault.fingerprint("link", secret) for secret in ("abc", "ABC", "abc ", "abcd", "")}
    assert [len(trace) for trace in traces] == [32] * 5


@given(st.text(st.characters(), max_size=30))
def test_no_text_of_a_stranger_is_an_error(text):
    lengths = [len(vault.blind(purpose, text)) for purpose in ("email", "person")]
    assert (lengths, len(vault.fingerprint("link", text))) == ([8, 8], 32)


def test_a_broken_text_is_unknown_and_not_an_error():
    assert len(vault.fingerprint("link", "\udc80")) == 32
    assert len(vault.blind("email", "\ud800@x.fr")) == 8


def journal(*lines):
    """The last link of a chain."""
    link = bytes(32)
    for line in lines:
        link = vault.chained(link, line)
    return link


@pytest.mark.parametrize(
    "lines",
    [
        (b"opened", b"posted", b"answered"),
        (b"opened", b"sent"),
        (b"opened",),
        (b"posted", b"sent", b"opened"),
        (b"opened", b"sent", b"posted"),
        (b"openedsent", b"posted"),
    ],
)
def test_the_chain_tells_a_journal_that_was_touched(lines):
    assert journal(*lines) != journal(b"opened", b"posted")


def test_the_same_journal_has_the_same_chain():
    assert journal(b"opened", b"posted") == journal(b"opened", memoryview(b"posted"))
