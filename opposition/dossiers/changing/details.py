"""A new address, a typo, a body's lines: the next letters only; what has left stays as it left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from opposition import records, vault
from opposition.correspondence import followed
from opposition.correspondence.followed import Identity
from opposition.domain.vocabulary import OPEN, Kind, Party
from opposition.models import Demand, Dossier
from opposition.records import Entry


@dataclass(frozen=True)
class Change:
    """What is to be otherwise: the identity whole, and lines of address by demand."""

    identity: Identity | None = None
    lines: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)


def mend(dossier: Dossier, change: Change, *, today: date) -> None:
    """Mends what differs, in the journals of the open demands that it touches.

    Letters frozen and not yet posted are taken back: they would say the old words. What is the
    same already changes nothing. Dossier.DoesNotExist if erased.
    """
    with transaction.atomic():
        locked = records.lock(dossier.id)
        key = vault.unwrap(locked.key, locked.id)
        everywhere = _mend_identity(locked, change.identity, key)
        touched = [
            demand
            for demand in locked.demands.select_related("addressee").filter(state__in=OPEN)
            if _mend_lines(demand, change.lines.get(demand.id), key) or everywhere
        ]
        for demand in touched:
            followed.unfreeze(demand)
        line = Entry(Kind.MENDED, today, Party.CITIZEN)
        records.record_all(((demand, line) for demand in touched), today=today)
    dossier.refresh_from_db()


def _mend_identity(dossier: Dossier, identity: Identity | None, key: bytes) -> bool:
    if identity is None or identity == followed.read_identity(dossier):
        return False
    dossier.identity = followed.seal_identity(identity, key, dossier.id)
    dossier.person_index = vault.blind("person", *identity.person)
    dossier.save(update_fields=["identity", "person_index"])
    return True


def _mend_lines(demand: Demand, lines: tuple[str, ...] | None, key: bytes) -> bool:
    if lines is None:
        return False
    body = followed.body_of(demand, key)
    if list(lines) == list(body.lines):
        return False
    # What the directory says is compared with the directory's own record, not with the copy.
    demand.body = followed.seal_body(demand.addressee or body, lines, key, demand.id)
    demand.save(update_fields=["body"])
    return True
