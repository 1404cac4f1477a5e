"""A fault is logged by id, class and place; its own words, which may name somebody, are not."""

from uuid import UUID

from opposition.engine import faults

ROW = UUID("00000000-0000-4000-8000-000000000001")


def broken(name):
    raise ValueError(f"no such person: {name}")


def test_the_words_of_an_error_reach_no_log(caplog):
    try:
        broken("Zoé D’Aubigné")
    except ValueError as error:
        faults.report("dossier", ROW, error)
    (line,) = caplog.records
    number = broken.__code__.co_firstlineno + 1
    assert line.getMessage() == f"dossier {ROW}: ValueError at broken:{number}"
    assert (line.levelname, line.name, line.exc_info) == ("ERROR", "opposition.engine.faults", None)


def test_an_error_that_was_never_raised_has_no_place(caplog):
    faults.report("dispatch", ROW, KeyError("zoe@courriel.example"))
    assert caplog.messages == [f"dispatch {ROW}: KeyError at -"]
