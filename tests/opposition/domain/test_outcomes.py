"""How a demand ended: said by the person or by the body, never guessed (rule 17)."""

import pytest

from opposition.domain import outcomes
from opposition.domain.vocabulary import (
    AnswerCode,
    Evidence,
    Kind,
    Outcome,
    Party,
    Scope,
    Track,
)
from tests.opposition.domain.journal import Journal, received

ON, LATER, END = "Mon 2026-12-14", "Tue 2026-12-15", "Wed 2026-12-16"
REDIRECT = (Kind.REDIRECTED, {})


def answer(code, *scopes):
    return Kind.ANSWERED, {"code": code} | ({"scopes": frozenset(scopes)} if scopes else {})


REGISTERED = answer(AnswerCode.REGISTERED_SNDS)
REFUSED = answer(AnswerCode.REFUSED_PUBLIC_TASK)
PARTLY = answer(AnswerCode.REGISTERED_PARTIAL)
ROWS = [
    # what came, what the person said, how it ended
    ([REGISTERED], Kind.COVERED, Outcome.ACCEPTED),
    ([REGISTERED, REDIRECT], Kind.COVERED, Outcome.PARTIAL),  # the seed's answer, rule 6
    ([REGISTERED, answer(AnswerCode.REFUSED_MAIN_DB)], Kind.COVERED, Outcome.ACCEPTED),
    ([PARTLY], Kind.COVERED, Outcome.PARTIAL),
    ([answer(AnswerCode.OTHER)], Kind.COVERED, Outcome.ACCEPTED),
    ([answer(AnswerCode.NO_DATA)], Kind.COVERED, None),
    ([REFUSED], Kind.COVERED, Outcome.REFUSED),
    ([REFUSED], None, Outcome.REFUSED),
    ([answer(AnswerCode.NOT_CONTROLLER)], None, Outcome.REFUSED),
    ([REFUSED, REGISTERED], Kind.INCOMPLETE, Outcome.PARTIAL),
    ([REGISTERED], None, None),  # nobody said that it covers what was asked
    ([REGISTERED], Kind.INCOMPLETE, Outcome.PARTIAL),
    ([REDIRECT], None, None),
    ([], None, None),
    ([], Kind.NOTHING_CAME, Outcome.SILENCE),
    ([REDIRECT], Kind.NOTHING_CAME, Outcome.SILENCE),
]


@pytest.mark.parametrize(("answers", "word", "outcome"), ROWS)
def test_rule_17_an_outcome_is_stated_or_unknown(answers, word, outcome):
    journal = received(Evidence.TRACKING)
    for kind, facts in answers:
        journal.add(ON, kind, **facts)
    if word:
        journal.add(LATER, word)
    journal.add(END, Kind.CLOSED, by=Party.PORTAL)

    assert outcomes.of(journal.standing()) is outcome


def test_an_open_demand_has_no_outcome():
    assert outcomes.of(received(Evidence.TRACKING).add(ON, *REFUSED[:1]).standing()) is None


def test_rule_11_a_withdrawal_is_the_outcome_whatever_was_answered():
    journal = received(Evidence.TRACKING).add(ON, Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS)

    assert outcomes.of(journal.add(LATER, Kind.WITHDRAWN).standing()) is Outcome.WITHDRAWN


@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.REFUSED, None])
def test_a_complaint_ends_as_the_cnil_decided(outcome):
    facts = {"outcome": outcome} if outcome else {}
    journal = Journal(Track.COMPLAINT).add(ON, Kind.FILED).add(END, Kind.CNIL_OUTCOME, **facts)

    assert outcomes.of(journal.standing()) is outcome


def test_what_is_answered_later_on_a_scope_replaces_what_was_answered_before():
    journal = received(Evidence.TRACKING)
    journal.add(ON, Kind.ANSWERED, code=AnswerCode.REFUSED_PUBLIC_TASK)
    journal.add(LATER, Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS, scopes=frozenset(Scope))

    assert outcomes.of(journal.add(END, Kind.COVERED).standing()) is Outcome.ACCEPTED
