"""All that happened to a dossier, oldest first, in plain words; what was struck stays, struck."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition import records
from opposition.domain import french
from opposition.domain.vocabulary import BODY_WRITES, Kind
from opposition.dossiers import acts
from opposition.models import Dossier
from opposition.records import Case, Line
from opposition.views.dossier import strikes, told, ways_on, words
from opposition.views.dossier.told import Said

Text = str | Promise
PARIS = ZoneInfo("Europe/Paris")
# About the dossier as a whole: no body is named beside them.
WHOLE = frozenset(
    {Kind.CONFIRMED, Kind.EMAIL_CHANGED, Kind.MUTED, Kind.UNMUTED, Kind.MENDED, Kind.KEPT}
)
# One act, written in several journals: told once, with all the bodies that it touches.
SHARED = WHOLE | {
    *(Kind.PREPARED, Kind.NOTIFIED, Kind.WITHDRAWN, Kind.CLOSED, Kind.REOPENED),
    *(Kind.FILED, Kind.CNIL_OUTCOME),
}

MENDING = {"corriger": _("corriger"), "annuler": _("c’est une erreur")}


@dataclass(frozen=True)
class Moment:
    """One line of the timeline."""

    on: date
    words: str
    beside: tuple[str, ...]
    by: Text
    bodies: tuple[Text, ...]
    noted_on: date | None
    struck: str  # the word that struck it; empty for a line that counts
    still: bool  # kept as a fact: it moved nothing
    mend: str  # where it is corrected; empty where it cannot be
    mending: Text  # the words of that link

    @property
    def day(self) -> str:
        """« jeudi 24 décembre 2026 »."""
        return french.long_date(self.on)

    @property
    def noted(self) -> str:
        """« 26 décembre 2026 », where it was noted later."""
        return french.day(self.noted_on) if self.noted_on else ""


Placed = tuple[tuple[date, datetime, int], object, Moment]


def moments(dossier: Dossier, cases: Sequence[Case]) -> list[Moment]:
    """Every line of every journal, by the day of the fact, then in the order of noting."""
    found: dict[object, Moment] = {}
    placed = (one for case in cases for one in _of(dossier, case))
    for _place, key, moment in sorted(placed, key=lambda one: one[0]):
        found[key] = _joined(found[key], moment) if key in found else moment
    titles = dict.fromkeys(words.called(case).title for case in cases)
    return [
        replace(moment, bodies=tuple(title for title in titles if title in moment.bodies))
        for moment in found.values()
    ]


def _of(dossier: Dossier, case: Case) -> Iterator[Placed]:
    struck, mendable, told_before = strikes.of(case), acts.mendable(case), Counter[object]()
    for line in case.lines:
        event = line.event
        if event.kind is Kind.CORRECTED:
            continue  # told on the line that it strikes
        ways = mendable.get(event.ordinal, ())
        moment = replace(
            _moment(dossier, case, line),
            struck=struck.get(event.ordinal, ""),
            mend=_mend(case, ways, event.ordinal),
            mending=MENDING[ways[0]] if ways else "",
        )
        key = _key(line, moment)
        told_before[key] += 1  # done twice, told twice
        place = (event.happened_at, line.recorded_at, event.ordinal)
        yield place, (key, told_before[key]), moment


def _key(line: Line, moment: Moment) -> object:
    """Lines of one act have the same key in each journal; any other line has its own."""
    event = line.event
    if event.kind not in SHARED:
        return line.id
    return event.kind, event.happened_at, moment.words, moment.struck


def _joined(first: Moment, second: Moment) -> Moment:
    return replace(
        first,
        bodies=(*first.bodies, *second.bodies),
        beside=tuple(dict.fromkeys((*first.beside, *second.beside))),
    )


def _moment(dossier: Dossier, case: Case, line: Line) -> Moment:
    event = line.event
    said = Said(event, case.standing.track, records.private(dossier, line))
    return Moment(
        on=event.happened_at,
        words=told.words(said),
        beside=tuple(told.beside(said)),
        by=told.by(said),
        bodies=() if event.kind in WHOLE else (words.called(case).title,),
        noted_on=_noted_on(line),
        struck="",
        still=event.kind not in BODY_WRITES and event.ordinal in case.standing.unmoved,
        mend="",
        mending="",
    )


def _noted_on(line: Line) -> date | None:
    """The day of noting where it came after the fact. A demonstration's dates run ahead of the
    database's own clock: a day before the fact says nothing."""
    day = line.recorded_at.astimezone(PARIS).date()
    return day if day > line.event.happened_at else None


def _mend(case: Case, ways: tuple[str, ...], ordinal: int) -> str:
    """Where its day is corrected; a word that has no day of its own is only struck."""
    return f"{ways_on.act(case, ways[0])}?ligne={ordinal}" if ways else ""
