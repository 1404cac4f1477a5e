"""What of a dossier is destroyed, files included, and what of its journals stays."""

import pytest
from django.db import transaction

from opposition import records
from opposition.correspondence import followed
from opposition.domain.vocabulary import Kind, Party
from opposition.dossiers import changing, shredding
from opposition.models import Dossier, Event
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import MORNING, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def shred(dossier, by=Party.PORTAL):
    with transaction.atomic():
        shredding.shred(records.lock(dossier.id), SENT, by)


def test_only_what_was_open_is_closed_and_by_whom_it_was():
    dossier = made.confirmed()
    changing.stop(dossier, today=SENT, only=made.cases(dossier)["hdh"].demand)
    shred(dossier)
    closings = Event.objects.filter(kind=Kind.CLOSED).order_by("position")
    assert [row.by for row in closings] == [Party.CITIZEN] * 2 + [Party.PORTAL] * 2


def test_an_unconfirmed_dossier_is_shredded_too():
    dossier = made.opened(email=made.ADDRESS)
    shred(dossier)
    assert (Dossier.objects.count(), records.first_break()) == (0, None)


@pytest.mark.django_db(transaction=True)
def test_its_kept_files_go_with_it(var):
    dossier = made.confirmed()
    cases = list(made.cases(dossier).values())
    demand = made.cases(dossier)["hdh"].demand
    written = followed.compose(dossier, cases, demand, "hdh-objection", today=SENT)
    letter = followed.freeze(dossier, demand, written, at=MORNING)
    followed.keep(letter, at=MORNING)
    assert [file.name for file in (var / "letters").iterdir()] == [str(letter.id)]
    shred(dossier)
    assert list((var / "letters").iterdir()) == []
