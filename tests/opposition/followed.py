"""Followed dossiers in every state, made through what the portal itself does, each on its day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from opposition import records
from opposition.domain.vocabulary import (
    AnswerCode,
    Channel,
    Evidence,
    Kind,
    Outcome,
    Party,
    Scope,
    StepKind,
)
from opposition.dossiers import acts
from opposition.models import Addressee
from opposition.records import Entry
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import LATE, RECEIVED, SENT, act

OPENED = made.MORNING.date()
TEN_DAYS = SENT + timedelta(10)
CNIL = "cnil-plaintes"


@dataclass(frozen=True)
class State:
    """How a dossier comes there, and the day on which its page is looked at."""

    name: str
    make: Callable
    today: date


def fresh(**changed):
    """Opened and confirmed by a person who wrote to their fund and to the hub."""
    load()
    return made.confirmed(**changed)


def load():
    """The small directory, with the CNIL's record in it."""
    if not Addressee.objects.exists():
        made.typed.load()
    Addressee.objects.get_or_create(
        key=CNIL,
        defaults={
            "kind": "cnil",
            "name": "CNIL",
            "letter_name": "CNIL",
            "letter_service": "SERVICE DES PLAINTES",
            "lines": ["3 PLACE DE FONTENOY", "TSA 80715", "75334 PARIS CEDEX 07"],
            "portal": "https://www.cnil.fr/fr/plaintes",
            "seat": "75",
        },
    )


def posted():
    dossier = fresh()
    made.sent(dossier, "fund")
    act(dossier, "hdh", acts.posted, on=SENT, channel=Channel.EMAIL_OWN)
    return dossier


def received():
    dossier = fresh()
    made.received(dossier, "fund")
    made.sent(dossier)
    return dossier


def overdue():
    dossier = fresh()
    made.received(dossier, "fund")
    made.received(dossier)
    return dossier


def silent():
    dossier = overdue()
    act(dossier, "fund", acts.nothing_came, today=LATE)
    return dossier


def both_silent():
    dossier = silent()
    act(dossier, "hdh", acts.nothing_came, today=LATE)
    return dossier


def returned():
    dossier = fresh()
    made.sent(dossier)
    act(dossier, "hdh", acts.returned, today=day("Mon 2026-11-30"), on=day("Mon 2026-11-30"))
    return dossier


def asked_who():
    """The fund asks who the person is, and says its doubt."""
    dossier = received()
    on = day("Thu 2026-12-03")
    act(dossier, "fund", acts.identity_asked, today=on, on=on, doubted=True)
    return dossier


def answered(code=AnswerCode.REGISTERED_SNDS, **told):
    """The fund has answered in time, and sends on to the hub."""
    dossier = overdue()
    on = day("Thu 2026-12-17")
    usual = {"on": on, "code": code, "scopes": frozenset({Scope.FUND}), "redirected": True}
    act(dossier, "fund", acts.answered, today=on, **{**usual, **told})
    return dossier


def refused():
    told = {
        "scopes": frozenset({Scope.HDH, Scope.PROJECTS}),
        "redirected": False,
        "quote": "Nous ne pouvons donner suite à votre demande.",
        "missing": ("complaint",),
    }
    return answered(AnswerCode.REFUSED_PUBLIC_TASK, **told)


def filed(*, online=True):
    """The hub is silent, the CNIL is seized; the fund has answered, and that is enough."""
    dossier = answered()
    act(dossier, "fund", acts.covered, today=day("Fri 2026-12-18"))
    act(dossier, "hdh", acts.nothing_came, today=LATE)
    on = day("Wed 2026-12-30")
    hub = made.cases(dossier, on)["hdh"]
    told = {"cases": [hub], "on": on, "online": online, "number": "25-012345"}
    act(dossier, "cnil-hdh", acts.filed, today=on, **told)
    return dossier


def filed_by_post():
    return filed(online=False)


def granted_late():
    """The hub answers at last, and well, while the CNIL has the complaint."""
    dossier = filed()
    on = day("Mon 2027-01-11")
    told_ = {"on": on, "code": AnswerCode.REGISTERED_SNDS, "scopes": frozenset({Scope.HDH})}
    act(dossier, "hdh", acts.answered, today=on, **told_)
    return dossier


def closed():
    """The CNIL has decided: nothing is left open."""
    dossier = filed()
    on = day("Mon 2027-03-01")
    act(dossier, "cnil-hdh", acts.cnil_outcome, today=on, on=on, outcome=Outcome.ACCEPTED)
    return dossier


def corrected():
    """A day of receipt that was wrong, and a word said by mistake."""
    dossier = received()
    case = made.cases(dossier)["fund"]
    line = next(one for one in case.lines if one.event.kind is Kind.RECEIVED)
    told = {"line_ordinal": line.event.ordinal, "on": day("Fri 2026-11-27")}
    act(dossier, "fund", acts.corrected, today=day("Mon 2026-11-30"), **told)
    return dossier


def declared():
    """A receipt that is only the person's word, and how they know."""
    dossier = fresh()
    made.sent(dossier)
    told = {"on": RECEIVED, "evidence": Evidence.DECLARED, "how": "on me l’a dit au guichet"}
    act(dossier, "hdh", acts.received, today=RECEIVED, **told)
    return dossier


def warned():
    """Nothing for a year: the portal asked, then said that the follow-up will end."""
    dossier = fresh()
    for on, step in (("Mon 2026-11-30", "ask_posted"), ("Tue 2027-11-23", "warn_closing")):
        lines = [
            (demand, Entry(Kind.NOTIFIED, day(on), Party.PORTAL, {"step": StepKind(step)}))
            for demand in made.demands(dossier)
        ]
        records.record_all(lines, today=day(on))
    return dossier


STATES = [
    State("fresh", fresh, OPENED),
    State("posted", posted, day("Wed 2026-11-25")),
    State("unproved", posted, TEN_DAYS),
    State("returned", returned, day("Tue 2026-12-01")),
    State("received", received, day("Mon 2026-11-30")),
    State("asked who", asked_who, day("Fri 2026-12-04")),
    State("overdue", overdue, LATE),
    State("silent", silent, LATE),
    State("both silent", both_silent, day("Mon 2027-01-04")),
    State("answered", answered, day("Fri 2026-12-18")),
    State("refused", refused, day("Fri 2026-12-18")),
    State("filed", filed, day("Mon 2027-01-04")),
    State("filed by post", filed_by_post, day("Mon 2027-01-11")),
    State("granted late", granted_late, day("Tue 2027-01-12")),
    State("closed", closed, day("Tue 2027-03-02")),
    State("corrected", corrected, day("Mon 2026-11-30")),
    State("declared", declared, day("Mon 2026-11-30")),
    State("warned", warned, day("Wed 2027-11-24")),
]
BY_NAME = {state.name: state for state in STATES}


def told(name):
    """A dossier in that state, its cases by name on its day, and that day."""
    state = BY_NAME[name]
    dossier = state.make()
    return dossier, made.cases(dossier, state.today), state.today


def case(name, demand="fund"):
    """One demand of a dossier in that state, on its day."""
    return told(name)[1][demand]


def plain(text):
    """With plain spaces, and without markup's own."""
    return " ".join(str(text).replace("\u202f", " ").replace("\u00a0", " ").split())
