"""Histories as a test writes them: the Health Data Hub's, received on a Monday, unless told."""

from opposition.correspondence.resuming import History, Option, Reply, options, read
from opposition.domain.vocabulary import AnswerCode, Evidence
from tests.opposition.domain.journal import day
from tests.opposition.typed import directory

BODIES = directory()
NAMES = {"hdh": "hdh-dpd", "fund": "sure"}
SLIP = Evidence.SIGNED_RETURN_SLIP


def history(name="hdh", **told):
    """Posted on a Friday, received on the Monday: due on Wed 2026-12-23."""
    usual = {
        "sent_on": day("Fri 2026-11-20"),
        "received_on": day("Mon 2026-11-23"),
        "evidence": SLIP,
        "body": BODIES[NAMES[name]],
    }
    return History(name=name, **{**usual, **told})


def silent(name="hdh", **told):
    """The same; since it fell due, the person has said that nothing came."""
    return history(name, nothing_came=True, **told)


def unknown(name="hdh", **told):
    """Nobody knows when it arrived."""
    return history(name, received_on=None, evidence=None, **told)


def replied(code, on="Tue 2026-12-01", **told):
    """An answer of that class."""
    return Reply(code=AnswerCode(code), on=day(on), **told)


def case(told, today):
    """The history on that day, « Mon 2026-12-28 »."""
    return read(told, day(today))


def cases(today, *histories):
    """Several bodies on one day."""
    return [case(told, today) for told in histories]


def option(letter, *found) -> Option:
    """The one option of that letter; the law must open it."""
    (only,) = [one for one in options(found) if one.letter == letter]
    return only
