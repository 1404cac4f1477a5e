"""The letter leaves, arrives, or comes back (rule 2)."""

from datetime import date
from itertools import chain
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID

from django.utils.translation import gettext as _

from opposition.domain.events import Facts
from opposition.domain.vocabulary import Channel, Evidence, Kind, Party, Track
from opposition.dossiers.acts import correcting, desks, faults, twins
from opposition.dossiers.acts.desks import Desk
from opposition.dossiers.acts.faults import ActError
from opposition.models import Letter
from opposition.records import Case, Entry


class Posting(TypedDict):
    """A letter that has left; `number` is what the post calls it."""

    on: date
    channel: Channel
    number: NotRequired[str]
    letter: NotRequired[UUID | None]  # the frozen letter; None for words that are not ours


class Adoption(TypedDict):
    """A request that the person wrote without us."""

    on: date
    channel: Channel
    received_on: NotRequired[date | None]
    evidence: NotRequired[Evidence]
    how: NotRequired[str]


class Receipt(TypedDict):
    """A day of receipt and what shows it."""

    on: date
    evidence: Evidence
    how: NotRequired[str]


def posted(case: Case, *, today: date, seen: int, **told: Unpack[Posting]) -> None:
    """The letter has left, or has left again: a new sending starts a new clock."""
    with desks.opened(case, today, seen) as desk:
        letter = frozen(desk, told.get("letter"))
        wrong = chain(
            faults.of_closed(desk.case),
            faults.of_leaving(told["on"], letter),
            faults.of_sending_again(desk.case, told["on"]),
        )
        desks.write(desk, [(desk.case, departure(Kind.SENT, told))], wrong)


def adopted(case: Case, *, today: date, seen: int, **told: Unpack[Adoption]) -> None:
    """« J’ai déjà écrit le … »: an existing request enters with its dates, without our letter."""
    with desks.opened(case, today, seen) as desk:
        sent = Entry(Kind.SENT, told["on"], Party.CITIZEN, {"channel": told["channel"]})
        lines, received_on = [(desk.case, sent)], told.get("received_on")
        wrong = chain(faults.of_closed(desk.case), faults.of_sending_again(desk.case, told["on"]))
        if received_on:
            evidence, how = told.get("evidence", Evidence.ESTIMATED), told.get("how", "")
            lines.append((desk.case, _receipt(received_on, evidence, how)))
            later = faults.of_day(received_on, today, "received_on")
            order = _unsent(told["on"], received_on)
            wrong = chain(wrong, later, order, _unexplained(evidence, how))
        desks.write(desk, lines, wrong)


def returned(case: Case, *, today: date, seen: int, on: date) -> None:
    """The letter came back, or its mail was refused: no clock runs any more."""
    with desks.opened(case, today, seen) as desk:
        line = desk.case.standing.sending.line
        facts = Facts(of=line) if line else Facts()
        entry = Entry(Kind.RETURNED, on, Party.CITIZEN, facts)
        wrong = chain(faults.of_closed(desk.case), faults.of_following(desk.case, on))
        desks.write(desk, [*_unfiled(desk), (desk.case, entry)], wrong)


def received(case: Case, *, today: date, seen: int, **told: Unpack[Receipt]) -> None:
    """The day of receipt, and how it is known; a declared one says it in a word."""
    with desks.opened(case, today, seen) as desk:
        how = told.get("how", "")
        wrong = chain(
            faults.of_closed(desk.case),
            faults.of_following(desk.case, told["on"]),
            _unexplained(told["evidence"], how),
        )
        desks.write(desk, [(desk.case, _receipt(told["on"], told["evidence"], how))], wrong)


def proof_asked(case: Case, *, today: date, seen: int, on: date) -> None:
    """An acknowledgement was asked for (CRPA art. L.112-3)."""
    with desks.opened(case, today, seen) as desk:
        entry = Entry(Kind.PROOF_ASKED, on, Party.CITIZEN)
        wrong = chain(faults.of_closed(desk.case), faults.of_following(desk.case, on))
        desks.write(desk, [(desk.case, entry)], wrong)


def departure(kind: Kind, told: Posting) -> Entry:
    """The line of a letter that has left by a channel."""
    letter, number = told.get("letter"), told.get("number", "").strip()
    return Entry(
        kind,
        told["on"],
        Party.CITIZEN,
        {"channel": told["channel"]},
        noted={"letter": str(letter)} if letter else {},
        private={"number": number} if number else {},
    )


def frozen(desk: Desk, letter: UUID | None) -> Letter | None:
    """The frozen letter that has left; ActError where this demand has none such any more."""
    if letter is None:
        return None
    found = Letter.objects.filter(id=letter, demand=desk.case.demand).first()
    if found is None:
        raise ActError("letter", _("ce courrier a changé depuis : préparez-le à nouveau."))
    return found


def _unfiled(desk: Desk) -> list[tuple[Case, Entry]]:
    """A complaint that came back was not filed: the requests that said so say it no more."""
    if desk.case.demand.track != Track.COMPLAINT:
        return []
    sent = [
        line for line in desk.case.lines if line.event.ordinal == desk.case.standing.sending.line
    ]
    return [
        (one, correcting.strike(filing, desk.today))
        for line in sent
        for one, filing in twins.of(desk, desk.case, line)
    ]


def _receipt(on: date, evidence: Evidence, how: str) -> Entry:
    private = {"how": how.strip()} if how.strip() else {}
    return Entry(Kind.RECEIVED, on, Party.CITIZEN, {"evidence": evidence}, private=private)


def _unsent(sent: date, on: date) -> list[ActError]:
    if on >= sent:
        return []
    return [ActError("received_on", _("cette date est avant celle de l’envoi."))]


def _unexplained(evidence: Evidence, how: str) -> list[ActError]:
    """Rule 2: a declared date says how it is known, and an estimate opens nothing."""
    if evidence is not Evidence.DECLARED:
        return []
    if not how.strip():
        return [ActError("how", _("dites en un mot comment vous le savez."))]
    if "estim" in how.casefold():
        told = _("une date estimée n’ouvre rien : répondez plutôt « date estimée ».")
        return [ActError("how", told)]
    return []
