"""Dossiers as a person makes them: through the form's answers, opened, confirmed, led on."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from opposition import records
from opposition.correspondence import Answers
from opposition.domain.vocabulary import Channel, Evidence
from opposition.dossiers import acts, opening
from opposition.dossiers.opening import Application
from opposition.forms import answering, journey
from opposition.models import Addressee, Demand, Dossier
from tests.opposition import typed
from tests.opposition.domain.journal import day

PARIS = ZoneInfo("Europe/Paris")
MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=PARIS)  # a Monday
SENT, RECEIVED = day("Tue 2026-11-24"), day("Thu 2026-11-26")
DUE, LATE = day("Mon 2026-12-28"), day("Tue 2026-12-29")
NAMES = ("fund", "hdh", "cnil-fund", "cnil-hdh")
ADDRESS = "Zoe.Nguyen+sante@exemple.fr"
SLIP = Evidence.SIGNED_RETURN_SLIP


def at(text: str, hour: int = 9) -> datetime:
    """« Tue 2026-11-24 », at nine."""
    return datetime.combine(day(text), MORNING.time(), PARIS).replace(hour=hour)


def later(**told) -> datetime:
    """So long after the dossier was opened."""
    return MORNING + timedelta(**told)


def answers(**typed_in) -> Answers:
    """What the form gives; the small directory is loaded where it is not."""
    if not Addressee.objects.filter(key="sure").exists():
        typed.load()
    way = journey.resolve(typed.query(typed.letters(**typed_in)), typed.TODAY)
    return answering.answers(way)


def application(*, email="", told=None, **changed) -> Application:
    """One person's wish to be followed: by mail where an address is given."""
    wish = Application(
        answers=told or answers(),
        who="self",
        email=email,
        by_mail=bool(email),
        submission=uuid4(),
        consent="2026-11",
    )
    return replace(wish, **changed)


def opened(*, email="", **changed) -> Dossier:
    """Opened, and not confirmed."""
    return opening.open(application(email=email, **changed), at=MORNING).dossier


def confirmed(*, email="", **changed) -> Dossier:
    """Opened and confirmed on the same morning."""
    dossier = opened(email=email, **changed)
    opening.confirm(dossier, at=MORNING)
    return dossier


def cases(dossier, today=SENT) -> dict[str, records.Case]:
    """By name: « fund », « hdh », and the complaints about them, « cnil-fund », « cnil-hdh »."""
    found = {_name(case): case for case in records.cases(dossier, today)}
    return {name: found[name] for name in NAMES if name in found}


def _name(case) -> str:
    return f"{case.demand.kind}-{case.about.demand.kind}" if case.about else case.demand.kind


def act(dossier, name, said, *, today=SENT, seen=None, **told) -> records.Case:
    """An act on the demand of that name, told with a fresh page; the case after it."""
    case = cases(dossier, today)[name]
    said(case, today=today, seen=case.last if seen is None else seen, **told)
    return cases(dossier, today)[name]


def sent(dossier, name="hdh") -> records.Case:
    """The request left by post on a Tuesday."""
    return act(dossier, name, acts.posted, on=SENT, channel=Channel.POST)


def received(dossier, name="hdh") -> records.Case:
    """And was received on the Thursday, by a signed slip: due on 28 December."""
    sent(dossier, name)
    return act(dossier, name, acts.received, today=RECEIVED, on=RECEIVED, evidence=SLIP)


def silent(dossier, name="hdh") -> records.Case:
    """And on the day after, the person says that nothing came."""
    received(dossier, name)
    return act(dossier, name, acts.nothing_came, today=LATE)


def lines(case, *, last=0) -> list[tuple]:
    """Kind, day and facts of the lines of a journal, or of its last ones."""
    told = [(line.event.kind, line.event.happened_at, line.event.facts) for line in case.lines]
    return told[-last:] if last else told


def words(dossier, case) -> list[dict[str, str]]:
    """The sealed parts of the journal that hold something."""
    told = (records.private(dossier, line) for line in case.lines)
    return [said for said in told if said]


def demands(dossier) -> list[Demand]:
    """In the order of the names."""
    return [case.demand for case in cases(dossier).values()]
