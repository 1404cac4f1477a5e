"""The lost link: mailed anew to the address of the dossier, never to the one that was typed.

Whether an address is known must show neither in the answer nor in the time that it takes (rule 3):
for an unknown one, or one that was written to often enough, a row is written and taken back.
"""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from opposition import records, vault
from opposition.dossiers import limits
from opposition.models import Dispatch, Dossier
from opposition.models.mail import Occasion


def send(email: str, *, now: datetime) -> None:
    """A link to each confirmed dossier of this address, three a day at most. `now` is civil."""
    index = vault.blind("email", email)
    with transaction.atomic():
        known = Dossier.objects.confirmed().filter(email_index=index).select_for_update()
        queued = [_queue(dossier, now) for dossier in known.order_by("id")]
        if not any(queued):
            _do_as_much(now)


def _queue(dossier: Dossier, now: datetime) -> bool:
    if not limits.may_link(dossier, now):
        return False
    _row(dossier, now)
    return True


def _do_as_much(now: datetime) -> None:
    """The same reads, one write, one commit; the dossier exists nowhere, nor does the row after."""
    nobody = Dossier(id=uuid4())
    limits.may_link(nobody, now)
    _row(nobody, now).delete()


def _row(dossier: Dossier, now: datetime) -> Dispatch:
    cause = f"link:{dossier.id}:{uuid4()}"  # each asking is one of its own
    return records.outbox.queue(dossier, Occasion.LINK, cause=cause, content=None, now=now)
