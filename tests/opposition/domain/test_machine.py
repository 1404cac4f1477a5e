"""The two tables: complete, and without dead end."""

import pytest

from opposition.domain import machine
from opposition.domain.vocabulary import ABOUT_LINES, OPEN, PURE_FACTS, Kind, State, Track

TABLES = [machine.RULES, machine.CNIL_RULES]
ENDS = {Kind.WITHDRAWN, Kind.CLOSED}


def test_every_state_says_whose_turn_it_is_and_only_the_closed_one_says_nobody():
    assert set(machine.WAITS_ON) == set(State)
    assert [state for state in State if machine.WAITS_ON[state] is None] == [State.CLOSED]


def test_every_track_has_a_table():
    assert set(machine.TABLES) == set(Track)


def test_every_state_is_in_the_table_of_requests():
    assert list(machine.RULES) == list(State)


def test_every_kind_of_line_moves_something_or_is_declared_a_pure_fact():
    moving = {kind for rules in TABLES for moves in rules.values() for kind in moves}

    assert moving | PURE_FACTS | ABOUT_LINES == set(Kind)
    assert moving & (PURE_FACTS | ABOUT_LINES) == set()


@pytest.mark.parametrize("rules", TABLES)
def test_every_state_that_is_reached_has_its_row(rules):
    reached = {target for moves in rules.values() for target in moves.values()}

    assert reached | {State.DRAFT} == set(rules)


def ways_out(rules, state, without):
    """Every state that can be reached from this one, by rules other than `without`."""
    seen, ahead = set(), [state]
    while ahead:
        current = ahead.pop()
        seen.add(current)
        moves = rules[current].items()
        ahead += [to for kind, to in moves if kind not in without and to not in seen]
    return seen


@pytest.mark.parametrize(
    ("rules", "state"), [(rules, state) for rules in TABLES for state in rules]
)
def test_no_path_dead_ends_even_if_nobody_gives_up(rules, state):
    assert State.CLOSED in ways_out(rules, state, without=ENDS)


@pytest.mark.parametrize(
    ("rules", "state"), [(rules, state) for rules in TABLES for state in rules if state in OPEN]
)
def test_rule_11_one_may_stop_from_every_open_state(rules, state):
    assert {kind: rules[state][kind] for kind in ENDS} == dict.fromkeys(ENDS, State.CLOSED)


@pytest.mark.parametrize("rules", TABLES)
def test_nothing_leads_out_of_a_closed_demand(rules):
    assert rules[State.CLOSED] == {}
