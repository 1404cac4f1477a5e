"""Many write at once: no number twice, none left out, nobody waits for ever."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from threading import Barrier

import pytest
from django.db import connection

from opposition import records
from opposition.domain.vocabulary import Kind, State
from opposition.models import Demand, Event
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import TODAY, said

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db, pytest.mark.postgres]
WRITERS, TIMES = 8, 15


def together(write):
    """`write(n)` by eight threads at the same moment: what each gives; one's error is raised."""
    ready = Barrier(WRITERS)

    def run(n):
        ready.wait()
        try:
            return write(n)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(run, range(WRITERS)))


def numbers():
    """By demand, its ordinals; then all positions."""
    rows = Event.objects.order_by("position").values_list("demand_id", "ordinal", "position")
    ordinals = {}
    for demand, ordinal, _ in rows:
        ordinals.setdefault(demand, []).append(ordinal)
    return ordinals, [position for _, _, position in rows]


def test_the_very_first_lines_of_all_may_be_written_at_once():
    funds = [dossiers.family()[1] for _ in range(WRITERS)]
    together(lambda n: records.record(funds[n], said(Kind.PREPARED), today=TODAY))
    assert numbers()[1] == list(range(1, WRITERS + 1))
    assert records.first_break() is None


def test_one_journal_is_written_by_all_without_hole_or_double():
    _, fund, _, _ = dossiers.family()

    def write(_):
        for _ in range(TIMES):
            records.record(Demand.objects.get(id=fund.id), said(Kind.PRINTED), today=TODAY)

    together(write)
    every = list(range(1, WRITERS * TIMES + 1))
    assert numbers() == ({fund.id: every}, every)
    assert records.first_break() is None


def test_many_dossiers_are_written_by_all_without_hole_or_double():
    """Two dossiers for four writers each; each writing touches all three of their demands."""
    families = [dossiers.family() for _ in range(2)]

    def write(n):
        _, *demands = families[n % 2]
        turned = [demands[(n + i) % 3] for i in range(3)]
        for _ in range(TIMES):
            records.record_all([(demand, said(Kind.PRINTED)) for demand in turned], today=TODAY)

    together(write)
    ordinals, positions = numbers()
    assert positions == list(range(1, WRITERS * TIMES * 3 + 1))
    assert list(ordinals.values()) == [list(range(1, WRITERS * TIMES // 2 + 1))] * 6
    moments = list(Event.objects.order_by("position").values_list("recorded_at", flat=True))
    assert moments == sorted(moments)
    assert records.first_break() is None
    assert list(records.rebuild(today=TODAY)) == []


def test_the_same_page_acts_once():
    """Eight clicks on one page: one line, seven outdated pages."""
    _, fund, _, _ = dossiers.family()
    records.record(fund, said(Kind.CONFIRMED), today=TODAY)

    def click(_):
        try:
            records.record(fund, said(Kind.SENT), today=TODAY, seen=1)
        except records.StaleError:
            return "stale"
        return "written"

    assert Counter(together(click)) == {"written": 1, "stale": 7}
    assert dossiers.written(fund) == [(1, "confirmed"), (2, "sent")]
    assert Demand.objects.get(id=fund.id).state == State.SENT


def test_the_journal_verifies_while_it_is_written():
    families = [dossiers.family() for _ in range(WRITERS)]

    def act(n):
        if n % 2:
            return [records.first_break() for _ in range(TIMES)]
        for _ in range(TIMES):
            records.record(families[n][1], said(Kind.PRINTED), today=TODAY)
        return []

    assert set(chain.from_iterable(together(act))) == {None}


def test_the_caches_are_rebuilt_while_they_are_written():
    families = [dossiers.family() for _ in range(WRITERS)]
    list(records.rebuild(today=TODAY, really=True))

    def act(n):
        if n % 2:
            return [found for _ in range(TIMES) for found in records.rebuild(today=TODAY)]
        for kind in (Kind.CONFIRMED, Kind.SENT, Kind.RETURNED, Kind.WITHDRAWN, Kind.REOPENED):
            records.record(families[n][1], said(kind), today=TODAY)
        return []

    assert list(chain.from_iterable(together(act))) == []
