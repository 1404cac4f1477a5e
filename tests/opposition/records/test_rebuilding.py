"""Every cache is made again from the journals: what differs is said, and written if one wants."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from opposition import records
from opposition.domain.vocabulary import Kind, State
from opposition.models import Demand
from opposition.records import rebuilding
from opposition.records.caches import Cache, Difference
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import TODAY, said

pytestmark = [pytest.mark.django_db, pytest.mark.db]
WRONG = Cache(State.FILED, datetime(2000, 1, 1, 6, tzinfo=ZoneInfo("Europe/Paris")))
POSTED = datetime(2026, 11, 30, 6, tzinfo=ZoneInfo("Europe/Paris"))  # ten days after sending
RIGHT = Cache(State.SENT, POSTED)


@pytest.fixture
def funds():
    """Five requests of five dossiers, each sent; batches of two."""
    funds = [dossiers.demand(dossiers.make()) for _ in range(5)]
    for fund in funds:
        records.record(fund, said(Kind.SENT), today=TODAY)
    return funds


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(rebuilding, "AT_ONCE", 2)


def spoil(*demands):
    ids = [demand.id for demand in demands]
    Demand.objects.filter(id__in=ids).update(state=WRONG.state, due_at=WRONG.due_at)


def rebuilt(**options):
    found = records.rebuild(today=TODAY, **options)
    return sorted(found, key=lambda difference: str(difference.demand))


def expected(*demands, new=RIGHT):
    found = [Difference(demand.id, WRONG, new) for demand in demands]
    return sorted(found, key=lambda difference: str(difference.demand))


def test_nothing_differs_where_records_alone_has_written(funds):
    assert rebuilt() == []


def test_a_difference_is_said_and_not_written(funds):
    spoil(*funds[1:4])
    assert rebuilt() == rebuilt() == expected(*funds[1:4])


def test_a_difference_is_written_where_one_wants(funds):
    spoil(*funds)
    assert rebuilt(really=True) == expected(*funds)
    assert rebuilt() == []
    assert set(Demand.objects.values_list("state", "due_at")) == {("sent", POSTED)}


def test_a_journal_that_is_right_is_left_alone_beside_one_that_is_not():
    _, fund, hub, _ = dossiers.family()
    records.record_all([(fund, said(Kind.SENT)), (hub, said(Kind.SENT))], today=TODAY)
    spoil(fund)
    assert rebuilt(really=True) == expected(fund)


def test_what_an_erased_dossier_left_is_made_again_too(funds):
    for fund in funds:
        fund.dossier.delete()
    quiet = Cache(State.SENT, None)
    found = records.rebuild(today=TODAY)
    assert {(d.old.due_at, d.new) for d in found} == {(POSTED, quiet)}
    spoil(*funds)
    assert rebuilt() == expected(*funds, new=quiet)
    assert rebuilt(really=True) == expected(*funds, new=quiet)
    assert rebuilt() == []


def test_queries_grow_by_batches_and_not_by_dossiers(funds, django_assert_num_queries):
    """Three batches of dossiers, each with its demands and lines; then the erased ones: none."""
    with django_assert_num_queries(3 * 3 + 1 + 1):
        assert rebuilt() == []


def test_another_day_gives_the_same_dates(funds):
    assert list(records.rebuild(today=TODAY + timedelta(400))) == []
