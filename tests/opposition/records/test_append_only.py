"""The database itself refuses what is not an addition, whoever asks for it (migration 0003)."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from opposition import records
from opposition.models import Chain, Demand, Event
from tests.opposition.records import dossiers, tampering
from tests.opposition.records.conftest import LENGTH
from tests.opposition.records.dossiers import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def refused(act) -> bool:
    with pytest.raises(IntegrityError), transaction.atomic():
        act()
    return records.first_break() is None and Event.objects.count() == LENGTH


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "act",
    [
        lambda: Event.objects.filter(position=29).update(kind="closed"),
        lambda: Event.objects.filter(position=29).update(private=None),
        lambda: Event.objects.first().save(),
        lambda: Event.objects.filter(position=29).delete(),
        lambda: Event.objects.all().delete(),
        lambda: Event.objects.first().delete(),
        lambda: sql("UPDATE opposition_event SET position = position + 1 WHERE position = 60"),
        lambda: sql("DELETE FROM opposition_event"),
        lambda: Chain.objects.all().delete(),
        lambda: sql("DELETE FROM opposition_chain"),
    ],
)
def test_no_line_is_changed_or_deleted(journal, act):
    assert refused(act)


@pytest.mark.postgres
@pytest.mark.parametrize("tables", ["opposition_event", "opposition_event, opposition_chain"])
def test_no_table_is_emptied_at_a_stroke(journal, tables):
    connection.check_constraints()
    assert refused(lambda: sql(f"TRUNCATE {tables}"))


@pytest.mark.postgres
def test_the_head_is_not_emptied_at_a_stroke(journal):
    assert refused(lambda: sql("TRUNCATE opposition_chain"))


def test_a_demand_with_a_journal_is_not_deleted(journal):
    """By the portal (PROTECT) or by hand: its lines refer to it."""
    _, fund, _, _ = journal[0]

    def act():
        Demand.objects.filter(id=fund.id)._raw_delete(using="default")
        connection.check_constraints()

    assert refused(act)
    with pytest.raises(ProtectedError):
        fund.delete()


def test_the_function_that_prunes_may_delete_and_may_not_update(journal):
    Chain.objects.update(pruning=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(position=1).update(kind="closed")
    Event.objects.filter(position__lte=10).delete()
    Chain.objects.update(pruning=False)
    assert Event.objects.count() == LENGTH - 10
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(position=11).delete()


def test_the_triggers_can_be_taken_away_and_put_back(journal):
    tampering.disarm()
    Event.objects.filter(position=LENGTH).update(kind="closed")
    Event.objects.filter(position=LENGTH).delete()
    connection.check_constraints()
    tampering.rearm()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(position=1).delete()


@pytest.mark.django_db(transaction=True)
def test_a_whole_database_is_not_flushed_by_accident(journal):
    with pytest.raises(CommandError):
        call_command("flush", interactive=False, verbosity=0)
    assert Event.objects.count() == LENGTH
    assert records.first_break() is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_that_commits_finds_no_line_of_the_one_before(turn):
    _, fund, _, _ = dossiers.family()
    (row,) = records.record(fund, dossiers.said("printed"), today=TODAY)
    assert (row.position, Event.objects.count()) == (1, 1)
