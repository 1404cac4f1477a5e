"""The lock of a dossier, and the refusal of an outdated page."""

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from opposition import records
from opposition.domain.vocabulary import Party
from opposition.models import Dossier, Event
from opposition.records import StaleError, locking
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import LETTER

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_the_lock_gives_the_dossier_as_it_stands():
    dossier = dossiers.make(confirmed=False)
    Dossier.objects.update(consent_version="2")
    with transaction.atomic():
        assert records.lock(dossier.id).consent_version == "2"


@pytest.mark.parametrize("dossier_id", [LETTER, None])
def test_an_erased_dossier_cannot_be_locked(dossier_id):
    with transaction.atomic(), pytest.raises(Dossier.DoesNotExist):
        records.lock(dossier_id)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_lock_without_a_transaction_is_a_mistake():
    dossier = dossiers.make()
    with pytest.raises(TransactionManagementError):
        records.lock(dossier.id)


@pytest.mark.parametrize(
    ("ordinal", "by", "seen", "stale"),
    [
        (3, Party.CITIZEN, 3, False),
        (3, Party.CITIZEN, 2, True),
        (3, Party.ADDRESSEE, 2, True),
        (3, Party.REVIEWER, 2, True),
        (3, Party.PORTAL, 2, False),
        (3, Party.CITIZEN, None, False),
    ],
)
def test_a_page_is_outdated_by_what_somebody_else_wrote(ordinal, by, seen, stale):
    row = Event(demand_id=LETTER, ordinal=ordinal, by=by)
    pages = {} if seen is None else {LETTER: seen}
    if not stale:
        locking.refuse_outdated([row], pages)
        return
    with pytest.raises(StaleError):
        locking.refuse_outdated([row], pages)
