"""Dossiers and links: the reading vocabulary, and what the database refuses."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from opposition.models import AccessLink, Dossier
from opposition.models.dossier import Purpose
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.db]
HOUR = timedelta(hours=1)


def link(dossier, fingerprint, **fields):
    plain = {"purpose": Purpose.MAILED, "fingerprint": fingerprint, "made_at": NOW}
    return AccessLink.objects.create(dossier=dossier, **(plain | fields))


def test_dossiers_are_confirmed_or_not():
    yes, no = dossiers.make(), dossiers.make(confirmed=False)
    assert list(Dossier.objects.confirmed()) == [yes]
    assert list(Dossier.objects.unconfirmed(opened_before=NOW + HOUR)) == [no]


@pytest.mark.parametrize(("before", "count"), [(NOW - HOUR, 0), (NOW, 0), (NOW + HOUR, 1)])
def test_the_unconfirmed_are_counted_from_their_opening(before, count):
    dossiers.make(confirmed=False)
    assert Dossier.objects.unconfirmed(opened_before=before).count() == count


@pytest.mark.parametrize("half", [{"email": b"sealed"}, {"email_index": b"8 bytes!"}])
def test_an_address_has_its_index_or_is_not_there(half):
    with pytest.raises(IntegrityError), transaction.atomic():
        dossiers.make(**half)
    dossiers.make(email=b"sealed", email_index=b"8 bytes!")


def test_a_form_makes_one_dossier():
    first = dossiers.make()
    with pytest.raises(IntegrityError), transaction.atomic():
        dossiers.make(submission=first.submission)


@pytest.mark.parametrize(
    ("fields", "lives"),
    [
        ({}, True),
        ({"expires_at": NOW + HOUR}, True),
        ({"expires_at": NOW}, False),
        ({"expires_at": NOW - HOUR}, False),
        ({"revoked_at": NOW - HOUR}, False),
        ({"expires_at": NOW + HOUR, "revoked_at": NOW}, False),
    ],
)
def test_a_link_lives_until_it_ends_or_is_revoked(fields, lives):
    link(dossiers.make(), b"f" * 32, **fields)
    assert AccessLink.objects.live(at=NOW).exists() is lives


def test_a_fingerprint_is_one_link_s():
    dossier = dossiers.make()
    link(dossier, b"f" * 32)
    with pytest.raises(IntegrityError), transaction.atomic():
        link(dossier, b"f" * 32, purpose=Purpose.PRINTED)
    link(dossier, b"g" * 32)


def test_links_go_with_their_dossier():
    dossier = dossiers.make()
    link(dossier, b"f" * 32)
    dossier.delete()
    assert AccessLink.objects.count() == 0


def test_neither_names_anybody():
    owner = uuid4()
    assert (str(Dossier(id=owner)), str(AccessLink(id=owner))) == (str(owner),) * 2
