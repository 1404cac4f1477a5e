"""What cannot have happened on that day: each fault names its field, in a kind sentence.

Only what is impossible is refused. What is late, crossed in the post or out of the usual order is
true all the same: the machine knows what to do with it.
"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from opposition.domain import french
from opposition.models import Letter
from opposition.records import Case

APPLIES_FROM = date(2018, 5, 25)  # RGPD, art. 99(2): no delay of its art. 12 began before


class ActError(ValueError):
    """An act that cannot be noted as told: the field to look at, and a sentence for the person."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(field)  # no date, no word of the person: this may reach a log
        self.field, self.sentence = field, sentence


def of_day(on: date, today: date, field: str = "on") -> Iterator[ActError]:
    """A day that nobody can have lived."""
    if on > today:
        yield ActError(field, _("cette date est dans le futur."))
    elif on < APPLIES_FROM:
        yield ActError(field, _("cette date est trop ancienne : vérifiez l’année."))


def of_closed(case: Case) -> Iterator[ActError]:
    """Nothing is told of what is over; it can be taken up again first."""
    if not case.standing.open:
        yield ActError("", _("cette demande est close : reprenez d’abord son suivi."))


def of_following(case: Case, on: date) -> Iterator[ActError]:
    """What follows a letter followed its departure."""
    sent = case.standing.sending.sent_on
    if sent and on < sent:
        told = _("cette date est avant celle de l’envoi, le %(day)s.")
        yield ActError("on", told % {"day": french.day(sent)})


def of_leaving(on: date, letter: Letter | None) -> Iterator[ActError]:
    """A letter does not leave before the day printed on it."""
    if letter and on < letter.dated:
        told = _("ce courrier est daté du %(day)s : il n’a pas pu partir avant.")
        yield ActError("on", told % {"day": french.day(letter.dated)})


def of_sending_again(case: Case, on: date) -> Iterator[ActError]:
    """A new sending starts a new clock: it is not older than the one that it replaces."""
    sent = case.standing.sending.sent_on
    if sent and on < sent:
        told = _("vous aviez déjà envoyé ce courrier le %(day)s : un nouvel envoi vient après.")
        yield ActError("on", told % {"day": french.day(sent)})


def of_filing(case: Case, on: date) -> Iterator[ActError]:
    """The CNIL writes about a complaint that it has."""
    lodged = case.standing.filed_on or case.standing.sending.sent_on
    if lodged and on < lodged:
        told = _("cette date est avant celle du dépôt de la plainte, le %(day)s.")
        yield ActError("on", told % {"day": french.day(lodged)})
