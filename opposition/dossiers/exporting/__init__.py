"""« Tout télécharger »: all that the portal knows of a dossier, in one ZIP that needs no portal."""

from datetime import datetime

from django.template.loader import render_to_string

from opposition import records
from opposition.domain import french
from opposition.dossiers.exporting import agenda, packing, papers, telling
from opposition.models import Dossier

__all__ = ["archive"]


def archive(dossier: Dossier, *, now: datetime, site: str) -> bytes:
    """The ZIP, made in memory: what is stored, word for word, the letters and their PDFs, a
    calendar, and the SHA-256 of each file. `now` is aware, in Paris; `site` is the portal's.

    Not within a transaction: letters may have to be printed. letters.press.PressError where one
    cannot be; a kept file that is gone is told, and stops nothing.
    """
    today = now.date()
    cases = records.cases(dossier, today)
    shelf = papers.of(dossier)
    told = telling.of(dossier, cases, shelf) | {"portail": site, "fait_le": now.isoformat()}
    said = {"day": french.day(today), "site": site, "papers": shelf}
    files = {
        "LISEZ-MOI.txt": packing.text(render_to_string("opposition/files/export.txt", said)),
        "dossier.json": packing.json_of(told),
        "agenda.ics": agenda.calendar(cases, now),
    }
    for paper in shelf:
        files |= paper.files
    return packing.zipped(files, today)
