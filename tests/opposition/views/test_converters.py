"""Addresses hold references and secrets of the right shape, and nothing else."""

import re

import pytest

from opposition.views.converters import Reference, Secret


@pytest.mark.parametrize(
    ("kind", "text", "fits"),
    [
        (Reference, "7K3M-Q4XD", True),
        (Reference, "7k3m-q4xd", False),
        (Reference, "7K3MQ4XD", False),
        (Reference, "7K3M-Q4X0", False),
        (Secret, "A" * 22, True),
        (Secret, "A" * 21, False),
        (Secret, "A" * 65, False),
        (Secret, "../" + "A" * 22, False),
    ],
)
def test_shapes(kind, text, fits):
    assert bool(re.fullmatch(kind.regex, text)) is fits


@pytest.mark.parametrize("kind", [Reference, Secret])
def test_values_stand_as_they_are(kind):
    assert (kind().to_python("7K3M-Q4XD"), kind().to_url("7K3M-Q4XD")) == ("7K3M-Q4XD",) * 2
