"""Writing: lines, numbers, chain and caches in one transaction, or nothing at all."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from opposition import records
from opposition.domain.vocabulary import Kind, Party, State, StepKind
from opposition.models import Chain, Demand, Dossier, Event, moment
from opposition.models.addressee import Kind as Nature
from opposition.records import Entry, StaleError
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import TODAY, said, written

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PARIS = ZoneInfo("Europe/Paris")


def test_lines_are_numbered_in_the_order_in_which_they_are_given():
    _, fund, hub, _ = dossiers.family()
    records.record(fund, said(Kind.PREPARED), said(Kind.CONFIRMED), today=TODAY)
    records.record(hub, said(Kind.PREPARED), today=TODAY)
    late = said(Kind.SENT, TODAY - timedelta(30))
    added = records.record(fund, late, today=TODAY)
    assert written(fund) == [(1, "prepared"), (2, "confirmed"), (3, "sent")]
    assert written(hub) == [(1, "prepared")]
    assert [(row.ordinal, row.position, row.happened_at) for row in added] == [
        (3, 4, date(2026, 10, 21))
    ]


def test_several_demands_of_a_dossier_are_written_together():
    _, fund, hub, _ = dossiers.family()
    pairs = [
        (hub, said(Kind.PREPARED)),
        (fund, said(Kind.PREPARED)),
        (hub, said(Kind.CONFIRMED)),
    ]
    added = records.record_all(pairs, today=TODAY)
    assert [(row.demand_id, row.ordinal, row.position) for row in added] == [
        (hub.id, 1, 1),
        (fund.id, 1, 2),
        (hub.id, 2, 3),
    ]
    assert (fund.state, hub.state) == (State.DRAFT, State.READY)


def test_what_is_given_then_says_what_the_rows_say():
    _, fund, _, _ = dossiers.family()
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    row = Demand.objects.get(id=fund.id)
    due_at = datetime(2026, 12, 24, 6, tzinfo=PARIS)
    assert (fund.state, fund.due_at) == (row.state, row.due_at) == (State.RECEIVED, due_at)


def test_lines_are_dated_by_the_database():
    _, fund, _, _ = dossiers.family()
    before = moment.now()
    (row,) = records.record(fund, said(Kind.PREPARED), today=date(1999, 1, 1))
    assert before <= row.recorded_at <= moment.now()
    assert Event.objects.get().recorded_at == row.recorded_at


def test_nothing_to_write_is_nothing_done(django_assert_num_queries):
    fund = Demand(id=uuid4())
    with django_assert_num_queries(0):
        assert records.record(fund, today=TODAY) == []


@pytest.mark.parametrize("before", [0, 40])
@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow_with_the_lines(before, count, django_assert_num_queries):
    """Savepoint, dossier, demands, lines; head, moment, insertion, head; caches; release."""
    _, fund, hub, complaint = dossiers.family()
    records.record(fund, said(Kind.CONFIRMED), *[said(Kind.PRINTED)] * before, today=TODAY)
    pairs = [(demand, said(Kind.SENT)) for demand in (fund, hub, complaint)] * count
    with django_assert_num_queries(10):
        records.record_all(pairs, today=TODAY)


def test_nothing_is_kept_of_what_fails():
    _, fund, hub, _ = dossiers.family()
    records.record(fund, said(Kind.CONFIRMED), today=TODAY)
    wrong = Entry(Kind.SENT, TODAY, Party.CITIZEN, noted={"name": "Dupont"})
    with pytest.raises(ValueError) as error:
        records.record_all([(hub, said(Kind.CONFIRMED)), (fund, wrong)], today=TODAY)
    assert str(error.value) == "not to be kept in the clear: name"
    assert (written(fund), written(hub)) == ([(1, "confirmed")], [])
    assert Chain.objects.get().length == 1
    records.record(hub, said(Kind.CONFIRMED), today=TODAY)
    assert records.first_break() is None


def test_a_date_that_the_calendar_cannot_count_is_not_written():
    _, fund, _, _ = dossiers.family()
    far = said(Kind.RECEIVED, date(9999, 12, 31), evidence="declared")
    with pytest.raises(ValueError):
        records.record(fund, far, today=TODAY)
    assert written(fund) == []


def test_a_page_that_has_seen_everything_may_act():
    _, fund, _, _ = dossiers.family()
    records.record(fund, said(Kind.CONFIRMED), today=TODAY)
    records.record(fund, said(Kind.SENT), today=TODAY, seen=1)
    assert written(fund) == [(1, "confirmed"), (2, "sent")]


def test_a_page_is_outdated_by_what_others_wrote_since():
    _, fund, _, _ = dossiers.family()
    records.record(fund, said(Kind.CONFIRMED), said(Kind.SENT), today=TODAY)
    with pytest.raises(StaleError) as error:
        records.record(fund, said(Kind.WITHDRAWN), today=TODAY, seen=1)
    assert str(error.value) == str(fund.id)
    assert written(fund) == [(1, "confirmed"), (2, "sent")]


def test_a_page_is_not_outdated_by_the_portal_s_own_notices():
    _, fund, _, _ = dossiers.family()
    notice = said(Kind.NOTIFIED, by=Party.PORTAL, step=StepKind.ASK_POSTED)
    records.record(fund, said(Kind.CONFIRMED), notice, today=TODAY)
    records.record(fund, said(Kind.SENT), today=TODAY, seen=1)
    assert written(fund)[-1] == (3, "sent")


def test_each_journal_has_its_own_page():
    _, fund, hub, _ = dossiers.family()
    records.record(fund, said(Kind.CONFIRMED), said(Kind.SENT), today=TODAY)
    pairs = [(fund, said(Kind.RETURNED)), (hub, said(Kind.CONFIRMED))]
    with pytest.raises(StaleError):
        records.record_all(pairs, today=TODAY, seen={fund.id: 1, hub.id: 0})
    records.record_all(pairs, today=TODAY, seen={hub.id: 0})
    assert (written(fund)[-1], written(hub)) == ((3, "returned"), [(1, "confirmed")])


def test_two_dossiers_are_not_written_together():
    _, fund, _, _ = dossiers.family()
    _, other, _, _ = dossiers.family()
    with pytest.raises(ValueError) as error:
        records.record_all([(fund, said(Kind.SENT)), (other, said(Kind.SENT))], today=TODAY)
    assert str(error.value) == "the demands of one dossier at a time"


def test_a_demand_is_not_written_under_another_dossier():
    dossier, _, _, _ = dossiers.family()
    _, other, _, _ = dossiers.family()
    other.dossier_id = dossier.id
    with pytest.raises(ValueError) as error:
        records.record(other, said(Kind.SENT), today=TODAY)
    assert str(error.value) == "a demand that is not of this dossier"


@pytest.mark.parametrize("knowing", [True, False])
def test_an_erased_dossier_is_written_no_more(knowing):
    dossier, fund, _, _ = dossiers.family()
    records.record(fund, said(Kind.CONFIRMED), today=TODAY)
    dossier.delete()
    if knowing:
        fund.refresh_from_db()
    with pytest.raises(Dossier.DoesNotExist):
        records.record(fund, said(Kind.SENT), today=TODAY)
    assert written(fund) == [(1, "confirmed")]


def test_a_demand_that_was_just_added_is_written_with_the_others():
    dossier, fund, _, _ = dossiers.family()
    records.record(fund, said(Kind.CONFIRMED), today=TODAY)
    second = dossiers.demand(dossier, Nature.CNIL, about=fund)
    records.record(second, said(Kind.PREPARED), today=TODAY)
    assert written(second) == [(1, "prepared")]
