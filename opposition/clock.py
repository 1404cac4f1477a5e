"""The only reader of the time: civil dates are those of Paris, plus the demonstration's offset."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

PARIS = ZoneInfo("Europe/Paris")
NONE = timedelta(0)
FURTHEST = timedelta(days=20 * 366)  # the calendar of the law is checked for that long


class ClockError(Exception):
    """The time machine was asked for where it does not exist, or too far away."""


def now() -> datetime:
    """The present moment, aware, in Paris; a demonstration may have moved it (design §4.7)."""
    here = datetime.now(PARIS)  # noqa: TID251 - the one place
    return here + offset() if settings.DEMO else here


def today() -> date:
    """The civil date in Paris."""
    return now().date()


def offset() -> timedelta:
    """How far ahead the demonstration lives; one file, so that every process lives there."""
    try:
        return timedelta(seconds=int(_file().read_text("ascii")))
    except FileNotFoundError:
        return NONE


def moved() -> bool:
    """Whether dates are fictive: what is printed now must say so (rule 19)."""
    return bool(settings.DEMO) and offset() != NONE


def move(by: timedelta) -> None:
    """Move the demonstration's time on; ClockError in production, backwards, or too far."""
    if not settings.DEMO:
        raise ClockError("seule la démonstration a une machine à remonter le temps.")
    total = offset() + by
    if by < NONE or total > FURTHEST:
        raise ClockError("la machine n’avance que d’un temps raisonnable, et jamais en arrière.")
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}")
    draft.write_text(str(int(total.total_seconds())), "ascii")
    draft.replace(file)


def _file() -> Path:
    return Path(settings.VAR_DIR) / "clock"
