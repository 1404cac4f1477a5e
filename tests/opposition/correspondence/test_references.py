"""A reference is short, random, and hard to copy wrong."""

import pytest

from opposition.correspondence import references


def test_a_drawn_reference_has_its_shape():
    assert all(references.is_one(references.draw()) for _ in range(200))


def test_no_two_are_alike():
    assert len({references.draw() for _ in range(1000)}) == 1000


def test_signs_that_look_alike_are_not_used():
    assert not set("0O1IL2Z5S8BU") & set(references.ALPHABET)
    assert len(set(references.ALPHABET)) == 24


@pytest.mark.parametrize(
    "text", ["", "7K3M", "7K3MQ4XD", "7k3m-q4xd", "7K3M-Q4X0", " 7K3M-Q4XD", "7K3M-Q4XD\n"]
)
def test_anything_else_is_none(text):
    assert references.is_one(text) is False
