"""Letters and the outbox: the reading vocabulary, and what the database refuses."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from opposition.models import Dispatch, Letter
from opposition.models.mail import Occasion, Status
from opposition.records import outbox
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MOMENT = NOW + timedelta(days=400)  # the database's clock, which civil time does not move
MINUTE = timedelta(minutes=1)


def letter(demand, **fields):
    plain = {"key": "fund-objection", "version": "1", "dated": TODAY, "frozen_at": NOW}
    plain |= {"content": b"sealed", "digest": "0" * 64}
    return Letter.objects.create(dossier=demand.dossier, demand=demand, **(plain | fields))


@pytest.mark.parametrize(
    ("fields", "waits"),
    [
        ({}, True),
        ({"not_before": NOW + MINUTE}, False),
        ({"not_before": NOW - MINUTE}, True),
        ({"status": Status.CLAIMED, "leased_until": MOMENT + MINUTE}, False),
        ({"status": Status.CLAIMED, "leased_until": MOMENT - MINUTE}, True),
        (
            {
                "status": Status.CLAIMED,
                "leased_until": MOMENT - MINUTE,
                "not_before": NOW + MINUTE,
            },
            False,
        ),
        # Handed over, perhaps: never taken again by itself (design §4.3).
        ({"status": Status.TRANSMITTING, "leased_until": MOMENT - MINUTE}, False),
        ({"status": Status.SENT}, False),
        ({"status": Status.FAILED}, False),
        ({"status": Status.UNKNOWN}, False),
        ({"status": Status.DROPPED}, False),
    ],
)
def test_what_is_due_or_was_let_go_of_waits(fields, waits):
    row = outbox.queue(dossiers.make(), Occasion.LINK, cause="a", content=None, now=NOW)
    Dispatch.objects.filter(id=row.id).update(**fields)
    assert Dispatch.objects.waiting(NOW, MOMENT).exists() is waits


def test_the_oldest_wait_first():
    dossier = dossiers.make()
    for minutes in (3, 1, 2):
        at = NOW - minutes * MINUTE
        outbox.queue(dossier, Occasion.LINK, cause=str(minutes), content=None, now=at)
    causes = Dispatch.objects.waiting(NOW, MOMENT).values_list("cause", flat=True)
    assert list(causes) == ["3", "2", "1"]


def test_a_dispatch_carries_a_letter_or_a_notice():
    demand = dossiers.demand(dossiers.make())
    plain = {"dossier": demand.dossier, "not_before": NOW}
    both = plain | {"letter": letter(demand), "occasion": Occasion.LINK}
    for n, wrong in enumerate((both, plain)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Dispatch.objects.create(cause=str(n), message_id=str(n), **wrong)
    Dispatch.objects.create(cause="a", message_id="a", **(both | {"occasion": ""}))


def test_letters_and_mails_go_with_their_dossier():
    demand = dossiers.demand(dossiers.make())
    letter(demand)
    outbox.queue(demand.dossier, Occasion.LINK, cause="a", content=None, now=NOW)
    demand.dossier.delete()
    assert (Letter.objects.count(), Dispatch.objects.count()) == (0, 0)


def test_letters_are_read_in_the_order_in_which_they_were_frozen():
    demand = dossiers.demand(dossiers.make())
    second, first = letter(demand, frozen_at=NOW), letter(demand, frozen_at=NOW - MINUTE)
    assert list(Letter.objects.all()) == [first, second]


def test_neither_names_anybody():
    row = UUID(int=1)
    assert str(Letter(id=row, key="reminder-1")) == f"reminder-1 {row}"
    assert str(Dispatch(id=row)) == str(row)
