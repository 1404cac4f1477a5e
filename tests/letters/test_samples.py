"""The invented citizens: each can be read, each letter has a proof, nobody is real."""

import pytest

from letters import compose, samples
from tests.letters import cases


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_every_sample_can_be_read(name):
    assert samples.facts(name).reference == "7K3M-Q2XD"


def test_every_letter_has_a_proof_and_every_sample_a_use():
    assert tuple(sorted(samples.PROOFS)) == cases.KEYS
    assert {name for names in samples.PROOFS.values() for name in names} == set(samples.SAMPLES)


@pytest.mark.parametrize(
    ("key", "name"), [(key, name) for key, names in samples.PROOFS.items() for name in names]
)
def test_every_proof_can_be_composed(key, name):
    assert compose.letter(key, samples.facts(name)).key == key


def test_raw_samples_may_be_changed_at_will():
    samples.raw("adult")["citizen"]["birth_name"] = "Changé"
    assert samples.raw("adult")["citizen"]["birth_name"] == "D’Aubigné-Nguyễn"


def test_mailboxes_are_on_a_domain_of_examples():
    boxes = {facts["citizen"].get("email") for facts in samples.SAMPLES.values()}
    assert {box.rpartition("@")[2] for box in boxes if box} == {"example.org"}
