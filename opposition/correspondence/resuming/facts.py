"""What the letter says of the requests that went before it, as JSON would hold it."""

from collections.abc import Iterable, Iterator
from typing import Any

from opposition.correspondence.answers import KEYS
from opposition.correspondence.resuming.cases import Case
from opposition.correspondence.resuming.histories import Reply
from opposition.correspondence.resuming.options import Option
from opposition.domain.vocabulary import AnswerCode


def earlier(option: Option, cases: Iterable[Case]) -> list[tuple[str, dict[str, Any]]]:
    """Each request, then each reminder, with the short name of its body.

    A reminder recalls its own request only. A complaint tells how long each body that is late or
    refused had, and mentions the others as running (rule 6); those settled are left out.
    """
    if option.is_complaint:
        told = [case for case in cases if not case.settled]
    else:
        told = list(option.cases)
    requests = [(case.name, _request(case) | _address(option, case)) for case in told]
    return requests + [(case.name, entry) for case in told for entry in _reminders(case)]


def _request(case: Case) -> dict[str, Any]:
    history = case.history
    entry: dict[str, Any] = {
        "key": KEYS[case.name],
        "addressee": case.body.letter_name,
        "sent_on": history.sent_on.isoformat(),
    }
    if case.received_on:
        entry |= {"received_on": case.received_on.isoformat(), "evidence": case.evidence}
    # Without its due date and its answer, the press can but call a request "running".
    return entry | (_due(case) if case.late or case.refused else _registered(case))


def _registered(case: Case) -> dict[str, Any]:
    """An answer that no letter argues with: the press then does not call the request "running"."""
    reply = case.history.reply
    registered = reply and reply.code is AnswerCode.REGISTERED_SNDS
    return {"answer": _answer(reply)} if reply and registered else {}


def _address(option: Option, case: Case) -> dict[str, Any]:
    """The CNIL is told where the body is; the body knows (rule 6)."""
    return {"address": list(case.body.lines)} if option.is_complaint else {}


def _due(case: Case) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if case.deadline and case.deadline.due:
        steps = [step.removesuffix(".") for step in case.why]
        found = {"due_on": case.deadline.due.isoformat(), "due_why": steps}
    reply = case.history.reply
    return found | ({"answer": _answer(reply)} if reply else {})


def _answer(reply: Reply) -> dict[str, Any]:
    return {
        "code": reply.code.value,
        "date": reply.on.isoformat(),
        "quote": reply.quote,
        "missing": list(reply.missing),
    }


def _reminders(case: Case) -> Iterator[dict[str, Any]]:
    for number, on in enumerate(sorted(case.history.reminders), 1):
        yield {
            "key": f"reminder-{min(number, 2)}",  # there is no third text
            "addressee": case.body.letter_name,
            "sent_on": on.isoformat(),
        }
