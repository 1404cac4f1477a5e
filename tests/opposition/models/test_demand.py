"""Demands: the reading vocabulary, and what the database refuses."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from opposition.domain.vocabulary import State, Track
from opposition.models import Demand
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_the_due_come_oldest_first_and_no_others():
    dossier = dossiers.make()
    for hours in (2, -3, 0, None, -1):
        demand = dossiers.demand(dossier)
        due_at = None if hours is None else NOW + timedelta(hours=hours)
        Demand.objects.filter(id=demand.id).update(due_at=due_at)
    due = Demand.objects.due(NOW).values_list("due_at", flat=True)
    assert list(due) == [NOW - timedelta(hours=3), NOW - timedelta(hours=1), NOW]


def test_the_due_are_found_by_their_index():
    """Whatever the number of demands that have nothing due: the index holds only those that do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # a handful is read faster without
    told = Demand.objects.due(NOW).explain()
    assert re.findall(r"demand_due\b", told) == ["demand_due"]


def test_requests_and_complaints_are_told_apart():
    _, fund, hub, complaint = dossiers.family()
    assert set(Demand.objects.requests()) == {fund, hub}
    assert list(Demand.objects.complaints()) == [complaint]


@pytest.mark.parametrize(
    ("track", "about", "allowed"),
    [
        (Track.REQUEST, False, True),
        (Track.REQUEST, True, False),
        (Track.COMPLAINT, False, False),
        (Track.COMPLAINT, True, True),
        (Track.REPORT, False, True),
        (Track.REPORT, True, True),
    ],
)
def test_a_complaint_is_about_exactly_one_demand(track, about, allowed):
    _, fund, hub, _ = dossiers.family()
    change = {"track": track, "about": fund if about else None}
    if allowed:
        assert Demand.objects.filter(id=hub.id).update(**change) == 1
        return
    with pytest.raises(IntegrityError), transaction.atomic():
        Demand.objects.filter(id=hub.id).update(**change)


def test_a_reference_is_one_demand_s():
    _, fund, hub, _ = dossiers.family()
    with pytest.raises(IntegrityError), transaction.atomic():
        Demand.objects.filter(id=hub.id).update(reference=fund.reference)


def test_an_erased_dossier_leaves_its_demands():
    dossier, fund, hub, complaint = dossiers.family()
    dossier.delete()
    left = {demand.id: demand for demand in Demand.objects.all()}
    assert left.keys() == {fund.id, hub.id, complaint.id}
    assert {demand.dossier_id for demand in left.values()} == {None}
    assert left[complaint.id].about_id == fund.id


def test_a_demand_that_is_complained_of_stays():
    _, fund, _, _ = dossiers.family()
    with pytest.raises(ProtectedError):
        fund.delete()


def test_a_demand_begins_as_a_draft_and_is_known_by_its_reference():
    demand = dossiers.demand(dossiers.make())
    assert (demand.state, demand.due_at, demand.procedure) == (State.DRAFT, None, "snds")
    assert str(demand) == demand.reference
