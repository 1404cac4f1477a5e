"""What a person says of one body: the same lines that a journal would hold, without a journal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from opposition.domain.events import Event, Facts
from opposition.domain.vocabulary import AnswerCode, Evidence, Kind, Party
from opposition.models.addressee import Addressee

# Only the person can say whether these answer what was asked (rule 6).
JUDGED = frozenset(
    {
        AnswerCode.REGISTERED_PARTIAL,
        AnswerCode.NOT_CONTROLLER,
        AnswerCode.NO_DATA,
        AnswerCode.OTHER,
    }
)
# These say nothing of what was asked: the clock goes on (rule 6).
BESIDE = frozenset(
    {
        AnswerCode.ACK,
        AnswerCode.REDIRECT,
        AnswerCode.REFUSED_MAIN_DB,
        AnswerCode.REFUSED_PERMANENT,
    }
)


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What came back. `only` is the person's word that nothing else came since."""

    code: AnswerCode
    on: date
    quote: str = ""
    missing: tuple[str, ...] = ()  # of what RGPD, art. 12(4) asks of a refusal
    contested: bool = False
    only: bool = False


@dataclass(frozen=True, kw_only=True)
class History:
    """One request and what followed; `evidence` is None where nobody knows when it arrived."""

    name: str
    body: Addressee
    sent_on: date
    received_on: date | None = None
    evidence: Evidence | None = None
    how: str = ""  # how a declared date is known
    stated: bool = False  # the body itself says on which day the letter arrived
    extended_on: date | None = None
    reasoned: bool = False  # the extension gives its reasons (RGPD, art. 12(3))
    id_asked: date | None = None
    doubted: bool = False  # the request for identity says its doubt (art. 12(6))
    id_given: date | None = None
    reminders: tuple[date, ...] = ()
    reference: str = ""
    nothing_came: bool = False
    reply: Reply | None = None


def journal(history: History, today: date) -> list[Event]:
    """The lines in the order of telling; the machine puts them in the order of the world."""
    lines = [*_letter(history), *_delays(history), *_word(history, today)]
    return [
        Event(kind, on, ordinal, Party.CITIZEN, facts)
        for ordinal, (kind, on, facts) in enumerate(lines, 1)
    ]


Line = tuple[Kind, date, Facts]


def _letter(history: History) -> Iterator[Line]:
    yield Kind.SENT, history.sent_on, {}
    if history.received_on and history.evidence:
        yield Kind.RECEIVED, history.received_on, {"evidence": history.evidence}


def _delays(history: History) -> Iterator[Line]:
    if history.extended_on:
        yield Kind.EXTENDED, history.extended_on, {"reasoned": history.reasoned}
    if history.id_asked:
        yield Kind.ID_ASKED, history.id_asked, {"reasoned": history.doubted}
        if history.id_given and history.doubted:
            yield Kind.ID_GIVEN, history.id_given, {}
    for on in history.reminders:
        yield Kind.REMINDER_SENT, on, {}


def _word(history: History, today: date) -> Iterator[Line]:
    """What came back, then what only the person can say, today (rule 1)."""
    reply = history.reply
    if reply:
        yield Kind.ANSWERED, reply.on, {"code": reply.code}
        yield from _judgement(reply, today)
    if history.nothing_came or (reply and reply.code in BESIDE and reply.only):
        yield Kind.NOTHING_CAME, today, {}


def _judgement(reply: Reply, today: date) -> Iterator[Line]:
    if reply.code in JUDGED:
        yield (Kind.CONTESTED if reply.contested else Kind.COVERED), today, {}
    elif reply.code is AnswerCode.REGISTERED_SNDS:
        yield Kind.COVERED, today, {}
