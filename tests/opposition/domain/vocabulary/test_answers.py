"""Rule 6: answers are per scope; what the law reserves is not what was asked."""

import pytest

from opposition.domain.vocabulary import (
    ASKED,
    CORE,
    EVENT_OF,
    GRANTS,
    REFUSALS,
    AnswerCode,
    Scope,
    usual_scopes,
)


def test_the_codes_are_those_of_the_classifier():
    assert " ".join(AnswerCode) == (
        "ACK REGISTERED_SNDS REGISTERED_PARTIAL REDIRECT ID_REQUEST EXTENSION REFUSED_MAIN_DB "
        "REFUSED_PERMANENT REFUSED_PUBLIC_TASK REFUSED_UNIDENTIFIABLE REFUSED_EXCESSIVE "
        "NOT_CONTROLLER NO_DATA OTHER"
    )


@pytest.mark.parametrize("code", [AnswerCode.REFUSED_MAIN_DB, AnswerCode.REFUSED_PERMANENT])
def test_rule_6_a_refusal_of_what_the_law_reserves_bears_on_nothing_asked(code):
    assert usual_scopes(code) & ASKED == frozenset()


@pytest.mark.parametrize(
    "code",
    [
        AnswerCode.REFUSED_PUBLIC_TASK,
        AnswerCode.REFUSED_UNIDENTIFIABLE,
        AnswerCode.REFUSED_EXCESSIVE,
        AnswerCode.NOT_CONTROLLER,
    ],
)
def test_a_refusal_that_says_no_more_bears_on_everything_asked(code):
    assert usual_scopes(code) == ASKED


def test_a_fund_that_registers_registers_at_the_fund_and_a_redirect_leaves_the_hub():
    assert usual_scopes(AnswerCode.REGISTERED_SNDS) == {Scope.FUND}
    assert usual_scopes(AnswerCode.REDIRECT) == {Scope.HDH}


def test_the_core_of_the_right_is_asked_and_delivered_data_are_not_its_core():
    assert CORE < ASKED
    assert {Scope.DELIVERED} == ASKED - CORE


def test_no_class_is_at_once_a_grant_a_refusal_or_a_step_of_procedure():
    groups = [GRANTS, REFUSALS, frozenset(EVENT_OF)]

    assert sum(map(len, groups)) == len(frozenset().union(*groups))
