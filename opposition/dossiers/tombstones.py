"""What was erased stays erased: a file names each dossier, and is read again at every start.

A restored backup brings rows back, not this file, which is kept apart from the dumps (design §6).
One line is an id and a civil day: nothing of a person.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from opposition import records
from opposition.domain.vocabulary import Party
from opposition.dossiers import shredding
from opposition.models import Dossier

AT_ONCE = 500
OWNER_ONLY = 0o600
_LINE = re.compile(r"([0-9a-f-]{36}) (\d{4}-\d{2}-\d{2})")


def add(dossier_id: UUID, on: date) -> None:
    """Names the dossier for ever; on the disk before this returns, hence before the commit."""
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, OWNER_ONLY)
    try:
        before = b"" if _ends_whole(descriptor) else b"\n"
        os.write(descriptor, before + f"{dossier_id} {on.isoformat()}\n".encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    _sync_folder(file.parent)


def replay() -> int:
    """Erases again what the file names and a backup has brought back; how many there were."""
    named = dict(_named())
    ids, erased = list(named), 0
    for start in range(0, len(ids), AT_ONCE):
        back = Dossier.objects.filter(id__in=ids[start : start + AT_ONCE])
        for dossier_id in back.values_list("id", flat=True):
            erased += _erase_again(dossier_id, named[dossier_id])
    return erased


def _erase_again(dossier_id: UUID, on: date) -> int:
    with transaction.atomic():
        try:
            dossier = records.lock(dossier_id)
        except Dossier.DoesNotExist:  # another process starts too
            return 0
        shredding.shred(dossier, on, Party.CITIZEN)
        return 1


def _named() -> Iterator[tuple[UUID, date]]:
    """The lines that were written whole; a power cut may have torn one."""
    file = _file()
    if not file.exists():
        return
    for line in file.read_text(encoding="ascii", errors="replace").splitlines():
        found = _LINE.fullmatch(line)
        with suppress(ValueError):  # a day that no calendar has
            if found:
                yield UUID(found[1]), date.fromisoformat(found[2])


def _file() -> Path:
    return Path(settings.VAR_DIR) / "tombstones"


def _ends_whole(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    return size == 0 or os.pread(descriptor, 1, size - 1) == b"\n"


def _sync_folder(folder: Path) -> None:
    """A new file's name is only on the disk once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
