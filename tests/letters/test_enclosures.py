"""The numbered enclosures of each letter."""

import pytest

from letters import catalogue, enclosures, reading, samples
from tests.letters import cases

COPY, PROOF = "Copie de la demande envoyée le 8 janvier 2027", "Preuve de sa réception\u202f: "
REMINDED = "Copie du rappel envoyé le 15 février 2027"
TITLE = "Copie d’un document établissant ma qualité pour agir"


def of(key, facts):
    return enclosures.of(catalogue.get(key), reading.parse(facts))


@pytest.mark.parametrize(
    ("key", "pieces"),
    [
        ("fund-objection", []),
        ("hdh-objection", [TITLE]),
        ("open-letter", []),
        ("reminder-1", [COPY, f"{PROOF}avis de réception signé"]),
        ("reminder-2", [COPY, f"{PROOF}avis de réception signé", REMINDED]),
        ("cnil-complaint-silence", [COPY, f"{PROOF}avis de réception signé", REMINDED]),
        (
            "cnil-complaint-refusal",
            [COPY, f"{PROOF}avis de réception signé", "Réponse du 1er février 2027"],
        ),
        ("cnil-report", [COPY]),
    ],
)
def test_each_letter_encloses(key, pieces):
    assert of(key, cases.raw(key)) == pieces


def test_a_first_reminder_encloses_no_reminder():
    assert REMINDED not in of("reminder-1", samples.raw("late-after-a-reminder"))


@pytest.mark.parametrize("evidence", ["declared", "date déclarée (appel du 12 janvier)"])
def test_a_declared_date_has_no_proof_to_enclose(evidence):
    facts = cases.with_at(cases.raw("reminder-1"), "earlier.0.evidence", evidence)
    assert of("reminder-1", facts) == [COPY]


def test_who_signs_for_another_encloses_the_title_last():
    facts = {**cases.raw("reminder-2"), "represents": samples.CHILD}
    assert of("reminder-2", facts)[-1] == TITLE


@pytest.mark.parametrize("key", cases.KEYS)
def test_enclosures_are_printed_numbered_under_the_signature(key):
    facts = cases.raw(key)
    pieces = "\n".join(f"{i}. {piece}" for i, piece in enumerate(of(key, facts), 1))
    _, _, below = cases.letter(key, facts).text.rpartition("\nSignature\n")
    assert (f"Pièces jointes\n{pieces}\n" in below) == bool(pieces)
    assert ("Pièces jointes" in below) == bool(pieces)
