"""Dossiers as a test makes them: rows and keys, without the form that opens real ones."""

from datetime import UTC, date, datetime
from uuid import uuid4

from opposition import vault
from opposition.correspondence import references
from opposition.domain.vocabulary import Channel, Evidence, Kind, Party, Track
from opposition.models import Demand, Dossier, Event
from opposition.models.addressee import Kind as Nature
from opposition.records import Entry

TODAY = date(2026, 11, 20)  # a Friday
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
LETTER = "00000000-0000-4000-8000-000000000001"


def make(*, confirmed=True, **fields) -> Dossier:
    owner = uuid4()
    plain = {
        "id": owner,
        "key": vault.new_key(owner),
        "identity": b"sealed elsewhere",
        "person_index": b"8 bytes!",
        "submission": uuid4(),
        "consent_version": "1",
        "opened_at": NOW,
        "confirmed_at": NOW if confirmed else None,
    }
    return Dossier.objects.create(**(plain | fields))


def demand(dossier, kind=Nature.FUND, *, about=None, seat="75") -> Demand:
    return Demand.objects.create(
        dossier=dossier,
        reference=references.draw(),
        track=Track.COMPLAINT if about else Track.REQUEST,
        kind=kind,
        about=about,
        seat=seat,
    )


def family(**fields) -> tuple[Dossier, Demand, Demand, Demand]:
    """A dossier, its request to a fund, the one to the hub, and the complaint about the first."""
    dossier = make(**fields)
    fund = demand(dossier)
    return dossier, fund, demand(dossier, Nature.HDH), demand(dossier, Nature.CNIL, about=fund)


def said(kind, on=TODAY, by=Party.CITIZEN, **facts) -> Entry:
    return Entry(kind, on, by, facts)


def posted_and_received() -> list[Entry]:
    """Received on Monday 23 November 2026: due on Wednesday 23 December."""
    return [
        said(Kind.PREPARED),
        said(Kind.CONFIRMED),
        said(Kind.SENT, channel=Channel.POST),
        said(Kind.RECEIVED, date(2026, 11, 23), evidence=Evidence.TRACKING),
    ]


def written(demand) -> list[tuple[int, str]]:
    """Number and kind of the lines of a journal."""
    rows = Event.objects.filter(demand=demand).order_by("ordinal")
    return list(rows.values_list("ordinal", "kind"))


def row(demand, **fields) -> Event:
    """A line that was never written."""
    plain = {"demand": demand, "ordinal": 1, "kind": Kind.PRINTED, "happened_at": TODAY}
    return Event(**(plain | {"by": Party.CITIZEN, "recorded_at": NOW} | fields))
