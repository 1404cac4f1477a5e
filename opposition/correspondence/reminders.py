"""Dates for the person's own calendar (RFC 5545); it says nothing of who keeps it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from opposition.correspondence import dates
from opposition.correspondence.dates import Expected
from opposition.domain import french

MORNING = timedelta(hours=9)


def calendar(expected: Iterable[Expected], now: datetime) -> bytes:
    """Whole-day events: note the receipt, then look for the answer. `now` is aware, in Paris."""
    made = Calendar()
    made.add("prodid", "-//Mes données de santé : je m’oppose//FR")
    made.add("version", "2.0")
    made.add("x-wr-timezone", "Europe/Paris")
    made.add_component(
        event(
            dates.note_on(now.date()),
            _("Santé : noter la date de réception de mes courriers"),
            _(
                "Quand chaque organisme a-t-il reçu votre demande ? Notez la date et la preuve "
                "dans dates-a-noter.txt : le délai d’un mois part de là."
            ),
            now,
        )
    )
    for one in expected:
        made.add_component(event(one.look_on, *_words(one), now))
    return bytes(made.to_ical())


def empty() -> Calendar:
    """A calendar of ours, without a date yet."""
    made = Calendar()
    made.add("prodid", "-//Mes données de santé : je m’oppose//FR")
    made.add("version", "2.0")
    made.add("x-wr-timezone", "Europe/Paris")
    return made


def _words(one: Expected) -> tuple[str, str]:
    """Whether something came, only the person can say: the event asks (rule 1)."""
    title = {
        "fund": _("Santé : réponse de ma caisse ?"),
        "hdh": _("Santé : réponse du Health Data Hub ?"),
    }[one.name]
    told = _(
        "Avez-vous reçu quelque chose : courrier, message ameli, mail ? Date supposée : elle vaut "
        "si la demande %(reference)s a été reçue le %(received)s. Reçue plus tard, le délai finit "
        "plus tard. Pour une réponse par la poste, patientez cinq jours de plus."
    )
    received = french.day(one.deadline.received)
    return title, told % {"reference": one.reference, "received": received}


def event(day: date, title: str, words: str, now: datetime) -> Event:
    """A whole day with an alarm at nine; it makes nobody busy."""
    event = Event()
    event.add("uid", str(uuid4()))
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", title)
    event.add("description", words)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", MORNING)
    alarm.add("description", title)
    event.add_component(alarm)
    return event
