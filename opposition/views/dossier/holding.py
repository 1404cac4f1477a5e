"""The complaints that have not left: open, or why not yet, and from when at the earliest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as now

from opposition.domain import french
from opposition.domain.plan import Offer
from opposition.domain.vocabulary import UNSENT, State, Track
from opposition.records import Case
from opposition.views.dossier import ways_on, words
from opposition.views.dossier.ways_on import Link

Text = str | Promise


@dataclass(frozen=True)
class Held:
    """A complaint that waits, told by the request that it is about."""

    anchor: str
    bodies: tuple[Text, ...]
    open: bool
    because: str
    lawful_from: str
    url: str
    links: tuple[Link, ...]


def of(cases: Sequence[Case], today: date) -> list[Held]:
    """One for each request still open, those held for the same reason together."""
    found: dict[object, Held] = {}
    for case in sorted(cases, key=lambda one: _place(one, cases)):
        if case.about and _waits(case):
            held = _held(case, case.about, cases, today)
            key = held.url or (held.because, held.lawful_from)
            found[key] = _joined(found[key], held) if key in found else held
    return list(found.values())


def _place(case: Case, cases: Sequence[Case]) -> int:
    """In the order of the requests."""
    return next((i for i, one in enumerate(cases) if one is case.about), len(cases))


def _joined(first: Held, second: Held) -> Held:
    links = first.links or second.links
    return replace(first, bodies=(*first.bodies, *second.bodies), links=links)


def _held(case: Case, about: Case, cases: Sequence[Case], today: date) -> Held:
    offer = about.plan.complaint
    carrier = ways_on.complaint(about, cases) if offer.open else None
    return Held(
        anchor=case.demand.reference,
        bodies=(words.called(about).title,),
        open=carrier is not None,
        because=_because(about, offer),
        lawful_from=french.long_date(offer.lawful_from) if offer.lawful_from else "",
        url=ways_on.letter(carrier, offer.letter) if carrier else "",
        links=tuple(ways_on.answers(case, today)) if carrier is case else (),
    )


def _waits(case: Case) -> bool:
    closed = case.about is not None and case.about.plan.state is State.CLOSED
    return case.standing.track is Track.COMPLAINT and case.plan.state in UNSENT and not closed


def _because(about: Case, offer: Offer) -> str:
    """A complaint about another body may have named this one too."""
    filed = about.standing.filed_on
    if filed:
        return now("Déjà dans la plainte du %(day)s.") % {"day": french.day(filed)}
    return now("Pas encore.") + " " + " ".join(offer.because) if offer.because else ""
