"""The journal's rows: numbered once, dated, and nothing of them readable by name."""

import pytest
from django.db import IntegrityError, transaction

from opposition import records
from opposition.domain.vocabulary import Kind, Party
from opposition.models import Chain, Event
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import TODAY, said

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.mark.parametrize("taken", [{"ordinal": 1, "position": 9}, {"ordinal": 9, "position": 1}])
def test_a_number_is_taken_once(taken):
    _, fund, _, _ = dossiers.family()
    records.record(fund, said(Kind.PRINTED), today=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        dossiers.row(fund, link=bytes(32), **taken).save(force_insert=True)


def test_each_journal_is_read_in_its_own_order():
    _, fund, hub, _ = dossiers.family()
    pairs = [(fund, said(Kind.PREPARED)), (hub, said(Kind.PREPARED)), (fund, said(Kind.SENT))]
    records.record_all(pairs, today=TODAY)
    found = [(row.demand_id, row.ordinal) for row in Event.objects.all()]
    assert [line for line in found if line[0] == fund.id] == [(fund.id, 1), (fund.id, 2)]
    assert found.index((hub.id, 1)) != 1  # one journal after the other


def test_every_kind_and_party_fits_and_reads_in_french():
    kinds, parties = (Event._meta.get_field(name) for name in ("kind", "by"))
    assert dict(kinds.choices) == {kind.value: kind.label for kind in Kind}
    assert dict(parties.choices) == {party.value: party.label for party in Party}
    assert max(map(len, Kind)) <= kinds.max_length
    assert max(map(len, Party)) <= parties.max_length


def test_a_line_and_the_head_are_shown_by_numbers():
    demand = dossiers.demand(dossiers.make())
    assert str(dossiers.row(demand, ordinal=3)) == f"{demand.id} 3"
    assert str(Chain(length=7)) == "7"
