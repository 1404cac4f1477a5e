"""The letters of a followed dossier, from its journals: first letters, reminders, complaints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NotRequired, TypedDict, Unpack

from django.utils.translation import gettext as _

from letters.facts import FactsError
from opposition import records, vault
from opposition.correspondence import requests, resuming
from opposition.correspondence.answers import Answers
from opposition.correspondence.followed import histories, identity, locks
from opposition.correspondence.followed.bodies import body_of
from opposition.correspondence.followed.identity import Identity
from opposition.correspondence.requests import LetterError, Request
from opposition.correspondence.resuming import Draft, Option, authority
from opposition.domain.vocabulary import State, Track
from opposition.models.addressee import Addressee
from opposition.models.demand import Demand
from opposition.models.dossier import Dossier


@dataclass(frozen=True)
class Complaint:
    """What a complaint asks of the person; unsaid, the letter has boxes to tick by hand."""

    court_seized: bool
    disclose_identity: bool


class Told(TypedDict):
    """On which day the letter is written, and what only a complaint needs."""

    today: date
    answers: NotRequired[Complaint | None]


@dataclass(frozen=True)
class _Desk:
    """What every letter of one dossier is written from."""

    dossier: Dossier
    cases: Sequence[records.Case]
    key: bytes
    today: date
    answers: Complaint | None

    @property
    def identity(self) -> Identity:
        return identity.unsealed(self.dossier, self.key)


def options(
    dossier: Dossier,
    cases: Sequence[records.Case],
    today: date,  # noqa: ARG001 - the plans of the cases are of that day
) -> list[Option]:
    """The reminders and complaints that the law opens today, each with whom it is about."""
    key = vault.unwrap(dossier.key, dossier.id)
    read = [histories.read(dossier, case, key) for case in cases if histories.there(case)]
    found = resuming.options([case for case in read if case])
    return [one for one in found if one.is_complaint or not locks.answered(one.cases[0].standing)]


def accused(cases: Sequence[records.Case], letter: str) -> list[records.Case]:
    """The requests that a complaint of this key, written today, names (rule 6)."""
    offered = [case for case in cases if histories.there(case) and case.plan.complaint.open]
    return [case for case in offered if case.plan.complaint.letter == letter]


def compose(
    dossier: Dossier,
    cases: Sequence[records.Case],
    demand: Demand,
    letter: str,
    **told: Unpack[Told],
) -> Request:
    """A letter of `demand`, live: as what is known `today` makes it.

    LockedError while the plan does not open it; LetterError for a fact missing or impossible;
    UnknownLetterError for a letter that this demand does not have.
    """
    case = next(case for case in cases if case.demand == demand)
    locks.check(case, letter)
    key = vault.unwrap(dossier.key, dossier.id)
    desk = _Desk(dossier, cases, key, told["today"], told.get("answers"))
    if letter in locks.REMINDERS:
        return _reminder(desk, case, letter)
    return _complaint(desk, case, letter) if letter in locks.COMPLAINTS else _first(desk, demand)


def _first(desk: _Desk, demand: Demand) -> Request:
    """The request itself, as the form makes it, with the demand's own reference."""
    who, body = desk.identity, body_of(demand, desk.key)
    answers = Answers(
        citizen=who.citizen,
        represents=who.represents,
        place=who.place,
        fund=who.fund,
        bodies={demand.kind: body},
        lines={demand.kind: tuple(body.lines)},
        grounds=who.grounds,
        statements=who.statements,
        references={demand.kind: demand.reference},
        today=desk.today,
    )
    (written,) = requests.write(answers)
    return written


def _reminder(desk: _Desk, case: records.Case, letter: str) -> Request:
    (read,) = _read(desk, [case], letter)
    option = Option(f"reminder-{case.demand.kind}", letter, (read,))
    return _written(desk, option, [read], to=read.body, demand=case.demand)


def _complaint(desk: _Desk, case: records.Case, letter: str) -> Request:
    """It names all that are late, or all that refused, and mentions the others as running."""
    read = _read(desk, [case for case in desk.cases if histories.there(case)], letter)
    (option,) = [option for option in resuming.options(read) if option.letter == letter]
    to = case.demand.addressee or authority.record()
    return _written(desk, option, read, to=to, demand=case.demand)


def _read(desk: _Desk, cases: Sequence[records.Case], letter: str) -> list[resuming.Case]:
    """As the letters need them; a request that left on an unknown day cannot be told of."""
    found = [histories.read(desk.dossier, case, desk.key) for case in cases]
    if None in found:
        said = _("dites d’abord quel jour la demande est partie.")
        raise LetterError(letter, FactsError(f"earlier[{found.index(None)}].sent_on", said))
    return [case for case in found if case]


def _written(
    desk: _Desk, option: Option, read: list[resuming.Case], *, to: Addressee, demand: Demand
) -> Request:
    who, answers = desk.identity, desk.answers if option.is_complaint else None
    return resuming.write(
        Draft(
            option=option,
            cases=tuple(read),
            addressee=to,
            lines=tuple(to.lines),
            citizen=who.citizen,
            represents=who.represents,
            place=who.place,
            fund=who.fund,
            reference=demand.reference,
            court_seized=answers.court_seized if answers else None,
            disclose_identity=answers.disclose_identity if answers else None,
            complained_on=complained_on(desk.cases) if option.is_complaint else None,
            today=desk.today,
        )
    )


def complained_on(cases: Sequence[records.Case]) -> date | None:
    """When the dossier's first complaint left: a second one says that it completes it (rule 6)."""
    filed = [case.standing.filed_on for case in cases if case.demand.track != Track.REPORT]
    posted = [
        case.standing.sending.sent_on
        for case in cases
        if case.demand.track == Track.COMPLAINT and case.standing.state is not State.UNDELIVERED
    ]
    return min((on for on in (*filed, *posted) if on), default=None)
