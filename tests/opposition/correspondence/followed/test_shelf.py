"""A demand's letters as its page lists them: what left, what waits to be sent, what is open."""

from datetime import timedelta

import pytest

from opposition.correspondence import followed
from opposition.domain.vocabulary import Evidence, Kind
from opposition.models import Demand, Letter
from tests.opposition.correspondence.followed.folders import (
    AT,
    cases,
    complaint,
    composed,
    note,
    opened,
    received,
    request,
    silent,
)
from tests.opposition.domain.journal import day

pytestmark = [pytest.mark.django_db, pytest.mark.db]
HUB, SILENCE = "hdh-objection", "cnil-complaint-silence"
START, LATE = "Thu 2026-11-19", "Mon 2026-12-28"


def listed(dossier, demand, today):
    return followed.written(dossier, cases(dossier, today), demand, today=day(today))


def told(found):
    """Key, whether it is frozen, the day it left."""
    return [(one.key, one.letter is not None, one.posted_on) for one in found]


def freeze(dossier, demand, letter, on, after=0):
    made = composed(dossier, demand, letter, on)
    return followed.freeze(dossier, demand, made, at=AT + timedelta(after))


def test_a_new_demand_has_its_letter_as_it_would_be_written_today():
    dossier = opened()
    (one,) = listed(dossier, request(dossier), START)
    assert told([one]) == [(HUB, False, None)]
    assert one.request == composed(dossier, request(dossier), HUB, START)
    assert (one.title, one.error, one.because) == (one.request.letter.title, None, ())


def test_a_frozen_one_takes_its_place():
    dossier = opened()
    letter = freeze(dossier, request(dossier), HUB, START)
    (one,) = listed(dossier, request(dossier), LATE)
    assert (one.letter, one.request) == (letter, followed.thaw(letter))


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([], [False]),
        ([("Fri 2026-11-20", Kind.SENT)], [True]),  # on its way: nothing to write
        ([("Fri 2026-11-20", Kind.SENT), ("Fri 2026-11-27", Kind.RETURNED)], [True, False]),
    ],
)
def test_a_request_that_left_is_offered_again_when_it_came_back(lines, shown):
    dossier = opened()
    demand = request(dossier)
    letter = freeze(dossier, demand, HUB, START) if lines else None
    for on, kind in lines:
        note(demand, on, kind, letter=letter if kind is Kind.SENT else None)
    found = listed(dossier, demand, "Sat 2026-11-28")
    assert [one.letter is not None for one in found] == shown


@pytest.mark.parametrize(
    ("today", "count"),
    [("Sun 2026-11-29", 1), ("Mon 2026-11-30", 2)],  # ten days without proof (rule 2)
)
def test_or_when_nobody_knows_whether_it_arrived(today, count):
    dossier = opened()
    demand = request(dossier)
    letter = freeze(dossier, demand, HUB, START)
    note(demand, "Fri 2026-11-20", Kind.SENT, letter=letter)
    assert len(listed(dossier, demand, today)) == count


def test_a_request_written_before_the_dossier_has_no_letter_of_ours():
    dossier = opened()
    received(request(dossier))
    assert listed(dossier, request(dossier), LATE) == []


def test_the_whole_shelf_in_the_order_of_the_procedure():
    dossier = opened()
    demand = request(dossier)
    first = freeze(dossier, demand, HUB, START)
    note(demand, "Fri 2026-11-20", Kind.SENT, letter=first)
    note(demand, "Mon 2026-11-23", Kind.RECEIVED, evidence=Evidence.TRACKING)
    note(demand, "Thu 2026-12-24", Kind.NOTHING_CAME)
    reminder = freeze(dossier, demand, "reminder-1", "Thu 2026-12-24", after=35)
    note(demand, "Thu 2026-12-24", Kind.REMINDER_SENT, letter=reminder)
    note(demand, "Fri 2027-01-08", Kind.NOTHING_CAME)
    assert told(listed(dossier, demand, "Fri 2027-01-08")) == [
        (HUB, True, day("Fri 2026-11-20")),
        ("reminder-1", True, day("Thu 2026-12-24")),
        ("reminder-2", False, None),
    ]


def test_a_complaint_is_there_once_the_law_opens_it():
    dossier = opened()
    held = complaint(dossier)
    received(request(dossier))
    assert listed(dossier, held, LATE) == []
    note(request(dossier), "Thu 2026-12-24", Kind.NOTHING_CAME)
    said = followed.Complaint(court_seized=False, disclose_identity=True)
    (one,) = followed.written(dossier, cases(dossier, LATE), held, today=day(LATE), answers=said)
    assert told([one]) == [(SILENCE, False, None)]
    assert one.request.facts["disclose_identity"] is True


def test_a_letter_that_waited_too_long_says_why_it_is_no_longer_true():
    dossier = opened()
    silent(request(dossier))
    freeze(dossier, request(dossier), "reminder-1", LATE)
    Letter.objects.update(first_pdf="a" * 64)
    note(request(dossier), "Tue 2026-12-29", Kind.ANSWERED)
    (one,) = listed(dossier, request(dossier), "Wed 2026-12-30")
    (reason,) = one.because
    assert reason.replace("\u202f", " ") == (
        "Une réponse est arrivée : dites d’abord si elle couvre votre demande, s’il en manque une "
        "partie, ou si vous la contestez."
    )


def test_a_letter_that_left_in_time_needs_no_such_word():
    dossier = opened()
    silent(request(dossier))
    letter = freeze(dossier, request(dossier), "reminder-1", LATE)
    note(request(dossier), LATE, Kind.REMINDER_SENT, letter=letter)
    (one,) = listed(dossier, request(dossier), LATE)
    assert (one.posted_on, one.because) == (day(LATE), ())


def test_a_fact_that_cannot_be_written_is_said_in_its_place():
    dossier = opened()
    received(request(dossier), Evidence.DECLARED, how="estimée")
    note(request(dossier), "Thu 2026-12-24", Kind.NOTHING_CAME)
    (one,) = listed(dossier, request(dossier), LATE)
    assert (one.key, one.request, one.error.fact) == ("reminder-1", None, "earlier[0].evidence")
    assert one.title == "Rappel\u00a0: demande d’opposition restée sans réponse (données de santé)"


def test_a_report_has_no_letters_here():
    dossier = opened()
    held = Demand.objects.create(
        dossier=dossier, reference="XXXX-3333", track="report", kind="cnil"
    )
    assert listed(dossier, held, LATE) == []


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("fund-objection", "courrier-caisse.pdf"),
        (HUB, "courrier-hdh.pdf"),
        ("reminder-1", "rappel-1.pdf"),
        ("reminder-2", "rappel-2.pdf"),
        (SILENCE, "plainte-cnil.pdf"),
        ("cnil-complaint-refusal", "plainte-cnil.pdf"),
    ],
)
def test_a_file_is_named_after_nobody(key, name):
    assert followed.file_name(key) == name
