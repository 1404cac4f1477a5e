"""One body's case as `/reprendre/` says it: dates in words, each lock with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.correspondence.resuming import Case
from opposition.domain import french
from opposition.domain.plan import Offer
from opposition.domain.plan.offers import REFUSAL
from opposition.forms.resuming.kinds import KINDS

Text = str | Promise
REMINDERS = {"reminder-1": _("Un rappel"), "reminder-2": _("Un second rappel")}
COMPLAINT = _("La plainte à la CNIL")
BOTH = _("Un rappel, la plainte à la CNIL")


@dataclass(frozen=True)
class ShownOffer:
    """A letter: open, or why not; its earliest day by law, and the one proposed (rule 12)."""

    title: Text
    open: bool
    because: str
    lawful_from: str
    proposal: str


@dataclass(frozen=True)
class Outlook:
    """What a page says of one body today."""

    case: Case
    today: date

    @property
    def received(self) -> str:
        """« lundi 1er mars 2027 », or nothing where no receipt is known."""
        return _words(self.case.received_on)

    @property
    def evidence(self) -> str:
        """How that is known."""
        return self.case.evidence

    @property
    def due(self) -> str:
        """The law's date; nothing while no clock runs."""
        return _words(self.case.deadline.due) if self.case.deadline else ""

    @property
    def late_from(self) -> str:
        """The day after."""
        return _words(self.case.deadline.overdue_from) if self.case.deadline else ""

    @property
    def awaited(self) -> bool:
        """The clock stands still until identity data are given."""
        return self.case.deadline is not None and self.case.deadline.suspended

    @property
    def after(self) -> Text:
        """What the answer received means."""
        reply = self.case.history.reply
        return KINDS[reply.code].after if reply else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """The plan's own advice."""
        return self.case.plan.notes

    @property
    def offers(self) -> list[ShownOffer]:
        """Reminder and complaint, as one line where the same reason closes both."""
        return [] if self.case.settled else list(_offers(self.case, self.today))


def _offers(case: Case, today: date) -> Iterator[ShownOffer]:
    reminder, complaint = case.plan.reminder, case.plan.complaint
    if complaint.letter == REFUSAL:  # a reminder asks for an answer; there is one
        yield _shown(COMPLAINT, complaint, today)
    elif reminder.because and reminder.because == complaint.because:
        yield _shown(BOTH, complaint, today)
    else:
        yield _shown(REMINDERS[reminder.letter], reminder, today)
        yield _shown(COMPLAINT, complaint, today)


def _shown(title: Text, offer: Offer, today: date) -> ShownOffer:
    proposed = offer.proposed_on
    later = proposed is not None and proposed > today and proposed != offer.lawful_from
    return ShownOffer(
        title=title,
        open=offer.open,
        because=" ".join(offer.because),
        lawful_from=_words(offer.lawful_from),
        proposal=_proposal(offer) if later else "",
    )


def _proposal(offer: Offer) -> str:
    told = (
        now("Nous proposons d’attendre le %(day)s : une lettre peut encore arriver.")
        if offer.letter in REMINDERS
        else now("Nous proposons le %(day)s, après le temps des rappels : rien n’y oblige.")
    )
    return told % {"day": _words(offer.proposed_on)}


def _words(day: date | None) -> str:
    return french.long_date(day) if day else ""
