"""The dossier's addresses: each sealed in its own place, and read back."""

import pytest

from opposition import vault
from opposition.dossiers import changing, mailboxes
from opposition.models import Dossier
from tests.opposition import traces
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import ADDRESS, MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_an_address_is_read_back_as_it_was_typed():
    assert mailboxes.of(Dossier.objects.get(id=made.opened(email=ADDRESS).id)) == ADDRESS


def test_without_an_address_there_is_none():
    dossier = made.opened()
    assert (mailboxes.of(dossier), mailboxes.waiting(dossier)) == ("", "")


def test_a_waiting_address_is_not_the_dossiers_yet():
    dossier = made.confirmed(email=ADDRESS)
    changing.change_email(dossier, "neuve@exemple.fr", now=MORNING)
    assert (mailboxes.of(dossier), mailboxes.waiting(dossier)) == (ADDRESS, "neuve@exemple.fr")
    assert traces.of("neuve") == []


def test_a_waiting_address_moved_to_the_other_field_does_not_open():
    dossier = made.confirmed(email=ADDRESS)
    changing.change_email(dossier, "neuve@exemple.fr", now=MORNING)
    dossier.email = dossier.next_email
    with pytest.raises(vault.SealError):
        mailboxes.of(dossier)


def test_the_index_goes_with_the_address():
    dossier = made.opened(email=ADDRESS)
    assert bytes(dossier.email_index) == vault.blind("email", ADDRESS)
