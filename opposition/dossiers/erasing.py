"""« Effacer mon dossier »: at once, and for ever (rule 11)."""

from datetime import datetime

from django.db import transaction

from opposition import records
from opposition.domain.vocabulary import Party
from opposition.dossiers import shredding, tombstones
from opposition.models import Dossier


def erase(dossier: Dossier, *, at: datetime, by: Party = Party.CITIZEN) -> None:
    """Erases the dossier; one that is already gone is a silent success. `at` is civil.

    The tombstone is on the disk before anything is committed: a crash in between is made good at
    the next start, and so is a backup that brings the rows back.
    """
    with transaction.atomic():
        try:
            locked = records.lock(dossier.id)
        except Dossier.DoesNotExist:
            return
        tombstones.add(locked.id, at.date())
        shredding.shred(locked, at.date(), by)
