"""The verification of an addressee by staff: who compared the record with the body, and when."""

from datetime import date

from opposition.models.addressee import Addressee


class NothingToVerifyError(ValueError):
    """The record holds no address, mailbox or portal that a person could have checked."""


def is_reachable(addressee: Addressee) -> bool:
    """Whether the record gives at least one way to write to the body."""
    return bool(addressee.lines or addressee.mailbox or addressee.portal)


def verify(addressee: Addressee, *, on: date, by: str) -> None:
    """Note that `by` (an e-mail) checked the record on that civil date; later loads leave it.

    Raises NothingToVerifyError for a record that gives no way to write to the body.
    """
    if not is_reachable(addressee):
        raise NothingToVerifyError(addressee.key)
    addressee.verified_on = on
    addressee.verified_by = by
    addressee.save(update_fields=["verified_on", "verified_by"])
