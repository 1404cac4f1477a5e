"""The next dates of a dossier as a slip prints them: what to come back for, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition.domain import french
from opposition.domain.vocabulary import Party, StepKind
from opposition.models.addressee import Kind
from opposition.records import Case

BODIES: dict[str, Promise] = {
    Kind.FUND: _("votre caisse"),
    Kind.CNAM: _("la CNAM"),
    Kind.HDH: _("le Health Data Hub"),
    Kind.CNIL: _("la CNIL"),
}
DUE = _("dernier jour de son délai pour répondre")
# What each step of the portal means to whoever comes back by paper.
WORDS: dict[StepKind, Promise] = {
    StepKind.ASK_POSTED: _("dites si le courrier est parti"),
    StepKind.OFFER_PROOF: _("dites si le courrier est arrivé, et quel jour"),
    StepKind.ASK_RESEND: _("choisissez comment renvoyer le courrier"),
    StepKind.ASK_SILENCE: _("dites si quelque chose est arrivé"),
    StepKind.PROPOSE_REMINDER_1: _("un rappel devient possible"),
    StepKind.PROPOSE_REMINDER_2: _("un second rappel devient possible"),
    StepKind.PROPOSE_COMPLAINT: _("la plainte à la CNIL devient possible"),
    StepKind.ASK_IDENTITY: _("donnez les précisions d’identité demandées"),
    StepKind.ASK_SCOPE: _("dites si la réponse couvre votre demande"),
    StepKind.EXPLAIN_LIMIT: _("lisez ce que la loi réserve"),
    StepKind.EXPLAIN_REDIRECT: _("lisez ce que change ce renvoi"),
    StepKind.ASK_REPLY: _("dites ce que contient le message arrivé"),
    StepKind.OFFER_CNIL_UPDATE: _("informez la CNIL de la réponse, si vous voulez"),
    StepKind.TELL_CNIL_SILENT: _("faites le point sur votre plainte"),
    StepKind.WARN_CLOSING: _("dites si le suivi doit continuer"),
}


@dataclass(frozen=True)
class Upcoming:
    """One day, what it is for, and the bodies concerned; a step that is past is due now."""

    day: date
    what: Promise
    bodies: tuple[str, ...]
    now: bool

    @property
    def words(self) -> str:
        """« lundi 30 novembre 2026 »."""
        return french.long_date(self.day)


def dates(cases: Iterable[Case], today: date) -> list[Upcoming]:
    """What lies ahead, nearest first; the same thing on the same day is said once."""
    found = sorted((day, what, body) for case in cases for day, what, body in _ahead(case, today))
    grouped = groupby(found, key=lambda one: one[:2])
    return [
        Upcoming(day, _text(what), tuple(str(BODIES[one[2]]) for one in those), now=day <= today)
        for (day, what), those in grouped
    ]


def _ahead(case: Case, today: date) -> Iterator[tuple[date, str, str]]:
    step, deadline = case.plan.step, case.plan.deadline
    if step and step.to is Party.CITIZEN and step.kind in WORDS:
        yield max(step.on, today), step.kind, case.demand.kind
    if case.plan.turn is Party.ADDRESSEE and deadline and deadline.due and deadline.due >= today:
        yield deadline.due, "", case.demand.kind


def _text(what: str) -> Promise:
    return WORDS[StepKind(what)] if what else DUE
