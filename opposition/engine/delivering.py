"""What waits in the outbox leaves by its channel, once; notices only, so far."""

from datetime import datetime
from uuid import UUID

from opposition.channels import mail
from opposition.channels.base import Channel, ChannelError, Parcel
from opposition.engine import claims, faults, notices
from opposition.engine.claims import Claim
from opposition.models import Dispatch

CLOSED = "closed"  # the portal sends no letter by itself yet: whatever such a row is, it stays here
UNEXPECTED = "unexpected"


def deliver(dispatch_id: UUID, now: datetime, *, channel: Channel = mail.send) -> bool:
    """Send one row of the outbox; True if its channel took it, in this very call.

    Whatever fails is written in the row (due again later, failed, dropped) and raised to nobody.
    No transaction is open while the channel is spoken to: RuntimeError inside one.
    """
    claim = claims.claim(dispatch_id, now)
    if claim is None:
        return False
    parcel = _composed(claim, now)
    if parcel is None or not claims.transmit(claim):
        return False
    try:
        channel(parcel)
    except ChannelError as error:
        if error.permanent:
            claims.fail(claim, error.code)
        else:
            claims.postpone(claim, now, error.code)
        return False
    except Exception as error:  # noqa: BLE001 - a notice may be repeated: nothing is lost by trying
        faults.report("dispatch", dispatch_id, error)
        claims.postpone(claim, now, UNEXPECTED)
        return False
    return claims.sent(claim, now)


def _composed(claim: Claim, now: datetime) -> Parcel | None:
    """What is to leave; None where nothing is, and the row then says why."""
    row = Dispatch.objects.select_related("dossier").filter(id=claim.dispatch).first()
    if row is None:  # erased since
        return None
    if row.letter_id is not None:
        claims.fail(claim, CLOSED)
        return None
    try:
        parcel = notices.parcel(row)
    except Exception as error:  # noqa: BLE001 - one poisoned row must not stop the queue
        faults.report("dispatch", row.id, error)
        claims.postpone(claim, now, UNEXPECTED)
        return None
    if parcel is None:
        claims.drop(claim)
    return parcel
