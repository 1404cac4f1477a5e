"""What is sealed opens with its key, at its place, whole and unchanged; never otherwise."""

from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from opposition import vault

OWNER = UUID("6f1c1d9e-3b0a-4c57-9a55-0b6d2f6c8e11")
KEY = bytes.fromhex("0d07859e3d272c19e58516c37264ded844b520db6e4a52ace5d838fddf8966a7")
TEXT = "Zoé Cœur"
LABEL = "dossier.identity"
# Sealed by the first release: a portal that no longer opens it has lost everybody's data.
OLD = bytes.fromhex(
    "014a5484daebd13fb265f6de69c56fa1e02164c82b36876b666eb07d7a897d1432db526f263161"
)


def unseal(sealed, key=KEY, label=LABEL, owner=OWNER):
    return vault.unseal(key, sealed, label=label, owner=owner)


def refusal(sealed, **otherwise):
    """What the vault says instead of opening."""
    with pytest.raises(vault.SealError) as refused:
        unseal(sealed, **otherwise)
    return str(refused.value)


ALTERED = "another key, another place, or altered since it was sealed"
CUT = "too short to have been sealed here"
UNKNOWN = "sealed in an unknown format"


@given(st.binary(min_size=32, max_size=32), st.text(), st.text(max_size=40), st.uuids())
def test_any_text_comes_back(key, text, label, owner):
    sealed = vault.seal(key, text, label=label, owner=owner)
    assert vault.unseal(key, sealed, label=label, owner=owner) == text


@given(st.binary(max_size=5000))
def test_any_file_comes_back(content):
    sealed = vault.seal_file(KEY, content, label="letter.file", owner=OWNER)
    assert len(sealed) == len(content) + 29
    assert vault.unseal_file(KEY, sealed, label="letter.file", owner=OWNER) == content


def test_what_the_first_release_sealed_still_opens():
    assert unseal(OLD) == TEXT


def test_it_is_the_cipher_it_is_said_to_be():
    nonce, ciphertext, place = OLD[1:13], OLD[13:], b"\x01" + LABEL.encode() + OWNER.bytes
    assert AESGCM(KEY).decrypt(nonce, ciphertext, place) == TEXT.encode()


def test_a_database_may_give_it_back_as_a_view_of_memory():
    assert unseal(memoryview(OLD)) == TEXT
    assert vault.unseal_file(KEY, memoryview(OLD), label=LABEL, owner=OWNER) == TEXT.encode()


def test_the_same_text_never_gives_the_same_bytes():
    sealed = {vault.seal(KEY, TEXT, label=LABEL, owner=OWNER) for _ in range(50)}
    assert len({one[1:13] for one in sealed}) == 50
    assert {unseal(one) for one in sealed} == {TEXT}


def test_no_word_of_it_can_be_read_in_the_sealed_bytes():
    sealed = vault.seal(KEY, TEXT * 20, label=LABEL, owner=OWNER)
    assert not any(word.encode() in sealed for word in ("Zo", "Cœur", LABEL))
    assert OWNER.bytes not in sealed


@pytest.mark.parametrize(
    ("part", "positions", "told"),
    [
        ("format", range(1), UNKNOWN),
        ("nonce", range(1, 13), ALTERED),
        ("ciphertext", range(13, len(OLD) - 16), ALTERED),
        ("tag", range(len(OLD) - 16, len(OLD)), ALTERED),
    ],
)
@pytest.mark.parametrize("bit", [0x01, 0x80])
def test_one_bit_changed_anywhere_is_noticed(part, positions, told, bit):
    for position in positions:
        altered = bytearray(OLD)
        altered[position] ^= bit
        assert refusal(altered) == told, (part, position)


@pytest.mark.parametrize("length", range(len(OLD)))
def test_a_piece_of_it_does_not_open(length):
    assert refusal(OLD[:length]) == (CUT if length < 29 else ALTERED)


@pytest.mark.parametrize("more", [b"\x00", OLD])
def test_nor_does_it_with_something_after_it(more):
    assert refusal(OLD + more) == ALTERED


@pytest.mark.parametrize(
    "otherwise",
    [
        {"key": bytes(32)},
        {"label": "dossier.email"},
        {"label": ""},
        {"owner": UUID(int=OWNER.int + 1)},
        {"label": LABEL[:-1]},
    ],
)
def test_another_key_another_field_or_another_row_does_not_open_it(otherwise):
    assert refusal(OLD, **otherwise) == ALTERED


@pytest.mark.parametrize("length", [0, 16, 24, 31, 33])
def test_a_key_of_another_length_is_refused_both_ways(length):
    told = f"a key of {length} bytes, where 32 are needed"
    assert refusal(OLD, key=bytes(length)) == told
    with pytest.raises(vault.SealError) as refused:
        vault.seal(bytes(length), TEXT, label=LABEL, owner=OWNER)
    assert str(refused.value) == told


def test_a_file_is_not_taken_for_a_text():
    sealed = vault.seal_file(KEY, b"\xff\xfe", label=LABEL, owner=OWNER)
    assert refusal(sealed) == "what was sealed here is no text"


def test_a_broken_text_is_refused_and_the_error_carries_none_of_it():
    with pytest.raises(vault.SealError) as refused:
        vault.seal(KEY, "Zoé \ud800", label=LABEL, owner=OWNER)
    assert refused.value.args == ("the text to seal is not valid Unicode",)
    assert (refused.value.__cause__, refused.value.__suppress_context__) == (None, True)
