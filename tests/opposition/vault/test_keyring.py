"""The portal's keys as settings: what can be used, and each fault of what cannot."""

import base64

import pytest
from django.core.exceptions import ImproperlyConfigured

from opposition.vault import keyring
from opposition.vault.keyring import Fault, Finding

V, W, X, INDEX = "v" * 43, "w" * 43, "x" * 43, "i" * 43


def raw(text):
    return base64.urlsafe_b64decode(text + "=")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (f"1:{V}", {1: V}),
        (f"1:{V}=", {1: V}),
        (f" 1:{V} ,\n 2:{W} ", {1: V, 2: W}),
        (f"12:{X},3:{V},7:{W}", {12: X, 3: V, 7: W}),
        (f"007:{V}", {7: V}),
        (f"65535:{V}", {65535: V}),
        (f"1:{'-_' * 21}A", {1: "-_" * 21 + "A"}),
    ],
)
def test_keys_by_version(text, keys):
    assert keyring.portal_keys(text) == {version: raw(key) for version, key in keys.items()}


FAULTS = [
    ("", [Finding(Fault.MISSING)]),
    (" \n", [Finding(Fault.MISSING)]),
    (V, [Finding(Fault.MALFORMED)]),
    (f":{V}", [Finding(Fault.MALFORMED)]),
    (f"0:{V}", [Finding(Fault.MALFORMED)]),
    (f"65536:{V}", [Finding(Fault.MALFORMED)]),
    (f"-1:{V}", [Finding(Fault.MALFORMED)]),
    (f"one:{V}", [Finding(Fault.MALFORMED)]),
    (f"²:{V}", [Finding(Fault.MALFORMED)]),
    (f"1 :{V}", [Finding(Fault.MALFORMED)]),
    (f"1={V}", [Finding(Fault.MALFORMED)]),
    ("1:", [Finding(Fault.MALFORMED)]),
    (f"1:{V},", [Finding(Fault.MALFORMED, 2)]),
    (f"1:{V[1:]}+", [Finding(Fault.MALFORMED)]),
    (f"1:{V[1:]}/", [Finding(Fault.MALFORMED)]),
    (f"1:{V[1:]}é", [Finding(Fault.MALFORMED)]),
    (f"1:{V}===", [Finding(Fault.MALFORMED)]),
    (f"1:{V[:41]}", [Finding(Fault.MALFORMED)]),  # no number of bytes gives 41 characters
    (f"1:{V[:42]}", [Finding(Fault.LENGTH)]),
    (f"1:{V}v", [Finding(Fault.LENGTH)]),
    ("1:" + "v" * 64, [Finding(Fault.LENGTH)]),
    (f"1:{V},1:{W}", [Finding(Fault.DUPLICATE, 2)]),
    (f"1:{V},01:{W}", [Finding(Fault.DUPLICATE, 2)]),
    (f"1:{V},1:{V}", [Finding(Fault.DUPLICATE, 2)]),
    (f"1:{V},2:{W},3:{V}", [Finding(Fault.SHARED, 3)]),
    (
        f"1:{V},two:{W},2:short,1:{X}",
        [Finding(Fault.MALFORMED, 2), Finding(Fault.MALFORMED, 3), Finding(Fault.DUPLICATE, 4)],
    ),
]


@pytest.mark.parametrize(("text", "found"), FAULTS)
def test_each_fault_of_the_portal_s_keys_and_where_it_is(text, found):
    assert keyring.faults_of_portal_keys(text) == found


@pytest.mark.parametrize("text", [text for text, _ in FAULTS])
def test_keys_with_a_fault_are_never_used(text):
    with pytest.raises(ImproperlyConfigured):
        keyring.portal_keys(text)


def test_the_refusal_says_where_and_not_what():
    with pytest.raises(ImproperlyConfigured) as refused:
        keyring.portal_keys(f"1:{V},1:{W},3:{V}-,x:{X}")
    assert str(refused.value) == (
        "VAULT_KEYS cannot be used (entry 2: duplicate, entry 3: length, entry 4: malformed)"
    )


@pytest.mark.parametrize("text", [INDEX, f"{INDEX}=", f" {INDEX}\n"])
def test_the_key_of_the_index(text):
    assert keyring.faults_of_index_key(text) == []
    assert keyring.index_key(text) == raw(INDEX)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.MISSING),
        (" ", Fault.MISSING),
        (f"1:{INDEX}", Fault.MALFORMED),
        (f"{INDEX},{V}", Fault.MALFORMED),
        (INDEX[:41], Fault.MALFORMED),
        (INDEX[:42], Fault.LENGTH),
        (f"{INDEX}i", Fault.LENGTH),
    ],
)
def test_each_fault_of_the_index_key(text, fault):
    assert keyring.faults_of_index_key(text) == [Finding(fault)]
    with pytest.raises(ImproperlyConfigured) as refused:
        keyring.index_key(text)
    assert str(refused.value) == f"INDEX_KEY cannot be used (entry 1: {fault})"


@pytest.mark.parametrize(
    ("beside", "found"),
    [
        ("", []),
        (f"1:{V},2:{W}", []),
        ("not keys, at all", []),
        (f"1:{V[:41]},2:é", []),
        (f"1:{V},2:{INDEX}", [Finding(Fault.SHARED)]),
        (f"1:{INDEX}=", [Finding(Fault.SHARED)]),
        (f"wrong:{INDEX}", [Finding(Fault.SHARED)]),
    ],
)
def test_the_index_has_a_key_of_its_own(beside, found):
    assert keyring.faults_of_index_key(INDEX, beside=beside) == found


def test_the_same_settings_are_read_once():
    assert keyring.portal_keys(f"1:{V}") is keyring.portal_keys(f"1:{V}")


def test_what_was_read_cannot_be_changed():
    with pytest.raises(TypeError):
        keyring.portal_keys(f"1:{V}")[2] = b""
