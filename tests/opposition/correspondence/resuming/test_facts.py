"""What a letter says of what went before it: whole for the bodies accused, bare for the others."""

from opposition.correspondence.resuming.facts import earlier
from opposition.domain.vocabulary import Evidence
from tests.opposition.domain.journal import day
from tests.opposition.told import cases, history, option, replied, silent, unknown

TODAY = "Mon 2026-12-28"
SILENCE, REFUSAL = "cnil-complaint-silence", "cnil-complaint-refusal"
HUB = "PLATEFORME DES DONNEES DE SANTE (HDH)"
COUNTED = (
    "Demande reçue le lundi 23 novembre 2026\u202f; un mois\u202f: le 23 décembre 2026, un "
    "mercredi (RGPD, art.\u202f12, §\u202f3\u202f; règlement 1182/71, art.\u202f3)"
)
DUE_WHY = [COUNTED, "Le délai est dépassé à partir du jeudi 24 décembre 2026"]


def told(letter, *histories, today=TODAY):
    found = cases(today, *histories)
    return earlier(option(letter, *found), found)


def test_a_silent_body_is_told_whole():
    (first,) = told(SILENCE, silent())
    assert first == (
        "hdh",
        {
            "key": "hdh-objection",
            "addressee": HUB,
            "sent_on": "2026-11-20",
            "received_on": "2026-11-23",
            "evidence": "avis de réception signé",
            "due_on": "2026-12-23",
            "due_why": DUE_WHY,
            "address": ["9 RUE GEORGES PITARD", "75015 PARIS"],
        },
    )


def test_a_reminder_recalls_its_own_request_and_not_its_address():
    (only,) = told("reminder-1", silent("fund"), history("hdh"))
    assert only[0] == "fund"
    assert "address" not in only[1]
    assert only[1]["due_on"] == "2026-12-23"


def test_other_bodies_are_mentioned_without_what_would_accuse_them():
    _late, running = told(SILENCE, silent("fund"), history("hdh"))
    assert running[1].keys() == {
        *("key", "addressee", "address", "sent_on", "received_on", "evidence")
    }


def test_a_receipt_that_nobody_knows_is_not_told():
    _late, running = told(SILENCE, silent("fund"), unknown("hdh"))
    assert running[1].keys() == {"key", "addressee", "address", "sent_on"}


def test_a_settled_request_is_left_out():
    settled = history("hdh", reply=replied("REGISTERED_SNDS"))
    assert [name for name, _ in told(SILENCE, silent("fund"), settled)] == ["fund"]


def test_a_refusal_is_told_with_its_words_and_what_it_lacks():
    reply = replied("REFUSED_EXCESSIVE", quote="Non.", missing=("remedy",))
    (refused,) = told(REFUSAL, history(reply=reply))
    assert refused[1]["answer"] == {
        "code": "REFUSED_EXCESSIVE",
        "date": "2026-12-01",
        "quote": "Non.",
        "missing": ["remedy"],
    }
    assert refused[1]["due_why"] == DUE_WHY[:1]  # who answered is not late


def test_a_refusal_whose_receipt_is_unknown_has_no_due_date_before_it():
    (refused,) = told(REFUSAL, unknown(reply=replied("REFUSED_EXCESSIVE")))
    assert (refused[1]["received_on"], refused[1]["evidence"]) == (
        "2026-12-01",
        "l’organisme a écrit ce jour-là",
    )


def test_reminders_follow_the_requests_in_their_order():
    sent = (day("Mon 2027-01-11"), day("Thu 2026-12-24"))
    entries = told(SILENCE, silent("fund"), silent("hdh", reminders=sent), today="Mon 2027-02-01")
    assert [(name, entry["key"], entry["sent_on"]) for name, entry in entries[2:]] == [
        ("hdh", "reminder-1", "2026-12-24"),
        ("hdh", "reminder-2", "2027-01-11"),
    ]


def test_a_declared_date_says_that_it_is_one():
    declared = silent(evidence=Evidence.DECLARED, how="remise au guichet")
    (only,) = told(SILENCE, declared)
    assert only[1]["evidence"] == "date déclarée (remise au guichet)"


def test_a_third_reminder_is_told_as_another_second_one():
    days = ("Thu 2026-12-24", "Mon 2027-01-11", "Mon 2027-01-25")
    sent = silent(reminders=tuple(map(day, days)))
    entries = told(SILENCE, sent, today="Mon 2027-02-01")[1:]
    assert [entry["key"] for _, entry in entries] == ["reminder-1", "reminder-2", "reminder-2"]
