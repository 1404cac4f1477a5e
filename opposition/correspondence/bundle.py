"""What a person takes home: the letters, the dates with blanks, a calendar. Never a complaint."""

import io
import textwrap
import zipfile
from collections.abc import Mapping
from datetime import date, datetime

from django.template.loader import render_to_string

from letters import press
from opposition.correspondence import dates, reminders
from opposition.correspondence.requests import Request
from opposition.domain import french

FILES = {"fund": "courrier-caisse", "hdh": "courrier-hdh"}
PRIVATE = 0o600 << 16
WIDTH = 78  # characters to a line


def pdf(request: Request) -> bytes:
    """The letter as printed; `letters.press.PressError` where it cannot be printed whole."""
    return press.render(request.letter.sheet)


def pdf_name(request: Request) -> str:
    """A name that tells whoever sees the screen nothing of the person."""
    return f"{FILES[request.name]}.pdf"


def archive(requests: list[Request], *, now: datetime, site: str) -> bytes:
    """The ZIP of rule 3, made in memory. `now`: aware, in Paris; `site`: where to come back."""
    files: dict[str, bytes] = {}
    for request in requests:
        files |= _of(request)
    expected = dates.expected(requests, now.date())
    said = {"requests": requests, "expected": expected, "site": site}
    said["today"], said["note_on"] = (
        french.day(d) for d in (now.date(), dates.note_on(now.date()))
    )
    for name, template in (("dates-a-noter", "dates"), ("LISEZ-MOI", "readme")):
        text = render_to_string(f"opposition/files/{template}.txt", said)
        files[f"{name}.txt"] = _bytes(_wrapped(text))
    files["rappels.ics"] = reminders.calendar(expected, now)
    return _zip(files, now.date())


def _of(request: Request) -> dict[str, bytes]:
    stem = FILES[request.name]
    files = {f"{stem}.pdf": pdf(request), f"{stem}-texte.txt": _bytes(request.letter.text)}
    return files | ({f"{stem}-court.txt": _bytes(request.short)} if request.short else {})


def _wrapped(text: str) -> str:
    """Old editors do not fold lines by themselves."""
    lines = (textwrap.fill(line, WIDTH) if len(line) > WIDTH else line for line in text.split("\n"))
    return "\n".join(lines)


def _bytes(text: str) -> bytes:
    """Lines end as every system's plainest editor expects."""
    return (text.strip() + "\n").replace("\n", "\r\n").encode("utf-8")


def _zip(files: Mapping[str, bytes], day: date) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, PRIVATE
            made.writestr(entry, content)
    return out.getvalue()
