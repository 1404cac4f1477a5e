"""The dates to note when nobody follows a request for you: all assumed, until you know better."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from opposition.correspondence.requests import Request
from opposition.domain import deadlines, french, holidays
from opposition.domain.deadlines import Deadline
from opposition.models.addressee import Addressee

NOTE_AFTER = timedelta(days=10)  # rule 2: ten days without proof, one must ask for it


@dataclass(frozen=True)
class Expected:
    """When a body must have answered if it received the request on the assumed day."""

    name: str
    reference: str
    deadline: Deadline

    @property
    def look_on(self) -> date:
        """The first day on which the month is over (RGPD, art. 12, § 3)."""
        found = self.deadline.overdue_from
        if found is None:
            raise ValueError("a request without suspension has a due date")
        return found

    @property
    def look_words(self) -> str:
        """« 1er mars 2027 »."""
        return french.day(self.look_on)


def expected(requests: Iterable[Request], today: date) -> list[Expected]:
    """As if each request were sent and received today: the earliest date that can be true."""
    return [
        Expected(
            request.name,
            request.reference,
            deadlines.for_controller(today, seat=seat_of(request.body)),
        )
        for request in requests
    ]


def seat_of(body: Addressee) -> str | None:
    """None, the union of all calendars, for a seat that the calendar does not know (rule 15)."""
    return body.seat if body.seat in holidays.SEATS else None


def note_on(today: date) -> date:
    """The day on which the date of receipt should be known, if the letters leave today."""
    return today + NOTE_AFTER
