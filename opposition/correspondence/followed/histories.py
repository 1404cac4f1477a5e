"""A journal, told as the letters' own machinery reads a case: with its real standing and plan."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from letters.history import NOTICE_DEFECTS
from letters.needs import CONTESTABLE
from opposition import records
from opposition.correspondence.followed.bodies import body_of
from opposition.correspondence.resuming import Case, History, Reply
from opposition.domain.events import Event, code_of, standing_lines
from opposition.domain.standing import Answer, Standing
from opposition.domain.vocabulary import (
    EVENT_OF,
    UNSENT,
    AnswerCode,
    Evidence,
    Kind,
    State,
    Track,
)
from opposition.models.dossier import Dossier

# What the law reserves: said of that alone, no refusal; said of what was asked, it is one (rule 6).
_RESERVED = frozenset({AnswerCode.REFUSED_MAIN_DB, AnswerCode.REFUSED_PERMANENT})
REFUSING = _RESERVED | {AnswerCode(code) for code in CONTESTABLE}
# Whatever class such a line bears, the press must not take it for an answer on the merits.
_BESIDE = {
    Kind.ACKNOWLEDGED: AnswerCode.ACK,
    Kind.REDIRECTED: AnswerCode.REDIRECT,
    Kind.LIMITED: AnswerCode.REFUSED_MAIN_DB,
}
# Nothing is pending at a body that got nothing, or whose demand is closed: a complaint does not
# call it « running » (rule 6).
_NOT_THERE = UNSENT | {State.UNDELIVERED, State.CLOSED}


def there(case: records.Case) -> bool:
    """Whether a letter may speak of this demand: an open request that left and was not returned."""
    return case.demand.track == Track.REQUEST and case.standing.state not in _NOT_THERE


def read(dossier: Dossier, case: records.Case, key: bytes) -> Case | None:
    """The case of a request; None where nobody has said on which day it left. `key`: unwrapped."""
    sending = case.standing.sending
    if sending.sent_on is None:
        return None
    lines = standing_lines((line.event for line in case.lines), Track.REQUEST)
    history = History(
        name=case.demand.kind,
        body=body_of(case.demand, key),
        sent_on=sending.sent_on,
        reminders=_reminders(case),
        reference=case.demand.reference,
        nothing_came=sending.nothing_came_on is not None,
        reply=_reply(dossier, case, lines),
        **_receipt(dossier, case, lines),
        **_delays(case, lines),
    )
    return Case(history, case.standing, case.plan)


def _receipt(dossier: Dossier, case: records.Case, lines: Sequence[Event]) -> dict[str, Any]:
    """How the day of receipt is known: by a line that says so, or because the body wrote."""
    sending = case.standing.sending
    if not sending.proved:
        return {}
    known: dict[str, Any] = {"received_on": sending.received_on}
    for line in reversed(lines):
        same = line.happened_at == sending.received_on
        if line.kind is Kind.RECEIVED and same and _evidence(line) is sending.evidence:
            how = _private(dossier, case, line).get("how", "")
            return known | {"evidence": sending.evidence, "how": how}
    told = [line.facts.get("received_on") for line in lines]
    return known | {"stated": sending.received_on in told}


def _evidence(line: Event) -> Evidence:
    return line.facts.get("evidence", Evidence.ESTIMATED)


def _delays(case: records.Case, lines: Sequence[Event]) -> dict[str, Any]:
    """What moved the due date; or what was told without its reasons, which a letter mentions."""
    sending, found = case.standing.sending, dict[str, Any]()
    unreasoned = _unreasoned(case, lines)
    if sending.extended_on:
        found |= {"extended_on": sending.extended_on, "reasoned": True}
    else:
        found["extended_on"] = unreasoned.get(Kind.EXTENDED)
    if sending.identity:
        last = sending.identity[-1]
        return found | {"id_asked": last.asked, "doubted": True, "id_given": last.given}
    return found | {"id_asked": unreasoned.get(Kind.ID_ASKED)}


def _unreasoned(case: records.Case, lines: Sequence[Event]) -> dict[Kind, date]:
    """The last of each: the machine reads them as mere acknowledgements, under another name."""
    written = {line.event.ordinal: line.event.kind for line in case.lines}
    return {
        EVENT_OF.get(code_of(line), written[line.ordinal]): line.happened_at
        for line in lines
        if line.facts.get("reasoned") is False
    }


def _reminders(case: records.Case) -> tuple[date, ...]:
    """Those that the plan counts: sent once the answer was late."""
    sent, due = sorted(case.standing.sending.reminders.values()), case.plan.deadline
    late = due.overdue_from if due else None
    return tuple(on for on in sent if late is None or on >= late)


def _reply(dossier: Dossier, case: records.Case, lines: Sequence[Event]) -> Reply | None:
    """The answer that the letters argue with, with its sealed words."""
    line = next(_answers(case.standing, lines), None)
    if line is None:
        return None
    said = _private(dossier, case, line)
    return Reply(
        code=_code(line, case.standing),
        on=line.happened_at,
        quote=said.get("quote", ""),
        missing=tuple(word for word in NOTICE_DEFECTS if word in said.get("missing", "")),
        contested=case.standing.contested_on is not None,
    )


def _answers(standing: Standing, lines: Sequence[Event]) -> Iterator[Event]:
    """The best first: one that still stands and refuses, the last on the merits, the last word.

    An answer still stands while it is the latest on some part of what was asked (rule 6).
    """
    newest = list(reversed(lines))
    merits = [line for line in newest if line.kind is Kind.ANSWERED]
    for line in merits:
        stands = Answer(code_of(line), line.happened_at) in standing.answers.values()
        if stands and code_of(line) in REFUSING:
            yield line
    yield from merits
    yield from (line for line in newest if line.kind in {Kind.REDIRECTED, Kind.LIMITED})
    yield from (line for line in newest if _acknowledges(line))


def _acknowledges(line: Event) -> bool:
    """A true acknowledgement, not a delay told without its reasons under that name."""
    return line.kind is Kind.ACKNOWLEDGED and "reasoned" not in line.facts


def _code(line: Event, standing: Standing) -> AnswerCode:
    """Its class as the letters argue with it."""
    if line.kind is not Kind.ANSWERED:
        return _BESIDE[line.kind]
    code = code_of(line)
    if code in _RESERVED:
        return AnswerCode.OTHER
    if code is AnswerCode.REGISTERED_SNDS and standing.missing and standing.judged:
        return AnswerCode.REGISTERED_PARTIAL  # the person says that a part is missing
    return code


def _private(dossier: Dossier, case: records.Case, event: Event) -> dict[str, str]:
    line = next(line for line in case.lines if line.event.ordinal == event.ordinal)
    return records.private(dossier, line)
