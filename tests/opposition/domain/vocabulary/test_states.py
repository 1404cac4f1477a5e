"""The named groups of states."""

import pytest

from opposition.domain.vocabulary import (
    DISPUTABLE,
    OPEN,
    UNSENT,
    WAITING,
    Outcome,
    State,
    Track,
)


def test_every_state_but_closed_is_open():
    assert frozenset(State) == OPEN | {State.CLOSED}
    assert State.CLOSED not in OPEN


def test_the_groups_of_open_states_do_not_overlap():
    groups = [UNSENT, WAITING, DISPUTABLE]

    assert sum(map(len, groups)) == len(frozenset().union(*groups))


@pytest.mark.parametrize("state", State)
def test_every_state_says_what_it_means(state):
    assert state.meaning.endswith(".")


def test_the_words_of_the_design_are_all_there():
    assert " ".join(State) == (
        "draft ready sent undelivered received suspended answered contested filed closed"
    )
    assert " ".join(Outcome) == "accepted partial refused silence withdrawn"


def test_late_is_a_date_and_no_state():
    computed = {"late", "extended", "reminded", "proposed"}

    assert computed.isdisjoint(State)
    assert computed.isdisjoint(Track)
