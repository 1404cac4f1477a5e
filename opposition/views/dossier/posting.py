"""A letter has left: the one that was made here is noted with it, then kept as evidence."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils.translation import gettext as _

from letters.catalogue import UnknownLetterError
from letters.press import PressError
from opposition import clock, records
from opposition.correspondence import LetterError, followed
from opposition.correspondence.followed import LockedError, LostFileError, locks
from opposition.domain.vocabulary import Track
from opposition.dossiers.acts import ActError
from opposition.forms.dossier.sending import LeavingForm
from opposition.forms.dossier.subject import Subject
from opposition.models import Letter
from opposition.records import Case
from opposition.views.dossier import writing
from opposition.views.dossier.writing import Desk

log = logging.getLogger(__name__)
REMINDER = "rappel"


def handed(here: Desk) -> Letter | None:
    """The letter that is ready to leave: what the page names, and its button notes."""
    posted = followed.posted(here.case.demand)
    ready = [one for one in _family(here) if one.id not in posted]
    same = [one for one in ready if one.key == here.key]
    # A complaint that is ready may be of the other kind; an older reminder is another letter.
    found = same if same or here.key in locks.REMINDERS else ready
    return found[-1] if found else None


def say(subject: Subject, form: LeavingForm, chosen: str, act: Callable[..., None]) -> None:
    """Says the act with its letter, in one transaction; the file is made once that is safe.

    `chosen` is the id of the letter that the page named, or nothing. Errors as `act`; what the
    press cannot print is said all the same.
    """
    now = clock.now()
    with transaction.atomic():
        here = _locked(subject)
        letter = None if form.own else _letter(here, form.told["on"], chosen, now)
        told: dict[str, Any] = {**form.told, "letter": letter.id if letter else None}
        if here.is_complaint:
            told["cases"] = named(here, letter)
        act(here.case, **told)
    if letter:
        _keep(letter, now)


def desk(subject: Subject) -> Desk:
    """The letter that the act is about, as the page looks at it."""
    key = _key(subject.case, subject.word)
    return Desk(subject.dossier, subject.cases, subject.case, key, subject.today)


def _locked(subject: Subject) -> Desk:
    """The same, with the dossier locked and read again."""
    dossier = records.lock(subject.dossier.id)
    cases = records.cases(dossier, subject.today)
    case = next(one for one in cases if one.demand == subject.case.demand)
    return desk(replace(subject, dossier=dossier, cases=cases, case=case))


def _key(case: Case, word: str) -> str:
    """The letter that the act would be about today."""
    if case.demand.track != Track.REQUEST:
        return case.about.plan.complaint.letter if case.about else locks.COMPLAINTS[0]
    return case.plan.reminder.letter if word == REMINDER else followed.letters_of(case.demand)[0]


def _family(here: Desk) -> list[Letter]:
    """The frozen letters that such an act may be about, the newest last."""
    families = (locks.REMINDERS, locks.COMPLAINTS)
    alike = next((family for family in families if here.key in family), (here.key,))
    return [one for one in here.case.demand.letters.all() if one.key in alike]


def _letter(here: Desk, on: date, chosen: str, now: datetime) -> Letter | None:
    """The one chosen; else what is known to have left on that very day (the act sent again); else
    the words of that day, frozen now."""
    if chosen:
        found = [one for one in _family(here) if str(one.id) == chosen]
        if not found:
            raise ActError("", _("ce courrier a changé depuis : relisez-le, puis recommencez."))
    else:
        posted = followed.posted(here.case.demand)
        found = [one for one in _family(here) if posted.get(one.id) == on]
    return found[-1] if found else _frozen_now(here, on, now)


def _frozen_now(here: Desk, on: date, now: datetime) -> Letter | None:
    """None where no letter of ours can have left: before the dossier, or against its locks."""
    if on < here.dossier.opened_at.astimezone(clock.PARIS).date():
        return None
    try:
        request = writing.live(replace(here, today=on), None).request
    except (LetterError, LockedError, UnknownLetterError):
        return None
    return writing.freeze(here, request, now)


def named(here: Desk, letter: Letter | None) -> list[Case]:
    """The requests that a complaint names: those of the letter, else those of the day."""
    if letter:
        return [case for case in here.cases if str(case.demand.id) in letter.covers]
    about = [case.about for case in (here.case,) if case.about]
    return followed.accused(here.cases, here.key) or about


def _keep(letter: Letter, now: datetime) -> None:
    try:
        followed.keep(letter, at=now)
    except (PressError, OSError, LostFileError, ObjectDoesNotExist) as error:
        log.warning("letter %s has no file yet (%s)", letter.id, type(error).__name__)
