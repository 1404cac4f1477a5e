"""State and due date of a row: what its journal amounts to, for as long as nobody erases it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from opposition import records
from opposition.domain.vocabulary import AnswerCode, Kind, Party, State, StepKind
from opposition.models import Demand, Dossier
from opposition.records import caches
from opposition.records.caches import Cache, Difference
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import NOW, TODAY, said

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PARIS = ZoneInfo("Europe/Paris")
LATE = date(2026, 12, 24)  # the day after the deadline of what was received on 23 November


def six(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 6, tzinfo=PARIS)


def row(demand) -> tuple[str, datetime | None]:
    """What the database says of it."""
    return Demand.objects.values_list("state", "due_at").get(id=demand.id)


def test_a_step_falls_due_at_six_in_paris_in_winter_and_in_summer():
    _, fund, _, _ = dossiers.family()
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    assert row(fund) == (State.RECEIVED, six(LATE))
    assert row(fund)[1].isoformat() == "2026-12-24T05:00:00+00:00"
    summer = date(2027, 6, 30)
    records.record(fund, said(Kind.RETURNED, summer), today=summer)
    assert row(fund)[1].isoformat() == "2027-06-30T04:00:00+00:00"


def test_a_step_that_is_done_leaves_the_next_one():
    _, fund, _, _ = dossiers.family()
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    asked = said(Kind.NOTIFIED, LATE, Party.PORTAL, step=StepKind.ASK_SILENCE)
    records.record(fund, asked, today=LATE)
    assert row(fund) == (State.RECEIVED, six(LATE + timedelta(7)))


def test_a_corrected_date_moves_what_is_due():
    _, fund, _, _ = dossiers.family()
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    moved = said(Kind.RECEIVED, date(2026, 11, 30), evidence="tracking")
    records.record(fund, said(Kind.CORRECTED, replaces=4), moved, today=date(2026, 12, 1))
    assert row(fund) == (State.RECEIVED, six(date(2026, 12, 31)))


def test_closed_nothing_is_due():
    _, fund, _, _ = dossiers.family()
    records.record(fund, *dossiers.posted_and_received(), said(Kind.WITHDRAWN), today=TODAY)
    assert row(fund) == (State.CLOSED, None)


def test_a_line_of_one_demand_refreshes_the_others():
    """The complaint is held, has its own step once the lock opens, and closes with its demand."""
    _, fund, hub, complaint = dossiers.family()
    records.record(hub, said(Kind.CONFIRMED), today=TODAY)
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    assert row(complaint) == (State.DRAFT, None)
    refusal = said(Kind.ANSWERED, TODAY, Party.ADDRESSEE, code=AnswerCode.REFUSED_PUBLIC_TASK)
    records.record(fund, refusal, today=TODAY)
    assert row(complaint) == (State.DRAFT, six(date(2027, 12, 23)))
    records.record(fund, said(Kind.WITHDRAWN, LATE), today=LATE)
    assert row(complaint) == (State.DRAFT, six(LATE))
    assert row(hub) == (State.READY, six(TODAY + timedelta(7)))


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ([said(Kind.PREPARED)], State.DRAFT),
        ([said(Kind.PREPARED), said(Kind.SENT, TODAY - timedelta(60))], State.SENT),
    ],
)
def test_nothing_is_due_before_the_dossier_is_confirmed(lines, state):
    """Unconfirmed, it is retention's (48 hours, rule 19), even where much has happened before."""
    _, fund, _, _ = dossiers.family(confirmed=False)
    records.record(fund, *lines, today=TODAY)
    assert row(fund) == (state, None)


def test_a_confirmation_counts_whichever_is_written_first():
    _, fund, hub, _ = dossiers.family(confirmed=False)
    records.record_all([(fund, said(Kind.PREPARED)), (hub, said(Kind.PREPARED))], today=TODAY)
    records.record(fund, said(Kind.CONFIRMED), today=TODAY)
    assert row(fund) == (State.READY, six(TODAY + timedelta(7)))
    assert row(hub) == (State.DRAFT, six(date(2027, 11, 20)))

    other, theirs, _, _ = dossiers.family(confirmed=False)
    records.record(theirs, said(Kind.SENT), today=TODAY)
    Dossier.objects.filter(id=other.id).update(confirmed_at=NOW)
    assert row(theirs) == (State.SENT, None)
    records.refresh(other.id, today=TODAY)
    assert row(theirs) == (State.SENT, six(TODAY + timedelta(10)))


def test_refreshing_says_what_was_different_and_writes_it_once():
    dossier, fund, _, _ = dossiers.family()
    records.record(fund, said(Kind.CONFIRMED), today=TODAY)
    wrong = Cache(State.SENT, six(TODAY))
    Demand.objects.filter(id=fund.id).update(state=wrong.state, due_at=wrong.due_at)
    right = Cache(State.READY, six(TODAY + timedelta(7)))
    found = [Difference(fund.id, wrong, right)]
    assert records.refresh(dossier.id, today=TODAY, really=False) == found
    assert row(fund) == (wrong.state, wrong.due_at)
    assert records.refresh(dossier.id, today=TODAY) == found
    assert row(fund) == (right.state, right.due_at)
    assert records.refresh(dossier.id, today=TODAY) == []


def test_what_is_right_is_not_written_again(django_assert_num_queries):
    _, fund, _, _ = dossiers.family()
    records.record(fund, *dossiers.posted_and_received(), today=TODAY)
    with django_assert_num_queries(0):
        caches.write([fund], [])


def test_an_erased_dossier_cannot_be_refreshed():
    dossier = dossiers.make()
    dossier_id = dossier.id
    dossier.delete()
    with pytest.raises(Dossier.DoesNotExist):
        records.refresh(dossier_id, today=TODAY)
