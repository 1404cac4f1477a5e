"""Letters whose words no longer change: frozen at the first download, or when it is posted."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from opposition import records, vault
from opposition.correspondence.followed import contents
from opposition.correspondence.requests import Request
from opposition.domain.events import standing_lines
from opposition.domain.vocabulary import Track
from opposition.models.demand import Demand
from opposition.models.dossier import Dossier
from opposition.models.journal import Event
from opposition.models.mail import Letter
from opposition.records import lines

LABEL = "letter.content"


def frozen(demand: Demand, letter: str) -> Letter | None:
    """The newest letter of this key, posted or not."""
    return demand.letters.filter(key=letter).last()


def unposted(demand: Demand, letter: str) -> Letter | None:
    """The newest of this key of which nobody has said that it left: what is handed out."""
    return demand.letters.filter(key=letter).exclude(id__in=posted(demand)).last()


@transaction.atomic
def freeze(
    dossier: Dossier,
    demand: Demand,
    request: Request,
    *,
    at: datetime,
    covers: Iterable[UUID] = (),
) -> Letter:
    """The letter, frozen at the civil moment `at`; `covers`: the requests that a complaint names.

    One that was handed out, or that says the same, is given back as it is: two tabs make one. One
    that nobody has downloaded gives way to what is known now.
    """
    records.lock(dossier.id)
    content = contents.text(request)
    before = unposted(demand, request.letter.key)
    if before and (before.first_pdf or before.digest == contents.digest(content)):
        return before
    if before:
        unfreeze(demand, before.key)
    letter = Letter(
        dossier=dossier,
        demand=demand,
        key=request.letter.key,
        version=request.letter.version,
        dated=date.fromisoformat(request.facts["date"]),
        frozen_at=at,
        covers=[str(one) for one in covers],
        statements=list(request.letter.statements),
        digest=contents.digest(content),
    )
    key = vault.unwrap(dossier.key, dossier.id)
    letter.content = vault.seal(key, content, label=LABEL, owner=letter.id)
    letter.save(force_insert=True)
    return letter


@transaction.atomic
def unfreeze(demand: Demand, letter: str = "") -> None:
    """Deletes the letters (of one key) that no line of the journal notes: they may be made again.

    One whose posting was struck out stays: the journal still names it.
    """
    records.lock(demand.dossier_id)  # nobody may say meanwhile that one of them left
    found = demand.letters.filter(key=letter) if letter else demand.letters.all()
    found.exclude(id__in=_noted(demand)).delete()


def thaw(letter: Letter) -> Request:
    """The letter as it was frozen, whatever has become of the texts, the directory, the dossier."""
    dossier = letter.dossier
    key = vault.unwrap(dossier.key, dossier.id)
    return contents.request(vault.unseal(key, letter.content, label=LABEL, owner=letter.id))


def posted(demand: Demand) -> dict[UUID, date]:
    """The letters that left, with the day, as the lines that still count say it."""
    read = {row.ordinal: lines.read(row) for row in _noting(demand)}
    counting = standing_lines((line.event for line in read.values()), Track(demand.track))
    told = {event.ordinal: event.happened_at for event in counting}
    return {UUID(read[n].noted["letter"]): on for n, on in told.items() if read[n].noted}


def _noting(demand: Demand) -> list[Event]:
    return list(Event.objects.filter(demand=demand))


def _noted(demand: Demand) -> set[UUID]:
    return {UUID(row.facts["letter"]) for row in _noting(demand) if "letter" in row.facts}
