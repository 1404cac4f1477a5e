"""The PDF of a frozen letter: made again at each download, then one file kept as evidence.

A kept file is sealed under the dossier's key and lies in VAR_DIR/letters under the letter's id.
It is written before its row says so: a crash between the two leaves a file that the next attempt
replaces, or that `strays` finds once the letter is gone.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from letters import press
from opposition import records, vault
from opposition.correspondence.followed.freezing import thaw
from opposition.models.dossier import Dossier
from opposition.models.mail import Letter

LABEL = "letter.pdf"
FINGERPRINTS = ("first_pdf", "kept_pdf", "kept_at")
AT_ONCE = 500  # names of files in one query


class LostFileError(RuntimeError):
    """The file kept as evidence is gone or was altered: no other is handed out in its place."""


def pdf(letter: Letter) -> bytes:
    """The kept file where there is one; else printed from the frozen content.

    The first one handed out has its SHA-256 noted. PressError where it cannot be printed whole,
    LostFileError for evidence that is gone, Letter.DoesNotExist for a letter made again since.
    """
    if _is_kept(letter):
        return _kept(letter)
    content = _printed(letter)
    Letter.objects.filter(id=letter.id, first_pdf="").update(first_pdf=_sha256(content))
    letter.refresh_from_db(fields=FINGERPRINTS)
    return content


def keep(letter: Letter, *, at: datetime) -> None:
    """Makes the file that is evidence, once, at the civil moment `at`; errors as `pdf`.

    Called again it changes nothing. OSError where the disk refuses: nothing is then noted.
    """
    if _is_kept(letter):
        return
    content = _printed(letter)
    with transaction.atomic():
        dossier = records.lock(letter.dossier_id)  # one file, though two may have been printed
        if _is_kept(letter):
            return
        key = vault.unwrap(dossier.key, dossier.id)
        _store(_place(letter.id), vault.seal_file(key, content, label=LABEL, owner=letter.id))
        letter.kept_pdf, letter.kept_at = _sha256(content), at
        letter.save(update_fields=["kept_pdf", "kept_at"])


def made_again(letter: Letter) -> datetime | None:
    """When the kept file was made, if it is not the one first handed out, byte for byte.

    The words are the same: the press has changed since. An exhibit says so.
    """
    differs = letter.first_pdf and letter.kept_pdf and letter.first_pdf != letter.kept_pdf
    return letter.kept_at if differs else None


def forget_files(dossier: Dossier) -> None:
    """Removes the dossier's files once the caller's transaction has deleted its letters."""
    places = [_place(one) for one in dossier.letters.values_list("id", flat=True)]
    transaction.on_commit(lambda: _remove(places), robust=True)


def strays() -> Iterator[Path]:
    """Files of ours that belong to no letter any more, or that a crash left half written."""
    folder = _folder()
    names = iter(os.listdir(folder) if folder.is_dir() else ())
    while batch := list(islice(names, AT_ONCE)):
        owners = {name: owner for name in batch if (owner := _owner(name))}
        rows = Letter.objects.filter(id__in=set(owners.values()))
        kept = dict(rows.values_list("id", "kept_pdf"))
        for name, owner in owners.items():
            # Of a letter not kept yet, the half-written file may be in the making.
            if owner not in kept or (name.startswith(".") and kept[owner]):
                yield folder / name


def _is_kept(letter: Letter) -> bool:
    letter.refresh_from_db(fields=FINGERPRINTS)
    return bool(letter.kept_pdf)


def _printed(letter: Letter) -> bytes:
    # Nothing is locked while the press works: Django refuses a durable block within another one.
    with transaction.atomic(durable=True):
        sheet = thaw(letter).letter.sheet
    return press.render(sheet)


def _kept(letter: Letter) -> bytes:
    dossier = letter.dossier
    key = vault.unwrap(dossier.key, dossier.id)
    try:
        sealed = _place(letter.id).read_bytes()
        content = vault.unseal_file(key, sealed, label=LABEL, owner=letter.id)
    except (FileNotFoundError, vault.SealError) as error:
        raise LostFileError(str(letter.id)) from error
    if _sha256(content) != letter.kept_pdf:
        raise LostFileError(str(letter.id))
    return content


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _folder() -> Path:
    return Path(settings.VAR_DIR) / "letters"


def _place(letter: UUID) -> Path:
    return _folder() / str(letter)


def _owner(name: str) -> UUID | None:
    """The letter that a file belongs to: `<id>`, or `.<id>.xxxx` while it is written."""
    with suppress(ValueError):
        return UUID(name.removeprefix(".").partition(".")[0])
    return None


def _store(place: Path, sealed: bytes) -> None:
    """The whole file or none of it, still there after a power cut; only its owner reads it."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(place)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    for folder in (place.parent, place.parent.parent):
        _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(places: list[Path]) -> None:
    for place in places:
        place.unlink(missing_ok=True)
