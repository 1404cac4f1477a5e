"""Dated facts: what each letter says on a day, and what it never says."""

from datetime import date

import pytest

from letters import catalogue, statements
from letters.facts import FactsError
from letters.statements import Kind
from tests.letters import cases

SHIPPED = statements.shipped()
KNOWN = {kind: {s.id for s in SHIPPED.values() if s.kind is kind} for kind in Kind}
DAYS = ("2026-11-21", "2027-06-01", "2029-04-01")
FALLEN = {
    "2026-11-21": set(),
    "2027-06-01": {"go-live-announced", "dpf-appeal"},
    "2029-04-01": {"go-live-announced", "dpf-appeal", "ehds-opt-out"},
}


def test_the_time_bound_facts_have_these_last_days():
    last = {s.id: s.valid_until for s in SHIPPED.values() if s.kind is Kind.TIME_BOUND}
    assert last == {
        "go-live-announced": date(2027, 3, 31),
        "dpf-appeal": date(2027, 1, 31),
        "ehds-opt-out": date(2029, 3, 25),
    }


@pytest.mark.parametrize("said", SHIPPED.values(), ids=lambda s: s.id)
def test_a_statement_has_a_source_and_was_read_after_it_happened(said):
    assert said.source
    assert said.date <= said.checked_on


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("key", cases.KEYS)
def test_no_letter_says_what_does_not_hold_on_its_date(key, day):
    facts = cases.on(key, day)
    offered = catalogue.get(key).statements
    letter = cases.letter(key, cases.without({**facts, "statements": []}, "statements"))
    assert list(letter.statements) == [name for name in offered if name not in FALLEN[day]]
    printed = {s.id for s in SHIPPED.values() if french(s.text) in plain(letter.text)}
    assert printed == set(letter.statements)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("key", ["fund-objection", "cnil-report", "open-letter"])
def test_what_is_chosen_is_left_out_too_once_its_date_is_past(key, day):
    chosen = sorted(KNOWN[Kind.PAST] | KNOWN[Kind.TIME_BOUND])
    letter = cases.letter(key, {**cases.on(key, day), "statements": chosen})
    assert set(letter.statements) == set(chosen) - FALLEN[day]


def french(text):
    return " ".join(text.split())


def plain(text):
    """The letter's text with simple spaces."""
    return french(text.replace("\u202f", " ").replace("\u00a0", " "))


def test_a_letter_without_a_place_for_statements_claims_none():
    facts = {**cases.raw("reminder-1"), "statements": ["azure-2019"]}
    assert cases.letter("reminder-1", facts).statements == ()


@pytest.mark.parametrize("key", cases.KEYS)
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("made-up", "est inconnu"),
        *((name, "ne doit pas être affirmé") for name in sorted(KNOWN[Kind.NEVER])),
    ],
)
def test_an_unknown_statement_and_a_false_one_are_refused_by_every_letter(key, name, why):
    with pytest.raises(FactsError) as refusal:
        cases.letter(key, {**cases.raw(key), "statements": ["azure-2019", name]})
    assert str(refusal.value) == f"statements[1] : l’énoncé «\u202f{name}\u202f» {why}."


def test_no_statement_at_all_is_a_choice():
    letter = cases.letter("open-letter", {**cases.raw("open-letter"), "statements": []})
    assert letter.statements == ()
    assert "Ce qui s’est passé" not in letter.text


def test_a_fact_chosen_twice_is_said_once():
    chosen = ("tender-2026", "azure-2019", "tender-2026")
    said = statements.choose(chosen, (), date(2026, 11, 21))
    assert [s.id for s in said] == ["tender-2026", "azure-2019"]


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2026-04-22", False), ("2026-04-23", True), ("2027-03-31", True), ("2027-04-01", False)],
)
def test_a_time_bound_fact_holds_from_its_day_to_its_last(day, holds):
    assert SHIPPED["go-live-announced"].holds(date.fromisoformat(day)) == holds


def test_a_false_fact_holds_on_no_day():
    assert [name for name in KNOWN[Kind.NEVER] if SHIPPED[name].holds(SHIPPED[name].date)] == []


def test_other_statements_than_the_shipped_may_be_given():
    mine = statements.Statement(
        id="mine",
        kind=Kind.PAST,
        text="Vrai.",
        source="moi",
        date=date(2026, 1, 1),
        checked_on=date(2026, 1, 2),
    )
    assert statements.choose(None, ["mine"], date(2026, 1, 1), {"mine": mine}) == [mine]


ROW = """
[[statement]]
id = "x"
kind = "past"
text = "T"
source = "s"
date = 2026-01-01
checked_on = 2026-01-01
"""


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (
            ROW + "valid_until = 2027-01-01\n",
            ValueError,
            "x: valid_until goes with time-bound, and only with it",
        ),
        (
            ROW.replace("past", "time-bound"),
            ValueError,
            "x: valid_until goes with time-bound, and only with it",
        ),
        (ROW + ROW, ValueError, "x: twice"),
        (ROW.replace("past", "often"), ValueError, "'often' is not a valid Kind"),
    ],
)
def test_a_wrong_file_of_statements_is_refused(tmp_path, text, error, message):
    file = tmp_path / "statements.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(error) as refusal:
        statements.read(file)
    assert str(refusal.value) == message


@pytest.mark.parametrize("old", ["source =", "text =", "checked_on ="])
def test_a_statement_without_its_source_text_or_reading_is_refused(tmp_path, old):
    file = tmp_path / "statements.toml"
    file.write_text(ROW.replace(old, "colour ="), encoding="utf-8")
    with pytest.raises(TypeError):
        statements.read(file)
