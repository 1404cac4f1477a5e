"""A verification notes who and when, and needs something to verify."""

from datetime import date

import pytest

from opposition import directory
from opposition.models import Addressee

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.mark.parametrize(
    "ways",
    [
        {"lines": ["75015 PARIS"]},
        {"mailbox": "dpo@example.org"},
        {"portal": "https://example.org/opposition"},
    ],
)
def test_a_body_one_can_write_to_in_any_way_can_be_verified(ways):
    body = Addressee.objects.create(key="x", kind="hdh", name="X", **ways)
    directory.verify(body, on=date(2026, 11, 20), by="equipe@example.org")
    body.refresh_from_db()
    assert (body.verified_on, body.verified_by) == (date(2026, 11, 20), "equipe@example.org")


def test_a_later_verification_takes_the_place_of_the_first():
    body = Addressee.objects.create(key="x", kind="hdh", name="X", mailbox="dpo@example.org")
    directory.verify(body, on=date(2026, 11, 20), by="a@example.org")
    directory.verify(body, on=date(2026, 12, 1), by="b@example.org")
    body.refresh_from_db()
    assert (body.verified_on, body.verified_by) == (date(2026, 12, 1), "b@example.org")


def test_verifying_writes_nothing_else_of_the_record():
    body = Addressee.objects.create(key="x", kind="hdh", name="X", mailbox="dpo@example.org")
    body.name = "typed but not saved"
    directory.verify(body, on=date(2026, 11, 20), by="a@example.org")
    assert Addressee.objects.get(pk="x").name == "X"


def test_a_record_without_any_address_cannot_be_verified():
    body = Addressee.objects.create(key="cnam-dpo", kind="cnam", name="Cnam")
    with pytest.raises(directory.NothingToVerifyError) as error:
        directory.verify(body, on=date(2026, 11, 20), by="a@example.org")
    assert str(error.value) == "cnam-dpo"
    body.refresh_from_db()
    assert body.verified_on is None
