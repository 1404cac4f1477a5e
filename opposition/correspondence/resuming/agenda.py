"""The date to note once the letter has left: assumed to leave today, and it says so."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from opposition.correspondence import reminders
from opposition.correspondence.resuming.options import Option
from opposition.domain import deadlines, french
from opposition.domain.plan import delays
from opposition.domain.plan.dates import CNIL_SEAT

# What the letters themselves say: fifteen days, then eight (legal §8, R1 and R2).
AFTER = {"reminder-1": delays.SECOND_REMINDER_AFTER, "reminder-2": delays.COMPLAINT_AFTER}


@dataclass(frozen=True)
class Next:
    """A day, its name in a calendar, what may be done then, and how it was counted."""

    on: date
    title: str
    after: str
    steps: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """« lundi 1er mars 2027 »."""
        return french.long_date(self.on)


def following(option: Option, today: date) -> Next:
    """What comes after this letter, if it leaves and arrives today."""
    if option.is_complaint:
        return _authority(today)
    return _reminder(option.letter, today + AFTER[option.letter])


def _authority(today: date) -> Next:
    """Three months for news (RGPD, art. 78(2); décret 2019-536, art. 10)."""
    counted = deadlines.for_authority(today, seat=CNIL_SEAT)
    on = (counted.due or today) + timedelta(days=1)
    told = _(
        "La CNIL a trois mois pour vous donner des nouvelles. Date supposée : elle vaut si votre "
        "plainte lui parvient aujourd’hui. Sans nouvelles le %(day)s, son silence est établi."
    )
    return Next(
        on=on,
        title=_("Santé : des nouvelles de la CNIL ?"),
        after=told % {"day": french.long_date(on)},
        steps=counted.steps,
    )


def _reminder(letter: str, on: date) -> Next:
    told = {
        "reminder-1": _(
            "Le rappel demande une réponse sous quinze jours. Date supposée : elle vaut s’il part "
            "aujourd’hui. Sans réponse le %(day)s, un second rappel est possible."
        ),
        "reminder-2": _(
            "Ce rappel demande une réponse sous huit jours. Date supposée : elle vaut s’il part "
            "aujourd’hui. Sans réponse le %(day)s, la plainte à la CNIL est l’étape suivante."
        ),
    }[letter]
    return Next(
        on=on,
        title=_("Santé : réponse à mon rappel ?"),
        after=told % {"day": french.long_date(on)},
    )


def calendar(following: Next, now: datetime) -> bytes:
    """One event (RFC 5545), without a name: nobody learns anything from it. `now` is aware."""
    made = reminders.empty()
    made.add_component(reminders.event(following.on, following.title, following.after, now))
    return bytes(made.to_ical())
