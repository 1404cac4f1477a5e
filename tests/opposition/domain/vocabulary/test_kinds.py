"""The groups of kinds of lines."""

import pytest

from opposition.domain.vocabulary import (
    ABOUT_LINES,
    BODY_WRITES,
    CLOSINGS,
    EVENT_OF,
    ONLY_THE_PERSON,
    PURE_FACTS,
    Kind,
)


def test_no_pure_fact_is_about_another_line_or_closes():
    assert PURE_FACTS.isdisjoint(ABOUT_LINES | CLOSINGS | BODY_WRITES)


def test_rules_1_and_6_silence_and_what_an_answer_covers_are_for_the_person_alone():
    assert {
        Kind.NOTHING_CAME,
        Kind.COVERED,
        Kind.INCOMPLETE,
        Kind.CONTESTED,
    } == ONLY_THE_PERSON


def test_a_withdrawal_is_not_undone_by_one_click():
    assert Kind.WITHDRAWN not in CLOSINGS


@pytest.mark.parametrize("kind", EVENT_OF.values())
def test_what_a_reply_amounts_to_is_something_that_the_body_wrote(kind):
    assert kind in BODY_WRITES
