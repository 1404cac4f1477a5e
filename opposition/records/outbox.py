"""What is to leave: a row of the outbox, written by the transaction that causes the sending."""

import json
from datetime import datetime
from email.utils import parseaddr
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings

from opposition import vault
from opposition.models import Dispatch, Dossier
from opposition.models.mail import Occasion

CONTENT = "dispatch.content"  # the label under which the content is bound to its row


def queue(
    dossier: Dossier,
    occasion: Occasion,
    *,
    cause: str,
    content: dict[str, Any] | None,
    now: datetime,
) -> Dispatch:
    """A notice that leaves from the civil moment `now` on; a later one is given a later moment.

    The same cause gives the row that is already there, as it was: a repeated run is harmless.
    ValueError where that row is another dossier's: a cause has to name whom it is about.
    """
    row_id = uuid4()
    fresh = {
        "id": row_id,
        "dossier": dossier,
        "occasion": occasion,
        "content": None if content is None else _sealed(dossier, content, row_id),
        "message_id": message_id(row_id),
        "not_before": now,
    }
    row, _ = Dispatch.objects.get_or_create(cause=cause, defaults=fresh)
    if row.dossier_id != dossier.id:
        raise ValueError(f"the cause of {row.id} belongs to another dossier")
    return row


def content(row: Dispatch) -> dict[str, Any]:
    """What the row is to say; empty where it holds nothing. vault.SealError where altered."""
    if row.content is None:
        return {}
    key = vault.unwrap(row.dossier.key, row.dossier_id)
    told: dict[str, Any] = json.loads(vault.unseal(key, row.content, label=CONTENT, owner=row.id))
    return told


def message_id(row_id: UUID) -> str:
    """One Message-ID per row, for ever (RFC 5322 §3.6.4): however often it is tried, one mail."""
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return f"<{row_id}@{address.partition('@')[2] or 'localhost'}>"


def _sealed(dossier: Dossier, content: dict[str, Any], owner: UUID) -> bytes:
    key = vault.unwrap(dossier.key, dossier.id)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return vault.seal(key, text, label=CONTENT, owner=owner)
