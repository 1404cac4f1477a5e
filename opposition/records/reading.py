"""A dossier read as the machine and the plan understand it: one case per demand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from opposition.domain import holidays, machine
from opposition.domain.plan import Body, Plan, dates, plan
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import Channel, Evidence, Procedure, Track
from opposition.models import Demand, Dossier, Event
from opposition.models.addressee import Kind as Nature
from opposition.records import lines
from opposition.records.lines import Line

_TRACKS = tuple(Track)  # requests first: a complaint looks at the demand that it is about
_NATURES = (Nature.FUND, Nature.CNAM, Nature.HDH, Nature.CNIL)
_BY_POST = frozenset({Evidence.SIGNED_RETURN_SLIP, Evidence.TRACKING})


@dataclass(frozen=True)
class Case:
    """One demand on one day: its journal, what it amounts to, what comes next."""

    demand: Demand
    lines: tuple[Line, ...] = field(repr=False)
    standing: Standing = field(repr=False)
    plan: Plan = field(repr=False)
    about: "Case | None" = field(repr=False)  # the demand that a complaint is about

    @property
    def last(self) -> int:
        """The number of the last line: what a page has seen of this journal."""
        return self.lines[-1].event.ordinal if self.lines else 0

    @property
    def body(self) -> Body:
        """What the dates need to know of the addressee."""
        return body_of(self.demand, self.standing)


def cases(dossier: Dossier, today: date) -> list[Case]:
    """The dossier's cases on that civil day: requests first (fund, then hub), then complaints."""
    demands = Demand.objects.filter(dossier=dossier).select_related("addressee")
    return judged(demands, journals(dossier), today)


def journals(dossier: Dossier) -> list[Event]:
    """All lines of all journals of the dossier, each journal in its own order."""
    return list(Event.objects.filter(demand__dossier=dossier).order_by("demand_id", "ordinal"))


def judged(demands: Iterable[Demand], rows: Iterable[Event], today: date) -> list[Case]:
    """The cases of one dossier: all its demands, all their lines in the order of recording."""
    told: Mapping[UUID, list[Line]] = defaultdict(list)
    for row in rows:
        told[row.demand_id].append(lines.read(row))
    stood = [(demand, _fold(demand, told[demand.id])) for demand in _in_order(demands)]
    alive_on = _alive_on(stood)
    found: dict[UUID | None, Case] = {}
    for demand, standing in stood:
        about = found.get(demand.about_id)
        next_ = plan(
            standing,
            today,
            body=body_of(demand, standing),
            about=about.plan if about else None,
            alive_on=alive_on,
        )
        found[demand.id] = Case(demand, tuple(told[demand.id]), standing, next_, about)
    return list(found.values())


def body_of(demand: Demand, standing: Standing) -> Body:
    """A seat that the calendar does not know is none (rule 15); a body written to by post, or
    whose slip or tracking came by post, may well answer by post (rule 1)."""
    sending = standing.sending
    return Body(
        seat=demand.seat if demand.seat in holidays.SEATS else None,
        answers_by_post=sending.channel is Channel.POST or sending.evidence in _BY_POST,
        procedure=Procedure(demand.procedure),
    )


def _fold(demand: Demand, told: Iterable[Line]) -> Standing:
    return machine.fold((line.event for line in told), Track(demand.track))


def _in_order(demands: Iterable[Demand]) -> list[Demand]:
    """Requests first, each complaint in the order of the request that it is about."""
    known = {demand.id: demand for demand in demands}

    def order(demand: Demand) -> tuple[int, int, str]:
        body = known.get(demand.about_id, demand) if demand.about_id else demand
        nature = _NATURES.index(Nature(body.kind))
        return _TRACKS.index(Track(demand.track)), nature, demand.reference

    return sorted(known.values(), key=order)


def _alive_on(stood: Iterable[tuple[Demand, Standing]]) -> date | None:
    """The last day on which anything happened or ran in the dossier: its demands grow quiet
    together (rule 19). A closed one's clock runs no more; what was said of it still counts."""
    ends = [
        dates.quiet_until(standing, dates.deadline(standing, body_of(demand, standing)), None)
        if standing.open
        else standing.quiet_since
        for demand, standing in stood
    ]
    return max((end for end in ends if end), default=None)
