"""Lines of a journal: their order, their corrections, their one name, their form in JSON."""

from datetime import date
from itertools import permutations

import pytest

from opposition.domain import events
from opposition.domain.events import Event, read_facts, standing_lines, write_facts
from opposition.domain.vocabulary import (
    ASKED,
    REFUSALS,
    AnswerCode,
    Channel,
    Evidence,
    Kind,
    Outcome,
    Party,
    Scope,
    StepKind,
    Track,
)


def line(ordinal, kind, on=1, by=Party.CITIZEN, **facts):
    return Event(kind, date(2026, 12, on), ordinal, by, facts)


def read(*lines, track=Track.REQUEST):
    return [(each.ordinal, each.kind) for each in standing_lines(lines, track)]


def test_lines_are_read_by_the_day_of_the_world_then_by_number():
    late, first, second = (
        line(3, Kind.SENT, on=1),
        line(1, Kind.PRINTED, on=2),
        line(2, Kind.KEPT, 2),
    )

    for arrival in permutations([late, first, second]):
        assert read(*arrival) == [(3, Kind.SENT), (1, Kind.PRINTED), (2, Kind.KEPT)]


def test_a_correction_strikes_the_line_that_it_names():
    assert read(line(1, Kind.RECEIVED), line(2, Kind.CORRECTED, replaces=1)) == [
        (2, Kind.CORRECTED)
    ]


def test_a_correction_may_be_corrected_and_the_line_counts_again():
    lines = [
        line(1, Kind.RECEIVED),
        line(2, Kind.CORRECTED, replaces=1),
        line(3, Kind.CORRECTED, replaces=2),
    ]

    assert read(*lines) == [(1, Kind.RECEIVED), (3, Kind.CORRECTED)]


@pytest.mark.parametrize("target", [2, 3, 99])
def test_a_correction_of_itself_or_of_a_later_line_strikes_nothing(target):
    lines = [line(1, Kind.SENT), line(2, Kind.CORRECTED, replaces=target), line(3, Kind.RECEIVED)]

    assert len(read(*lines)) == 3


def test_a_correction_that_names_no_line_strikes_nothing():
    assert len(read(line(1, Kind.SENT), line(2, Kind.CORRECTED))) == 2


NAMES = [
    (Kind.ANSWERED, {"code": AnswerCode.ACK}, Kind.ACKNOWLEDGED),
    (Kind.ANSWERED, {"code": AnswerCode.ID_REQUEST}, Kind.ID_ASKED),
    (Kind.ANSWERED, {"code": AnswerCode.EXTENSION}, Kind.EXTENDED),
    (Kind.ANSWERED, {"code": AnswerCode.REDIRECT}, Kind.REDIRECTED),
    (Kind.ANSWERED, {"code": AnswerCode.REGISTERED_SNDS}, Kind.ANSWERED),
    (Kind.ANSWERED, {}, Kind.ANSWERED),
    (Kind.ANSWERED, {"code": AnswerCode.REFUSED_MAIN_DB}, Kind.LIMITED),
    (Kind.ANSWERED, {"code": AnswerCode.REFUSED_PERMANENT}, Kind.LIMITED),
    (
        Kind.ANSWERED,
        {"code": AnswerCode.REFUSED_MAIN_DB, "scopes": frozenset({Scope.RESERVED, Scope.PROJECTS})},
        Kind.ANSWERED,
    ),
    (
        Kind.ANSWERED,
        {"code": AnswerCode.REFUSED_PUBLIC_TASK, "scopes": frozenset({Scope.RESERVED})},
        Kind.LIMITED,
    ),
    (
        Kind.ANSWERED,
        {"code": AnswerCode.OTHER, "scopes": frozenset({Scope.RESERVED})},
        Kind.LIMITED,
    ),
    (Kind.SENT, {"code": AnswerCode.REFUSED_MAIN_DB}, Kind.SENT),
    (Kind.ID_ASKED, {"reasoned": False}, Kind.ACKNOWLEDGED),
    (Kind.ID_ASKED, {}, Kind.ID_ASKED),
    (Kind.EXTENDED, {"reasoned": False}, Kind.ACKNOWLEDGED),
    (Kind.ANSWERED, {"code": AnswerCode.EXTENSION, "reasoned": False}, Kind.ACKNOWLEDGED),
    (Kind.CNIL_REGISTERED, {}, Kind.FILED),
    (Kind.CNIL_NEWS, {}, Kind.FILED),
    (Kind.CNIL_OUTCOME, {}, Kind.CNIL_OUTCOME),
]


@pytest.mark.parametrize(("kind", "facts", "name"), NAMES)
def test_each_notion_has_one_name_whatever_the_line_is_called(kind, facts, name):
    assert read(line(1, kind, **facts)) == [(1, name)]


@pytest.mark.parametrize("kind", [Kind.ACKNOWLEDGED, Kind.ANSWERED, Kind.ID_ASKED, Kind.EXTENDED])
def test_a_letter_of_the_cnil_that_nobody_read_only_shows_that_it_has_the_complaint(kind):
    assert read(line(1, kind), track=Track.COMPLAINT) == [(1, Kind.CNIL_REGISTERED)]


def test_a_reopening_undoes_every_closing_recorded_before_it_and_none_after():
    lines = [line(1, Kind.CLOSED), line(2, Kind.WITHDRAWN), line(3, Kind.REOPENED)]

    assert events.reopened([*lines, line(4, Kind.COVERED)]) == {1}


@pytest.mark.parametrize("kind", [Kind.REDIRECTED, Kind.LIMITED])
def test_rule_6_a_line_that_closes_nothing_refuses_nothing_whatever_its_facts(kind):
    odd = line(1, kind, code=AnswerCode.REFUSED_EXCESSIVE, scopes=frozenset({Scope.PROJECTS}))

    refused = events.code_of(odd) in REFUSALS and events.scopes_of(odd) & ASKED

    assert not refused


def test_reopened_twice_both_closings_are_undone():
    lines = [line(1, Kind.CLOSED), line(2, Kind.REOPENED), line(3, Kind.CLOSED)]

    assert events.reopened([*lines, line(4, Kind.REOPENED)]) == {1, 3}
    assert events.reopened(lines) == {1}


FACTS = {
    "channel": Channel.AMELI,
    "of": 3,
    "evidence": Evidence.TRACKING,
    "received_on": date(2026, 11, 23),
    "reply": "b2",
    "reasoned": False,
    "code": AnswerCode.REGISTERED_SNDS,
    "scopes": frozenset({Scope.FUND, Scope.DELIVERED}),
    "step": StepKind.ASK_SILENCE,
    "outcome": Outcome.PARTIAL,
    "replaces": 2,
}


def test_facts_go_to_json_and_back():
    stored = write_facts(FACTS)

    assert stored["scopes"] == ["delivered", "fund"]
    assert stored["received_on"] == "2026-11-23"
    assert read_facts(stored) == FACTS


def test_every_fact_that_the_machine_reads_is_written_and_read():
    assert set(FACTS) == set(events.Facts.__annotations__)


def test_facts_that_the_machine_does_not_read_are_left_to_the_journal():
    assert read_facts({"tracking": "1A", "of": 3}) == {"of": 3}


def test_an_unknown_word_is_refused_at_the_border():
    with pytest.raises(ValueError, match="'hearsay' is not a valid Evidence"):
        read_facts({"evidence": "hearsay"})
