"""The directory's upsert: the release's files into the database, never over a verified record."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from opposition.directory import invented, shipped
from opposition.models.addressee import Addressee

FIELDS = [field.name for field in Addressee._meta.concrete_fields if not field.primary_key]


@dataclass(frozen=True)
class Counts:
    """What a load did, in records; `kept` are those that staff verified, left as they are."""

    created: int
    updated: int
    unchanged: int
    kept: int


def load(*, demo: bool = False) -> Counts:
    """Bring the shipped addressees into the database; with `demo`, the invented ones too."""
    return upsert([*shipped.addressees(), *(invented.addressees() if demo else [])])


def upsert(records: Iterable[Addressee]) -> Counts:
    """Create or refresh these records in one transaction; a second run changes nothing."""
    fates: dict[str, list[Addressee]] = {fate: [] for fate in Counts.__annotations__}
    with transaction.atomic():
        # Locked: what staff verify at this moment is not overwritten.
        stored = Addressee.objects.select_for_update().in_bulk()
        for record in records:
            fates[_fate(record, stored.get(record.key))].append(record)
        # On conflict update: two processes that start together may both see an empty table.
        Addressee.objects.bulk_create(
            [*fates["created"], *fates["updated"]],
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=FIELDS,
        )
    return Counts(**{fate: len(those) for fate, those in fates.items()})


def _fate(new: Addressee, old: Addressee | None) -> str:
    if old is None:
        return "created"
    if old.verified_on is not None and not old.invented:
        return "kept"
    same = all(getattr(old, name) == getattr(new, name) for name in FIELDS)
    return "unchanged" if same else "updated"
