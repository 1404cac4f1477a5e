"""Complaints in the story that began it all: what they name, what they mention, what they leave."""

import pytest

from opposition.correspondence import followed
from opposition.correspondence.followed import writing
from opposition.domain.vocabulary import AnswerCode, Evidence, Kind, Scope
from opposition.models import Demand
from tests.opposition.correspondence.followed.folders import (
    cases,
    complaint,
    composed,
    note,
    opened,
    received,
    request,
    silent,
    words,
)
from tests.opposition.domain.journal import day

pytestmark = [pytest.mark.django_db, pytest.mark.db]
SILENCE, REFUSAL = "cnil-complaint-silence", "cnil-complaint-refusal"
TODAY = "Mon 2027-02-15"
FUND, HUB = "CPAM SURE", "PLATEFORME DES DONNEES DE SANTE (HDH)"
ACCUSED, RUNNING = "en cause et chronologie", "suit son cours"
ASIDE, ASKED = "Pour information", "Ce qui a été demandé"
COMPLETES = "La présente plainte complète celle qui vous a déjà été adressée"


def hub_silent(dossier):
    """Received on Mon 11 January, due on Thu 11 February; nothing came."""
    note(request(dossier), "Fri 2027-01-08", Kind.SENT)
    note(request(dossier), "Mon 2027-01-11", Kind.RECEIVED, evidence=Evidence.TRACKING)
    note(request(dossier), "Fri 2027-02-12", Kind.NOTHING_CAME)


def fund_late_then_registers(demand):
    """Silent, reminded twice, then one mail with two answers: registered, and « ask the Hub »."""
    silent(demand)
    note(demand, "Mon 2027-01-04", Kind.REMINDER_SENT)
    note(demand, "Wed 2027-01-20", Kind.NOTHING_CAME)
    note(demand, "Wed 2027-01-20", Kind.REMINDER_SENT)
    note(demand, "Wed 2027-01-27", Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS)
    note(demand, "Wed 2027-01-27", Kind.REDIRECTED)


def fund_is_content(demand):
    fund_late_then_registers(demand)
    note(demand, "Thu 2027-01-28", Kind.COVERED)


def fund_lacks_a_part(demand):
    fund_late_then_registers(demand)
    missing = frozenset({Scope.PROJECTS})
    note(demand, "Thu 2027-01-28", Kind.INCOMPLETE, scopes=missing)


def fund_lacks_a_part_in_time(demand):
    """The month is over, but nobody has said that nothing more came."""
    received(demand)
    note(demand, "Tue 2026-12-01", Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS)
    note(demand, "Wed 2026-12-02", Kind.INCOMPLETE)


def fund_refuses(demand):
    received(demand)
    note(demand, "Tue 2026-12-01", Kind.ANSWERED, code=AnswerCode.REFUSED_PUBLIC_TASK)


def fund_answers_in_part(demand):
    """Not judged by the person: nobody is accused of it."""
    received(demand)
    note(demand, "Tue 2026-12-01", Kind.ANSWERED, code=AnswerCode.REGISTERED_PARTIAL)


def fund_came_back(demand):
    note(demand, "Fri 2026-11-20", Kind.SENT)
    note(demand, "Fri 2026-12-04", Kind.RETURNED)


def fund_filed(demand):
    silent(demand)
    note(demand, "Mon 2027-01-04", Kind.FILED)


def nothing(_demand):
    """The letter to the fund was never posted."""


def place(text, body):
    """Under which heading of the complaint a body stands; empty where it is not named."""
    found = text.find(f"Organisme : {body}")
    before = {text.find(mark): mark for mark in (ACCUSED, RUNNING, ASIDE, ASKED)}
    return max((at, mark) for at, mark in before.items() if -1 < at < found)[1] if found > 0 else ""


@pytest.mark.parametrize(
    ("tell", "heading"),
    [
        (silent, ACCUSED),
        (received, RUNNING),  # late, but nobody has said that nothing came (rule 1)
        (fund_late_then_registers, ASIDE),
        (fund_is_content, ""),
        (fund_lacks_a_part, ASIDE),
        (fund_lacks_a_part_in_time, RUNNING),
        (fund_answers_in_part, RUNNING),
        (fund_refuses, ASIDE),
        (fund_came_back, ""),
        (fund_filed, RUNNING),
        (nothing, ""),
    ],
)
def test_a_complaint_of_silence_names_the_silent_only(tell, heading):
    dossier = opened()
    hub_silent(dossier)
    tell(request(dossier, "fund"))
    text = words(composed(dossier, complaint(dossier), SILENCE, TODAY))
    assert (place(text, HUB), place(text, FUND)) == (ACCUSED, heading)


