"""What the body wrote, as the person reports it (rules 6 and 15)."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NotRequired, TypedDict, Unpack

from django.utils.translation import gettext as _

from opposition.domain import explanations, french
from opposition.domain.events import Facts
from opposition.domain.vocabulary import EVENT_OF, AnswerCode, Kind, Party, Scope
from opposition.dossiers.acts import desks, faults
from opposition.dossiers.acts.faults import ActError
from opposition.records import Case, Entry


class Answer(TypedDict):
    """An answer: its class, what it bears on, and its words, which are sealed."""

    on: date
    code: AnswerCode
    scopes: NotRequired[frozenset[Scope]]  # nothing: what its class usually bears on
    quote: NotRequired[str]
    missing: NotRequired[tuple[str, ...]]  # of what RGPD, art. 12(4) asks of a refusal
    redirected: NotRequired[bool]  # the same writing also sends the person to another body


def answered(case: Case, *, today: date, seen: int, **told: Unpack[Answer]) -> None:
    """The body answered. « Registered, and for the rest see them » is two lines (rule 6)."""
    entries = [_answer(told)]
    if told.get("redirected") and told["code"] is not AnswerCode.REDIRECT:
        entries.append(Entry(Kind.REDIRECTED, told["on"], Party.CITIZEN))
    _write(case, today, seen, entries)


def identity_asked(case: Case, *, today: date, seen: int, on: date, doubted: bool) -> None:
    """They ask who the person is; only a request that says its doubt counts (GDPR 12(6))."""
    entry = Entry(Kind.ID_ASKED, on, Party.CITIZEN, {"reasoned": doubted})
    _write(case, today, seen, [entry])


def extended(case: Case, *, today: date, seen: int, on: date, reasoned: bool) -> None:
    """They need two more months; only a notice with its reasons counts (GDPR 12(3))."""
    entry = Entry(Kind.EXTENDED, on, Party.CITIZEN, {"reasoned": reasoned})
    _write(case, today, seen, [entry])


def redirected(case: Case, *, today: date, seen: int, on: date) -> None:
    """They say that another body must answer; they stay bound (GDPR 26(3))."""
    _write(case, today, seen, [Entry(Kind.REDIRECTED, on, Party.CITIZEN)])


def identity_given(case: Case, *, today: date, seen: int, on: date) -> None:
    """What was asked about the identity was given: the clock goes on."""
    with desks.opened(case, today, seen) as desk:
        entry = Entry(Kind.ID_GIVEN, on, Party.CITIZEN)
        wrong = chain(faults.of_closed(desk.case), _unasked(desk.case, on))
        desks.write(desk, [(desk.case, entry)], wrong)


def _write(case: Case, today: date, seen: int, entries: list[Entry]) -> None:
    with desks.opened(case, today, seen) as desk:
        on = entries[0].happened_at
        wrong = chain(faults.of_closed(desk.case), faults.of_following(desk.case, on))
        desks.write(desk, [(desk.case, entry) for entry in entries], wrong)


def _answer(told: Answer) -> Entry:
    """Under its one name: an acknowledgement reported as an answer is an acknowledgement."""
    code, scopes = told["code"], told.get("scopes", frozenset())
    kind = EVENT_OF.get(code, Kind.ANSWERED)
    facts = Facts(code=code) if kind is Kind.ANSWERED else Facts()
    if scopes and kind in {Kind.ANSWERED, Kind.REDIRECTED}:
        facts["scopes"] = frozenset(scopes)
    return Entry(kind, told["on"], Party.CITIZEN, facts, private=_words(told))


def _words(told: Answer) -> dict[str, str]:
    words = {"quote": told.get("quote", "").strip(), "missing": " ".join(told.get("missing", ()))}
    return {name: word for name, word in words.items() if word}


def _unasked(case: Case, on: date) -> Iterator[ActError]:
    checks = case.standing.sending.identity
    if not case.standing.identity_awaited:
        yield ActError("on", explanations.given_unasked())
    elif on < checks[-1].asked:
        told = _("elles ne peuvent pas être données avant d’être demandées, le %(day)s.")
        yield ActError("on", told % {"day": french.day(checks[-1].asked)})
