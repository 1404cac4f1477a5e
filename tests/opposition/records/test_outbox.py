"""A row of the outbox: once per cause, sealed, with a Message-ID of its own."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings

from opposition import vault
from opposition.models import Dispatch
from opposition.models.mail import Occasion, Status
from opposition.records import outbox
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import NOW

SAID = {"reference": "XK7M-4QPD", "step": "ask_silence", "name": "Zoé Ünal"}


def queue(dossier, cause="timeline:1", content=SAID, now=NOW):
    return outbox.queue(dossier, Occasion.TIMELINE, cause=cause, content=content, now=now)


@pytest.mark.django_db
@pytest.mark.db
def test_a_row_waits_from_its_moment_on():
    dossier = dossiers.make()
    row = Dispatch.objects.get(id=queue(dossier).id)
    told = (row.dossier, row.letter, row.occasion, row.cause, row.not_before, row.status)
    assert told == (dossier, None, Occasion.TIMELINE, "timeline:1", NOW, Status.DUE)
    assert (row.attempt, row.leased_until, row.sent_at, row.error) == (0, None, None, "")
    assert row.message_id == outbox.message_id(row.id)


@pytest.mark.django_db
@pytest.mark.db
def test_what_it_says_is_sealed_in_its_place():
    dossier = dossiers.make()
    row = Dispatch.objects.get(id=queue(dossier).id)
    assert outbox.content(row) == SAID
    assert "Zoé".encode() not in bytes(row.content)
    key = vault.unwrap(dossier.key, dossier.id)
    vault.unseal(key, row.content, label="dispatch.content", owner=row.id)
    other = queue(dossier, "timeline:2", {})
    other.content = row.content
    with pytest.raises(vault.SealError):
        outbox.content(other)


@pytest.mark.django_db
@pytest.mark.db
def test_a_row_may_have_nothing_to_say():
    row = queue(dossiers.make(), content=None)
    assert (row.content, outbox.content(row)) == (None, {})


@pytest.mark.django_db
@pytest.mark.db
def test_the_same_cause_is_the_same_row_as_it_was():
    dossier = dossiers.make()
    first = queue(dossier)
    again = queue(dossier, content={"other": "words"}, now=NOW + timedelta(1))
    assert again == first
    assert (again.not_before, outbox.content(again)) == (NOW, SAID)
    assert queue(dossier, "timeline:2") != first
    assert Dispatch.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.db
def test_a_cause_belongs_to_one_dossier():
    row = queue(dossiers.make())
    with pytest.raises(ValueError) as error:
        queue(dossiers.make())
    assert str(error.value) == f"the cause of {row.id} belongs to another dossier"


@pytest.mark.django_db
@pytest.mark.db
def test_a_row_is_a_notice_or_a_letter():
    row = queue(dossiers.make())
    with pytest.raises(IntegrityError), transaction.atomic():
        Dispatch.objects.filter(id=row.id).update(occasion="")


@pytest.mark.parametrize(
    ("sender", "host"),
    [
        ("suivi@portail.example", "portail.example"),
        ("Le portail <suivi@portail.example>", "portail.example"),
        ("webmaster@localhost", "localhost"),
        ("suivi", "localhost"),
        ("", "localhost"),
    ],
)
def test_a_message_id_is_the_row_s_at_the_sender_s_host(sender, host):
    with override_settings(DEFAULT_FROM_EMAIL=sender):
        assert outbox.message_id(UUID(int=1)) == f"<00000000-0000-0000-0000-000000000001@{host}>"
