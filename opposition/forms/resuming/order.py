"""In which order the dates of one request can be; the first that cannot is named."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from opposition.domain import deadlines
from opposition.domain.deadlines import DateConflictError
from opposition.forms.resuming.questions import DATES

CONFLICTS = {
    "received": "received_on",
    "extended_on": "extended_on",
    "id_asked": "id_asked",
    "id_given": "id_given",
}


class OrderError(Exception):
    """Two dates that cannot both be true: the field to look at, and a sentence."""

    def __init__(self, key: str, sentence: Any) -> None:
        super().__init__(key)
        self.key, self.sentence = key, sentence


def check(told: Mapping[str, Any]) -> None:
    """What followed the sending followed it; the rest is judged where deadlines are computed."""
    for key in DATES[1:]:
        if told.get(key) and told[key] < told["sent_on"]:
            raise OrderError(key, _("cette date est avant celle de l’envoi."))
    _check_reminders(told["reminder_1"], told["reminder_2"])
    try:
        deadlines.for_controller(
            told.get("received_on") or told["sent_on"],
            extended_on=told.get("extended_on"),
            id_asked=told.get("id_asked"),
            id_given=told.get("id_given"),
        )
    except DateConflictError as error:
        raise OrderError(CONFLICTS[error.field], str(error)) from error


def _check_reminders(first: date | None, second: date | None) -> None:
    if second and not first:
        raise OrderError("reminder_1", _("indiquez d’abord la date du premier rappel."))
    if first and second and second <= first:
        raise OrderError("reminder_2", _("le second rappel est parti après le premier."))
