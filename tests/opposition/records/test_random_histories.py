"""Whatever is written, in whatever order: the caches equal the fold, and the chain holds."""

from itertools import pairwise

import pytest

from opposition import records
from opposition.domain import machine
from opposition.domain.events import Event as Fact
from opposition.domain.vocabulary import Kind, State, Track
from opposition.models import Demand
from tests.opposition.records import dossiers, histories, second_opinion
from tests.opposition.records.histories import END

pytestmark = [pytest.mark.django_db, pytest.mark.db]
AT_ONCE = 50
FIRSTS = range(0, 2000, AT_ONCE)
USUAL = 300  # in every run; all 2,000 by bin/test --full


def write(seed):
    """One dossier with its history; one in four is confirmed by its lines only, if at all."""
    dossier, *demands = dossiers.family(confirmed=seed % 4 > 0)
    for today, pairs in histories.writings(seed, demands):
        if seed % 5:
            records.record_all(pairs, today=today)
        else:
            for demand, entry in pairs:
                records.record(demand, entry, today=today)
    return dossier


@pytest.mark.parametrize(
    "first",
    [pytest.param(n, marks=[pytest.mark.full] if n >= USUAL else []) for n in FIRSTS],
)
def test_the_caches_equal_the_fold_whatever_was_written(first):
    for seed in range(first, first + AT_ONCE):
        dossier = write(seed)
        rows = Demand.objects.filter(dossier=dossier)
        told = {row.id: (row.state, row.due_at) for row in rows}
        assert told == second_opinion.caches(dossier, END), f"history {seed}"
    assert list(records.rebuild(today=END)) == []
    assert records.first_break() is None


def test_the_histories_go_everywhere():
    kinds, states, crossed = set(), set(), []
    for seed in range(USUAL):
        journals = {track: [] for track in Track}
        for _, pairs in histories.writings(seed, list(Track)):
            for track, entry in pairs:
                ordinal = len(journals[track]) + 1
                fact = Fact(entry.kind, entry.happened_at, ordinal, entry.by, entry.facts)
                journals[track].append(fact)
                kinds.add(fact.kind)
            states |= {machine.fold(facts, track).state for track, facts in journals.items()}
        for facts in journals.values():
            crossed += [a.happened_at > b.happened_at for a, b in pairwise(facts)]
    assert kinds == set(Kind)
    assert states == set(State)
    assert 0.1 < sum(crossed) / len(crossed) < 0.5
