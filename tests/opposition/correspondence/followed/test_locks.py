"""A letter that the plan does not open is refused, with the reasons that the person may read."""

import pytest

from letters.catalogue import UnknownLetterError
from opposition.correspondence import followed
from opposition.correspondence.followed import locks
from opposition.domain.vocabulary import AnswerCode, Kind, Track
from opposition.models import Demand
from tests.opposition.correspondence.followed.folders import (
    cases,
    complaint,
    note,
    opened,
    received,
    request,
    silent,
)

pytestmark = [pytest.mark.django_db, pytest.mark.db]
SILENCE, REFUSAL = "cnil-complaint-silence", "cnil-complaint-refusal"
LATE = "Mon 2026-12-28"
NOT_LEFT = "Le courrier n’est pas encore parti."
NOT_YET = "L’organisme peut répondre jusqu’au mercredi 23 décembre 2026 inclus."
ARRIVED = "Cette demande est arrivée : elle n’est plus à envoyer."
CLOSED = "Cette demande est close."
FIRST_GONE = "Le premier rappel est déjà parti."
FIRST_WANTED = "Le premier rappel n’est pas encore parti."
ANSWERED = "Une réponse est venue : la plainte porte alors sur cette réponse."
UNANSWERED = "Aucune réponse n’est notée : la plainte porte alors sur le silence."
IN_PART = (
    "L’organisme a répondu sur une partie de votre demande : un rappel, qui dit que rien n’est "
    "venu, serait inexact. La plainte à la CNIL reste possible."
)


def because(dossier, demand, letter, today):
    (case,) = [one for one in cases(dossier, today) if one.demand == demand]
    return [reason.replace("\u202f", " ") for reason in locks.because(case, letter)]


@pytest.mark.parametrize(
    ("track", "kind", "keys"),
    [
        (Track.REQUEST, "fund", ("fund-objection", "reminder-1", "reminder-2")),
        (Track.REQUEST, "hdh", ("hdh-objection", "reminder-1", "reminder-2")),
        (Track.COMPLAINT, "cnil", (SILENCE, REFUSAL)),
        (Track.REPORT, "cnil", ()),
    ],
)
def test_each_demand_has_its_letters(track, kind, keys):
    assert followed.letters_of(Demand(track=track, kind=kind)) == keys


@pytest.mark.parametrize(
    ("lines", "reasons"),
    [
        ([], []),
        ([Kind.CONFIRMED], []),
        ([Kind.SENT], []),
        ([Kind.SENT, Kind.RETURNED], []),
        ([Kind.SENT, Kind.ACKNOWLEDGED], [ARRIVED]),
        ([Kind.SENT, Kind.CLOSED], [CLOSED]),
    ],
)
def test_a_request_may_be_sent_until_it_has_arrived(lines, reasons):
    dossier = opened()
    for kind in lines:
        note(request(dossier), "Fri 2026-11-20", kind)
    assert because(dossier, request(dossier), "hdh-objection", LATE) == reasons


@pytest.mark.parametrize(
    ("tell", "today", "first", "second"),
    [
        (lambda _: None, LATE, [NOT_LEFT], [NOT_LEFT]),
        (received, "Wed 2026-12-23", [NOT_YET], [NOT_YET]),
        (silent, LATE, [], [FIRST_WANTED]),
    ],
)
def test_a_reminder_waits_for_its_time(tell, today, first, second):
    dossier = opened()
    tell(request(dossier))
    found = [because(dossier, request(dossier), f"reminder-{n}", today) for n in (1, 2)]
    assert found == [first, second]


def test_the_second_reminder_comes_after_the_first():
    dossier = opened()
    silent(request(dossier))
    note(request(dossier), "Thu 2026-12-24", Kind.REMINDER_SENT)
    note(request(dossier), "Fri 2027-01-08", Kind.NOTHING_CAME)
    found = [because(dossier, request(dossier), f"reminder-{n}", "Fri 2027-01-08") for n in (1, 2)]
    assert found == [[FIRST_GONE], []]


def test_nobody_who_answered_in_part_is_told_that_nothing_came():
    dossier = opened()
    demand = request(dossier)
    received(demand)
    note(demand, "Tue 2026-12-01", Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS)
    note(demand, "Wed 2026-12-02", Kind.INCOMPLETE)
    note(demand, "Thu 2026-12-24", Kind.NOTHING_CAME)
    assert because(dossier, demand, "reminder-1", LATE) == [IN_PART]
    assert because(dossier, complaint(dossier), REFUSAL, LATE) == []


def refused(demand):
    received(demand)
    note(demand, "Tue 2026-12-01", Kind.ANSWERED, code=AnswerCode.REFUSED_PUBLIC_TASK)


@pytest.mark.parametrize(
    ("tell", "silence", "refusal"),
    [
        (lambda _: None, [NOT_LEFT], [NOT_LEFT]),
        (silent, [], [UNANSWERED]),
        (refused, [ANSWERED], []),
    ],
)
def test_a_complaint_looks_at_the_demand_that_it_is_about(tell, silence, refusal):
    dossier = opened()
    tell(request(dossier))
    found = [because(dossier, complaint(dossier), letter, LATE) for letter in (SILENCE, REFUSAL)]
    assert found == [silence, refusal]
    assert because(dossier, complaint(dossier, "fund"), SILENCE, LATE) == [NOT_LEFT]


def test_a_complaint_filed_is_not_filed_again():
    dossier = opened()
    silent(request(dossier))
    for demand in (request(dossier), complaint(dossier)):
        note(demand, "Thu 2026-12-24", Kind.FILED)
    assert because(dossier, complaint(dossier), SILENCE, LATE) == [
        "Une plainte a été déposée le 24 décembre 2026."
    ]


def test_a_complaint_that_was_closed_stays_closed():
    dossier = opened()
    silent(request(dossier))
    note(complaint(dossier), "Thu 2026-12-24", Kind.CLOSED)
    assert because(dossier, complaint(dossier), SILENCE, LATE) == [CLOSED]


def test_a_closed_lock_is_an_error_that_says_nothing_to_a_log():
    dossier = opened()
    received(request(dossier))
    (case,) = [one for one in cases(dossier, "Mon 2026-12-21") if one.demand == request(dossier)]
    with pytest.raises(followed.LockedError) as caught:
        locks.check(case, "reminder-1")
    assert (caught.value.letter, str(caught.value)) == ("reminder-1", "reminder-1")
    assert list(caught.value.because) == [NOT_YET]


@pytest.mark.parametrize("letter", ["fund-objection", SILENCE, "open-letter", "x"])
def test_a_letter_of_another_demand_is_unknown_here(letter):
    dossier = opened()
    (case,) = [one for one in cases(dossier, LATE) if one.demand == request(dossier)]
    with pytest.raises(UnknownLetterError):
        locks.check(case, letter)
