"""State and due date of each demand of a dossier, read straight from the rows: what the caches
are compared with. Nothing of the code that writes them is called here."""

from opposition.domain import machine
from opposition.domain.events import Event as Fact
from opposition.domain.events import read_facts
from opposition.domain.holidays import SEATS
from opposition.domain.plan import Body, plan
from opposition.domain.plan.dates import quiet_until
from opposition.domain.vocabulary import Channel, Evidence, Kind, Party, State, Track
from opposition.models import Event


def caches(dossier, today):
    """By demand: what its row should say."""
    demands = list(dossier.demands.all())
    stood = {demand.id: machine.fold(facts(demand), Track(demand.track)) for demand in demands}
    bodies = {demand.id: body(demand, stood[demand.id]) for demand in demands}
    alone = {demand.id: plan(stood[demand.id], today, body=bodies[demand.id]) for demand in demands}
    alive = [
        quiet_until(stood[key], alone[key].deadline, None)
        if stood[key].state is not State.CLOSED
        else stood[key].quiet_since
        for key in stood
    ]
    context = {"alive_on": max((day for day in alive if day), default=None)}
    found = {}
    for demand in demands:
        about = None
        if demand.about_id:
            about = plan(stood[demand.about_id], today, body=bodies[demand.about_id], **context)
        own = plan(stood[demand.id], today, body=bodies[demand.id], about=about, **context)
        found[demand.id] = (stood[demand.id].state, own.step and own.step.falls_due)
    if dossier.confirmed_at or any(standing.confirmed_on for standing in stood.values()):
        return found
    return {key: (state, None) for key, (state, _) in found.items()}


def facts(demand):
    return [
        Fact(Kind(row.kind), row.happened_at, row.ordinal, Party(row.by), read_facts(row.facts))
        for row in Event.objects.filter(demand=demand)
    ]


def body(demand, standing):
    sending = standing.sending
    shown_by_post = {Evidence.TRACKING, Evidence.SIGNED_RETURN_SLIP}
    return Body(
        seat=demand.seat if demand.seat in SEATS else None,
        answers_by_post=sending.channel == Channel.POST or sending.evidence in shown_by_post,
    )
