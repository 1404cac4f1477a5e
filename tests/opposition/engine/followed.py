"""Followed dossiers as the engine meets them: opened and confirmed on Thu 2026-11-19 at 17:00."""

from datetime import datetime
from itertools import count
from uuid import uuid4

from opposition import records, vault
from opposition.clock import PARIS
from opposition.domain.vocabulary import Evidence, Kind, Party, Track
from opposition.models import Demand, Dispatch, Dossier, Event
from opposition.records import Entry
from tests.opposition.domain.journal import day, said_by

NUMBERS = count(1)
EMAIL = "zoe.daubigne@courriel.example"
SLIP = Evidence.SIGNED_RETURN_SLIP
OPENED = "Thu 2026-11-19 17:00"


def at(text):
    """« Thu 2026-11-26 06:00 », in Paris; a weekday that is not that day's is a slip."""
    on, hour = text.rsplit(" ", 1)
    return datetime.fromisoformat(f"{day(on).isoformat()}T{hour}").replace(tzinfo=PARIS)


def dossier(*, email=EMAIL, confirmed=True, opened=OPENED):
    """A dossier without a demand yet."""
    owner = uuid4()
    wrapped = vault.new_key(owner)
    key = vault.unwrap(wrapped, owner)
    reached = {
        "email": vault.seal(key, email, label="dossier.email", owner=owner),
        "email_index": vault.blind("email", email),
    }
    return Dossier.objects.create(
        id=owner,
        key=wrapped,
        identity=vault.seal(key, "{}", label="dossier.identity", owner=owner),
        person_index=vault.blind("person", str(owner)),
        submission=uuid4(),
        consent_version="1",
        opened_at=at(opened),
        confirmed_at=at(opened) if confirmed else None,
        **(reached if email else {}),
    )


def demand(of, kind="fund", about=None, on="Thu 2026-11-19"):
    """A request, or the complaint about one: prepared, and confirmed as its dossier is."""
    made = Demand.objects.create(
        dossier=of,
        reference=f"{next(NUMBERS):04}-TEST",
        track=Track.COMPLAINT if about else Track.REQUEST,
        kind="cnil" if about else kind,
        seat="75",
        about=about,
    )
    kinds = [Kind.PREPARED, *([Kind.CONFIRMED] if of.confirmed_at else [])]
    for one in kinds:
        note(made, on, one)
    return made


def note(to, on, kind, *, by=None, **facts):
    """One line more, in the journal of this demand."""
    entry = Entry(kind, day(on), by or said_by(kind), facts)
    records.record(to, entry, today=day(on))


def request(email=EMAIL, kind="fund"):
    """A confirmed dossier with one request, ready to be posted: asked for on Thu 2026-11-26."""
    return demand(dossier(email=email), kind)


def received(email=EMAIL, kind="fund"):
    """Posted on a Friday, received on the Monday: due on Wed 2026-12-23, asked on the 24th."""
    made = request(email, kind)
    note(made, "Fri 2026-11-20", Kind.SENT, channel="ameli")
    note(made, "Mon 2026-11-23", Kind.RECEIVED, evidence=SLIP)
    return made


def queued(of, occasion="confirm", content=None, now=OPENED):
    """A row of the outbox, due since then."""
    return records.outbox.queue(of, occasion, cause=f"test:{uuid4()}", content=content, now=at(now))


def steps(of):
    """What the portal has done in this demand, by its journal: « 2026-11-26 ask_posted »."""
    rows = Event.objects.filter(demand=of, by=Party.PORTAL).order_by("ordinal")
    return [f"{row.happened_at} {row.facts.get('step', row.kind)}" for row in rows]


def causes(of):
    """Why something was queued for this dossier, its own id left out."""
    rows = Dispatch.objects.filter(dossier=of).order_by("not_before")
    return [row.cause.replace(str(of.id), "…") for row in rows]


def lines(of):
    """How many lines the journal of this demand holds."""
    return Event.objects.filter(demand=of).count()
