"""A dossier begins: opened once however often it is asked for, then confirmed by the person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from opposition import records, vault
from opposition.correspondence import Answers, dates, followed, references
from opposition.correspondence.resuming import authority
from opposition.domain.vocabulary import Kind, Party, Track
from opposition.dossiers import limits, links, mailboxes
from opposition.dossiers.acts import adopted as adopt
from opposition.dossiers.mailboxes import EMAIL
from opposition.models import Addressee, Demand, Dossier
from opposition.models import addressee as directory
from opposition.models.dossier import Purpose
from opposition.models.mail import Occasion
from opposition.records import Entry

__all__ = ["EMAIL", "Application", "Opened", "adopt", "confirm", "open"]


@dataclass(frozen=True, kw_only=True)
class Application:
    """What a person sends to be followed; `submission` was drawn with the page (one dossier)."""

    answers: Answers
    email: str
    by_mail: bool
    submission: UUID
    consent: str  # the version of the words that were agreed to
    who: str = ""


@dataclass(frozen=True)
class Opened:
    """The dossier; `fresh` is False where the same page was sent before."""

    dossier: Dossier
    fresh: bool


def open(application: Application, *, at: datetime) -> Opened:  # noqa: A001 - opening.open
    """Opens the dossier of this submission, or gives the one that it opened. `at` is civil.

    Its requests are prepared, and a complaint about each is held. By mail, the confirmation is in
    the outbox, unless that mailbox was written to too often: nothing else then differs.
    """
    if application.by_mail and not application.email:
        raise ValueError("followed by mail, without an address")
    with transaction.atomic():
        dossier, fresh = Dossier.objects.get_or_create(
            submission=application.submission, defaults=_sealed(application, at)
        )
        if fresh:
            _prepare(dossier, application.answers, at)
            _ask(dossier, at)
    return Opened(dossier, fresh)


def confirm(dossier: Dossier, *, at: datetime) -> None:
    """The person confirms, once; the confirming links lapse. Dossier.DoesNotExist if erased."""
    with transaction.atomic():
        locked = records.lock(dossier.id)
        if locked.confirmed_at is None:
            Dossier.objects.filter(id=locked.id, confirmed_at=None).update(confirmed_at=at)
            line = Entry(Kind.CONFIRMED, at.date(), Party.CITIZEN)
            records.record_all(((one, line) for one in locked.demands.all()), today=at.date())
            links.spend(locked, Purpose.CONFIRM)
    dossier.refresh_from_db()


def _sealed(application: Application, at: datetime) -> dict[str, Any]:
    owner = uuid4()
    wrapped = vault.new_key(owner)
    key = vault.unwrap(wrapped, owner)
    identity = followed.identity_of(application.answers)
    return {
        "id": owner,
        "key": wrapped,
        "identity": followed.seal_identity(identity, key, owner),
        "person_index": vault.blind("person", *identity.person),
        "consent_version": application.consent,
        "opened_at": at,
        **(mailboxes.seal(application.email, key, owner) if application.by_mail else {}),
    }


def _prepare(dossier: Dossier, answers: Answers, at: datetime) -> None:
    """One request per body, the held complaint about each, and the first line of each journal."""
    demands = []
    for name in answers.bodies:
        request = _request(dossier, answers, name)
        demands += [request, _complaint(dossier, request)]
    line = Entry(Kind.PREPARED, at.date(), Party.CITIZEN)
    records.record_all(((demand, line) for demand in demands), today=at.date())


def _ask(dossier: Dossier, at: datetime) -> None:
    """After the journal is written: whoever opens meanwhile waits, and is counted."""
    if dossier.email_index and limits.may_confirm(bytes(dossier.email_index), at):
        cause = f"confirm:{dossier.id}:1"
        records.outbox.queue(dossier, Occasion.CONFIRM, cause=cause, content=None, now=at)


def _request(dossier: Dossier, answers: Answers, name: str) -> Demand:
    body, key = answers.bodies[name], vault.unwrap(dossier.key, dossier.id)
    demand = Demand(
        dossier=dossier,
        track=Track.REQUEST,
        kind=body.kind,
        addressee=_listed(body),
        seat=dates.seat_of(body) or "",
    )
    demand.body = followed.seal_body(body, answers.lines[name], key, demand.id)
    return _save(demand, answers.references[name])


def _complaint(dossier: Dossier, request: Demand) -> Demand:
    body = authority.record()
    demand = Demand(
        dossier=dossier,
        track=Track.COMPLAINT,
        kind=directory.Kind.CNIL,
        addressee=_listed(body),
        seat=dates.seat_of(body) or "",
        about=request,
    )
    return _save(demand, references.draw())


def _listed(body: Addressee) -> Addressee | None:
    """The directory's record; None for one that the person typed, or that ships unloaded."""
    return None if body._state.adding else body


def _save(demand: Demand, reference: str) -> Demand:
    """Under the reference given where it is free, else under another one."""
    demand.reference = reference
    try:
        with transaction.atomic():
            demand.save(force_insert=True)
    except IntegrityError:
        if not Demand.objects.filter(reference=reference).exists():
            raise
        return _save(demand, references.draw())
    return demand
