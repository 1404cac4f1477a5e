"""The page of the states says what the tables say."""

from opposition.domain import diagram, machine
from opposition.domain.vocabulary import Kind, Question, State, StepKind


def test_the_ends_that_are_said_once_are_those_of_every_open_state():
    assert diagram.from_everywhere() == {Kind.WITHDRAWN, Kind.CLOSED}


def test_every_move_of_both_tables_stands_in_the_tables_of_the_page():
    page = diagram.page()
    ends = diagram.from_everywhere()
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| ")]
    told = {
        (state.removeprefix("| "), kind, target.removesuffix(" |"))
        for state, kinds, target in (row for row in rows if len(row) == 3)
        for kind in kinds.split(" · ")
    }
    moves = {
        (state.label, kind.label, target.label)
        for rules in machine.TABLES.values()
        for state, row in rules.items()
        for kind, target in row.items()
        if kind not in ends
    }

    assert moves <= told


def test_every_word_has_its_row():
    page = diagram.page()
    words = [*State, *Kind, *StepKind, *Question]

    assert [word for word in words if f"| `{word}` | {word.label} |" not in page] == []


def test_the_drawing_starts_at_the_draft_and_ends_at_the_close():
    drawing = diagram.page().split("```")[1].splitlines()

    assert drawing[:2] == ["mermaid", "stateDiagram-v2"]
    assert "    [*] --> draft" in drawing
    assert drawing[-1] == "    closed --> [*]"


def test_every_state_of_a_table_is_joined_to_the_others_in_its_drawing():
    for drawing, rules in zip(
        diagram.page().split("```mermaid")[1:],
        (machine.RULES, machine.CNIL_RULES),
        strict=True,
    ):
        arrows = [line.split() for line in drawing.split("```")[0].splitlines() if "-->" in line]
        joined = {words[0] for words in arrows} & {words[2] for words in arrows}

        assert set(rules) <= joined
