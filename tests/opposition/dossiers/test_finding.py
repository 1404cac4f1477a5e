"""The lost link goes to the dossier's own address; whether there is one, nothing tells."""

import statistics
from datetime import timedelta
from time import perf_counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opposition.dossiers import finding
from opposition.models import Dispatch
from opposition.models.mail import Occasion
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PAIRS = 60
KNOWN, UNKNOWN = "zoe@exemple.fr", "personne@exemple.fr"


def links_sent():
    return list(Dispatch.objects.filter(occasion=Occasion.LINK).order_by("not_before"))


def test_a_link_is_in_the_outbox_of_the_dossier():
    dossier = made.confirmed(email=KNOWN)
    finding.send(KNOWN, now=MORNING)
    (row,) = links_sent()
    assert (row.dossier, row.content, row.not_before) == (dossier, None, MORNING)


@pytest.mark.parametrize("typed", ["ZOE@exemple.fr", "z.oe+x@exemple.fr", " zoe@exemple.fr"])
def test_however_the_address_is_typed(typed):
    made.confirmed(email=KNOWN)
    finding.send(typed, now=MORNING)
    assert len(links_sent()) == 1


def test_each_dossier_of_a_family_gets_its_link():
    dossiers = {made.confirmed(email=KNOWN).id for _ in range(3)}
    finding.send(KNOWN, now=MORNING)
    assert {row.dossier_id for row in links_sent()} == dossiers


def test_an_unknown_or_unconfirmed_address_gets_nothing():
    made.opened(email=KNOWN)
    for email in (KNOWN, UNKNOWN, "", "\ud800"):
        finding.send(email, now=MORNING)
    assert links_sent() == []


def test_three_a_day_and_a_fourth_on_the_next():
    made.confirmed(email=KNOWN)
    for hour in range(10):
        finding.send(KNOWN, now=MORNING + timedelta(hours=hour))
    assert len(links_sent()) == 3
    finding.send(KNOWN, now=MORNING + timedelta(hours=24, seconds=1))
    assert len(links_sent()) == 4


def shape(email):
    """The statements of one asking: what they do, without their values."""
    with CaptureQueriesContext(connection) as done:
        finding.send(email, now=MORNING)
    return [query["sql"].split('"')[0].strip() for query in done.captured_queries]


def test_an_unknown_address_costs_the_same_statements_and_one_to_take_the_row_back():
    made.confirmed(email=KNOWN)
    known, unknown = shape(KNOWN), shape(UNKNOWN)
    assert unknown == [*known[:-1], "DELETE FROM", known[-1]]
    assert known.count("INSERT INTO") == 1


def test_an_address_that_was_written_to_often_enough_costs_as_much():
    made.confirmed(email=KNOWN)
    *_, third, fourth = (shape(KNOWN) for _ in range(4))
    assert (third.count("DELETE FROM"), fourth.count("DELETE FROM")) == (0, 1)
    assert fourth.count("INSERT INTO") == 1
    assert len(fourth) == len(third) + 2  # the row taken back, and one more look at the limit
    assert len(links_sent()) == 3


@pytest.mark.django_db(transaction=True)
def test_the_time_that_it_takes_does_not_tell():
    told = made.answers()
    for number in range(PAIRS):
        made.confirmed(email=f"zoe{number}@exemple.fr", told=told)
    apart = [
        taken(f"zoe{number}@exemple.fr") - taken(f"personne{number}@exemple.fr")
        for number in range(PAIRS)
    ]
    assert abs(statistics.median(apart)) < 0.010  # seconds
    assert len(links_sent()) == PAIRS


def taken(email):
    start = perf_counter()
    finding.send(email, now=MORNING)
    return perf_counter() - start
