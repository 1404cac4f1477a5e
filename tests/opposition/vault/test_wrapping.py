"""A dossier's key opens for that dossier alone, under any key that the portal still has."""

from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured

from opposition import vault

OWNER = UUID("6f1c1d9e-3b0a-4c57-9a55-0b6d2f6c8e11")
FIRST, SECOND, THIRD = "1:" + "v" * 43, "2:" + "w" * 43, "3:" + "x" * 43
# Wrapped by the first release, under the key of version 1.
OLD = bytes.fromhex(
    "010001e152b7ba93175dbc3b4dd14e8a48f8f98781ecbc510cf806ade8fa4cae61"
    "a1fdf257d7fcf5981ccd58363b2d7f11bf5c2ac57a4f0d011d0dd5f24f8d"
)
KEY = bytes.fromhex("0d07859e3d272c19e58516c37264ded844b520db6e4a52ace5d838fddf8966a7")
ALTERED = "another key, another place, or altered since it was sealed"
UNKNOWN = "no wrapped key, or in an unknown format"


@pytest.fixture(autouse=True)
def one_key(settings):
    settings.VAULT_KEYS = FIRST


def refusal(wrapped, owner=OWNER):
    with pytest.raises(vault.SealError) as refused:
        vault.unwrap(wrapped, owner)
    return str(refused.value)


def test_each_dossier_gets_a_key_of_its_own():
    keys = {vault.unwrap(vault.new_key(OWNER), OWNER) for _ in range(20)}
    assert [len(key) for key in keys] == [32] * 20


def test_a_wrapped_key_is_63_bytes_and_is_not_the_key():
    wrapped = vault.new_key(OWNER)
    assert len(wrapped) == 63
    assert vault.unwrap(wrapped, OWNER) not in wrapped


def test_what_the_first_release_wrapped_still_opens():
    assert vault.unwrap(OLD, OWNER) == KEY
    assert vault.unwrap(memoryview(OLD), OWNER) == KEY


def test_a_key_moved_to_another_dossier_does_not_open():
    assert refusal(OLD, owner=uuid4()) == ALTERED


def test_the_keys_of_another_portal_do_not_open_it(settings):
    settings.VAULT_KEYS = "1:" + "z" * 43
    assert refusal(OLD) == ALTERED


@pytest.mark.parametrize("position", range(3, 63))
def test_a_changed_byte_is_noticed(position):
    altered = bytearray(OLD)
    altered[position] ^= 1
    assert refusal(altered) == ALTERED


def test_a_changed_format_or_version_is_noticed(settings):
    settings.VAULT_KEYS = f"{FIRST},{SECOND}"
    assert refusal(b"\x02" + OLD[1:]) == UNKNOWN
    assert refusal(b"\x01\x00\x02" + OLD[3:]) == ALTERED
    assert refusal(b"\x01\x01\x01" + OLD[3:]) == (
        "wrapped by version 257 of the portal's key, which is not here"
    )


@pytest.mark.parametrize("length", range(63))
def test_a_piece_of_a_wrapped_key_does_not_open(length):
    told = UNKNOWN if length < 3 else "too short to have been sealed here"
    assert refusal(OLD[:length]) == (told if length < 31 else ALTERED)


def test_three_versions_are_read_and_the_highest_one_wraps(settings):
    wrapped = {}
    for version, keys in enumerate(
        (FIRST, f"{FIRST},{SECOND}", f"{THIRD}, {FIRST}, {SECOND}"), start=1
    ):
        settings.VAULT_KEYS = keys
        wrapped[version] = vault.new_key(OWNER)
        assert vault.version_of(wrapped[version]) == version
    assert len({vault.unwrap(one, OWNER) for one in wrapped.values()}) == 3


def test_the_version_is_read_without_any_key(settings):
    settings.VAULT_KEYS = ""
    assert vault.version_of(memoryview(OLD)) == 1


@pytest.mark.parametrize("none", [b"", b"\x01\x00", b"\x00\x00\x01" + bytes(60)])
def test_what_is_no_wrapped_key_has_no_version(none):
    with pytest.raises(vault.SealError) as refused:
        vault.version_of(none)
    assert str(refused.value) == UNKNOWN


def test_rewrapping_keeps_the_key_and_what_it_sealed(settings):
    sealed = vault.seal(KEY, "Zoé", label="dossier.identity", owner=OWNER)
    settings.VAULT_KEYS = f"{FIRST},{SECOND}"
    rewrapped = vault.rewrap(OLD, OWNER)
    settings.VAULT_KEYS = SECOND  # the first one may go once nothing is wrapped by it
    assert vault.version_of(rewrapped) == 2
    key = vault.unwrap(rewrapped, OWNER)
    assert vault.unseal(key, sealed, label="dossier.identity", owner=OWNER) == "Zoé"
    assert refusal(OLD) == "wrapped by version 1 of the portal's key, which is not here"


@pytest.mark.parametrize("view", [bytes, memoryview])
def test_rewrapping_twice_changes_nothing_more(settings, view):
    assert vault.rewrap(view(OLD), OWNER) == OLD
    settings.VAULT_KEYS = f"{FIRST},{SECOND}"
    once = vault.rewrap(view(OLD), OWNER)
    assert vault.rewrap(view(once), OWNER) == once


def test_rewrapping_gives_nothing_back_that_it_cannot_open():
    with pytest.raises(vault.SealError) as refused:
        vault.rewrap(OLD, uuid4())
    assert str(refused.value) == ALTERED


@pytest.mark.parametrize("keys", ["", "1:short", "v" * 43])
def test_without_good_keys_nothing_is_wrapped(settings, keys):
    settings.VAULT_KEYS = keys
    with pytest.raises(ImproperlyConfigured):
        vault.new_key(OWNER)
