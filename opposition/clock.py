"""The only reader of the time: civil dates are those of Paris."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


def now() -> datetime:
    """The present moment, aware, in Paris."""
    return datetime.now(PARIS)  # noqa: TID251 - the one place


def today() -> date:
    """The civil date in Paris."""
    return now().date()