def test_the_story_of_the_seed_is_told_without_a_word_too_many():
    dossier = opened()
    hub_silent(dossier)
    fund_late_then_registers(request(dossier, "fund"))
    written = composed(dossier, complaint(dossier), SILENCE, TODAY)
    told = words(written).partition(ASIDE)[2].partition(COMPLETES)[0].partition(ASKED)[0]
    assert [line for line in told.splitlines() if " : " in line] == [
        f"Organisme : {FUND}",
        "Adresse : 1 PLACE DE L EXEMPLE, 34934 MONTPELLIER CEDEX 9",
        "Demande envoyée le : 20 novembre 2026",
        "Demande reçue le : 23 novembre 2026",
        "Preuve de la réception : avis de réception signé",
        "Réponse du : 27 janvier 2027",
    ]
    assert [name for name in (RUNNING, COMPLETES) if name in words(written)] == []
    assert [piece.replace("\u202f", " ") for piece in written.enclosures][:2] == [
        "Copie de la demande envoyée le 8 janvier 2027",
        "Preuve de sa réception : suivi postal",
    ]


@pytest.mark.parametrize(
    ("tell", "heading"),
    [
        (silent, ASIDE),
        (received, RUNNING),
        (fund_late_then_registers, ASIDE),
        (fund_is_content, ""),
        (fund_answers_in_part, RUNNING),  # not judged: never among those that refused
        (fund_refuses, ACCUSED),
    ],
)
def test_a_complaint_of_a_refusal_names_those_that_refused_only(tell, heading):
    dossier = opened()
    received(request(dossier))
    note(request(dossier), "Tue 2026-12-08", Kind.ANSWERED, code=AnswerCode.REFUSED_EXCESSIVE)
    tell(request(dossier, "fund"))
    text = words(composed(dossier, complaint(dossier), REFUSAL, TODAY))
    assert (place(text, HUB), place(text, FUND)) == (ACCUSED, heading)


@pytest.mark.parametrize(
    ("tell", "silence", "refusal"),
    [
        (silent, ["fund", "hdh"], []),
        (fund_late_then_registers, ["hdh"], []),
        (fund_refuses, ["hdh"], ["fund"]),
        (fund_filed, ["hdh"], []),
    ],
)
def test_the_requests_that_a_complaint_names_are_known_beforehand(tell, silence, refusal):
    dossier = opened()
    hub_silent(dossier)
    tell(request(dossier, "fund"))
    judged = cases(dossier, TODAY)
    assert [
        [case.demand.kind for case in followed.accused(judged, letter)]
        for letter in (SILENCE, REFUSAL)
    ] == [silence, refusal]


def test_a_refusal_since_the_main_database_only_is_no_refusal():
    dossier = opened()
    hub_silent(dossier)
    fund = request(dossier, "fund")
    received(fund)
    note(fund, "Tue 2026-12-01", Kind.ANSWERED, code=AnswerCode.REFUSED_MAIN_DB)
    note(fund, "Fri 2027-02-12", Kind.NOTHING_CAME)
    text = words(composed(dossier, complaint(dossier, "fund"), SILENCE, TODAY))
    assert (place(text, FUND), place(text, HUB)) == (ACCUSED, ACCUSED)
    with pytest.raises(followed.LockedError):
        composed(dossier, complaint(dossier, "fund"), REFUSAL, TODAY)


@pytest.mark.parametrize(
    ("online", "left"),
    [(True, "4 janvier 2027"), (False, "2 janvier 2027")],
)
def test_a_second_complaint_says_that_it_completes_the_first(online, left):
    dossier = opened()
    silent(request(dossier, "fund"))
    first = composed(dossier, complaint(dossier, "fund"), SILENCE, "Mon 2027-01-04")
    assert COMPLETES not in words(first)
    note(request(dossier, "fund"), "Mon 2027-01-04", Kind.FILED)
    if online:
        note(complaint(dossier, "fund"), "Mon 2027-01-04", Kind.FILED)
    else:
        note(complaint(dossier, "fund"), "Sat 2027-01-02", Kind.SENT)
    hub_silent(dossier)
    text = words(composed(dossier, complaint(dossier), SILENCE, TODAY))
    assert COMPLETES in text
    assert f"Plainte envoyée le : {left}" in text
    assert place(text, FUND) == RUNNING


def test_the_first_complaint_is_the_oldest_that_left_and_did_not_come_back():
    dossier = opened()
    hub_silent(dossier)
    held = complaint(dossier, "fund")
    assert writing.complained_on(cases(dossier, TODAY)) is None
    note(held, "Sat 2027-01-02", Kind.SENT)
    assert writing.complained_on(cases(dossier, TODAY)) == day("Sat 2027-01-02")
    note(held, "Mon 2027-01-11", Kind.RETURNED)
    assert writing.complained_on(cases(dossier, TODAY)) is None


def test_a_report_is_no_complaint_that_another_completes():
    dossier = opened()
    row = {"reference": "XXXX-3333", "track": "report", "kind": "cnil"}
    note(Demand.objects.create(dossier=dossier, **row), "Sat 2027-01-02", Kind.FILED)
    assert writing.complained_on(cases(dossier, TODAY)) is None


def test_a_reminder_knows_nothing_of_complaints():
    dossier = opened()
    fund_filed(request(dossier, "fund"))
    hub_silent(dossier)
    said = followed.Complaint(court_seized=True, disclose_identity=True)
    told = composed(dossier, request(dossier), "reminder-1", TODAY, answers=said).facts
    assert [one["key"] for one in told["earlier"]] == ["hdh-objection"]
    assert (told["court_seized"], told["disclose_identity"]) == (None, None)
