"""What is logged of an error met in one row: the row's id, the error's class, the place."""

import logging
from traceback import extract_tb
from uuid import UUID

log = logging.getLogger(__name__)


def report(what: str, row: UUID, error: Exception) -> None:
    """One line. The error's own words stay out of it: they may quote a name or an address."""
    frames = extract_tb(error.__traceback__)
    place = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "-"
    log.error("%s %s: %s at %s", what, row, type(error).__name__, place)
