"""The tick: any number at once, as often as one likes, each step is done once and none is lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction

from opposition import records
from opposition.domain.vocabulary import Kind
from opposition.engine import Ticked, tick, ticking
from opposition.models import Demand, Dispatch, Dossier
from opposition.records import Entry
from tests.opposition.domain.journal import day
from tests.opposition.engine.followed import (
    at,
    causes,
    demand,
    note,
    received,
    request,
    steps,
)

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MORNING = "Thu 2026-11-26 06:00"


def test_a_tick_says_how_many_steps_it_did_and_a_second_one_finds_none():
    for _ in range(3):
        request()
    assert tick(at("Thu 2026-11-26 05:59")) == Ticked(0, more=False)
    assert tick(at(MORNING)) == Ticked(3, more=False)
    assert tick(at(MORNING)) == Ticked(0, more=False)
    assert Dispatch.objects.count() == 3


def test_the_moment_may_be_told_in_any_zone():
    one = request()
    from_elsewhere = at(MORNING).astimezone(None)
    assert tick(from_elsewhere) == Ticked(1, more=False)
    assert causes(one.dossier) == ["timeline:…:2026-11-26"]


def test_two_demands_of_one_dossier_are_one_turn():
    fund = request()
    demand(fund.dossier, "hdh")
    assert tick(at(MORNING)) == Ticked(2, more=False)
    assert causes(fund.dossier) == ["timeline:…:2026-11-26"]


def test_what_one_tick_does_not_reach_the_next_one_does(monkeypatch):
    monkeypatch.setattr(ticking, "ROWS", 2)
    made = [request() for _ in range(5)]
    told = [tick(at(MORNING)) for _ in range(3)]
    assert told == [Ticked(2, more=True), Ticked(2, more=True), Ticked(1, more=False)]
    assert [len(steps(one)) for one in made] == [1] * 5


def test_the_longest_due_comes_first(monkeypatch):
    monkeypatch.setattr(ticking, "ROWS", 1)
    late = request()
    early = request()
    note(early, "Mon 2026-11-09", Kind.SENT, channel="post")
    tick(at(MORNING))
    assert (steps(late), steps(early)) == ([], ["2026-11-26 offer_proof"])


def poisoned():
    """A dossier whose key does not open: nothing can be written in its journal."""
    one = request()
    Dossier.objects.filter(id=one.dossier_id).update(key=b"\x01\x00\x01" + bytes(60))
    return one


def test_a_poisoned_dossier_stops_no_other_and_is_tried_again_an_hour_later(caplog):
    one, poison, other = request(), poisoned(), request()
    assert tick(at(MORNING)) == Ticked(2, more=False)
    assert [len(steps(of)) for of in (one, poison, other)] == [1, 0, 1]
    poison.refresh_from_db()
    assert poison.due_at == at("Thu 2026-11-26 07:00")
    (line,) = caplog.messages
    assert line.startswith(f"dossier {poison.dossier_id}: SealError at decrypt:")
    assert tick(at("Thu 2026-11-26 06:59")) == Ticked(0, more=False)
    assert len(caplog.messages) == 1
    tick(at("Thu 2026-11-26 07:00"))
    assert len(caplog.messages) == 2


def test_a_tick_full_of_poison_does_not_ask_to_be_called_again(monkeypatch):
    monkeypatch.setattr(ticking, "ROWS", 2)
    poisoned(), poisoned()
    assert tick(at(MORNING)) == Ticked(0, more=False)


def test_a_year_of_mornings_does_each_step_once_and_mails_once_a_day_at_most():
    one = received()
    hub = demand(one.dossier, "hdh")
    moment, told = at("Fri 2026-11-20 06:00"), 0
    for _ in range(480):
        told += tick(moment).done + tick(moment + timedelta(hours=9)).done
        moment += timedelta(days=1)
    quiet = ["2027-12-23 warn_closing", "2028-01-22 closed"]
    assert steps(one) == ["2026-12-24 ask_silence", "2026-12-31 ask_silence", *quiet]
    assert steps(hub) == ["2026-11-26 ask_posted", *quiet]
    assert told == 7
    assert causes(one.dossier) == [
        f"timeline:…:{on}" for on in ("2026-11-26", "2026-12-24", "2026-12-31", "2027-12-23")
    ]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_four_ticks_at_once_do_each_step_once():
    made = [request() for _ in range(12)]
    fund = made[0]
    demand(fund.dossier, "hdh")
    start = Barrier(5)

    def one_tick(_):
        start.wait()
        try:
            return sum(tick(at(MORNING)).done for _ in range(3))
        finally:
            connection.close()

    def one_fact():
        """Meanwhile somebody says that a letter left."""
        start.wait()
        try:
            line = Entry(Kind.SENT, day("Fri 2026-11-20"), "citizen", {"channel": "post"})
            records.record(made[-1], line, today=day("Thu 2026-11-26"))
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as threads:
        said = threads.submit(one_fact)
        done = sum(threads.map(one_tick, range(4)))
        said.result()
    asked = [steps(one) for one in made[:-1]]
    assert asked == [["2026-11-26 ask_posted"]] * 11
    # The fact came before the tick, which then had nothing to ask, or after it.
    assert steps(made[-1]) in ([], ["2026-11-26 ask_posted"])
    assert done == 12 + len(steps(made[-1]))
    assert Dispatch.objects.count() == done - 1
    assert records.first_break() is None
    assert not Demand.objects.due(at(MORNING)).exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_dossier_that_another_worker_holds_is_left_to_it():
    held, free = request(), request()
    taken, over = Barrier(2), Barrier(2)

    def hold():
        with transaction.atomic():
            records.lock(held.dossier_id)
            taken.wait()
            over.wait()
        connection.close()

    with ThreadPoolExecutor(1) as threads:
        holding = threads.submit(hold)
        taken.wait()
        assert tick(at(MORNING)) == Ticked(1, more=False)
        assert (steps(held), len(steps(free))) == ([], 1)
        over.wait()
        holding.result()
    assert tick(at(MORNING)) == Ticked(1, more=False)
