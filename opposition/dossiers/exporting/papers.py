"""The frozen letters of a dossier as files: the PDF, the same words to copy, the short form."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from opposition.correspondence import Request, followed
from opposition.dossiers.exporting import packing
from opposition.models import Dossier, Letter

FOLDER = "courriers"


@dataclass(frozen=True)
class Paper:
    """One letter; `lost` says that the PDF kept as evidence is no longer there."""

    letter: Letter
    request: Request
    files: dict[str, bytes]
    lost: bool = False


def of(dossier: Dossier) -> list[Paper]:
    """The letters in the order in which they were frozen."""
    letters = dossier.letters.select_related("demand", "dossier")
    return [_paper(number, letter) for number, letter in enumerate(letters, 1)]


def _paper(number: int, letter: Letter) -> Paper:
    request = followed.thaw(letter)
    stem = f"{FOLDER}/{number:02}-{PurePosixPath(followed.file_name(letter.key)).stem}"
    words = {f"{stem}-texte.txt": packing.as_is(request.letter.text)}
    if request.short:
        words[f"{stem}-court.txt"] = packing.as_is(request.short)
    try:
        return Paper(letter, request, {f"{stem}.pdf": followed.pdf(letter), **words})
    except followed.LostFileError:
        return Paper(letter, request, words, lost=True)
