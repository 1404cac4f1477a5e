"""What `fold` makes of short histories: the state reached, and the facts that stay."""

from datetime import date
from itertools import permutations

import pytest

from opposition.domain import machine
from opposition.domain.events import Event
from opposition.domain.vocabulary import AnswerCode, Evidence, Kind, Party, Scope, State
from tests.opposition.domain.journal import Journal, received

POSTED = [("Thu 2026-11-19", Kind.CONFIRMED, {}), ("Fri 2026-11-20", Kind.SENT, {})]
PROVED = [*POSTED, ("Mon 2026-11-23", Kind.RECEIVED, {"evidence": Evidence.TRACKING})]
REFUSED = ("Mon 2026-12-14", Kind.ANSWERED, {"code": AnswerCode.REFUSED_PUBLIC_TASK})
FILED = ("Mon 2026-12-28", Kind.FILED, {})


def said(kind, on="Tue 2026-12-15", **facts):
    return on, kind, facts


HISTORIES = [
    ("nothing yet", [], State.DRAFT),
    ("confirmed", POSTED[:1], State.READY),
    ("posted", POSTED, State.SENT),
    ("posted, never confirmed", POSTED[1:], State.SENT),
    ("proved", PROVED, State.RECEIVED),
    ("rule 2, an estimate moves nothing", [*POSTED, said(Kind.RECEIVED)], State.SENT),
    ("a slip in hand, posting never noted", [POSTED[0], PROVED[2]], State.RECEIVED),
    ("came back", [*POSTED, said(Kind.RETURNED)], State.UNDELIVERED),
    ("rule 2, a later bounce", [*PROVED, said(Kind.RETURNED)], State.UNDELIVERED),
    ("sent again", [*POSTED, said(Kind.RETURNED), said(Kind.SENT)], State.SENT),
    ("an acknowledgement shows receipt", [*POSTED, said(Kind.ACKNOWLEDGED)], State.RECEIVED),
    ("a bounce after the body wrote", [*PROVED, REFUSED, said(Kind.RETURNED)], State.ANSWERED),
    ("rule 15, identity asked", [*PROVED, said(Kind.ID_ASKED)], State.SUSPENDED),
    (
        "rule 15, asked without saying the doubt",
        [*PROVED, said(Kind.ID_ASKED, reasoned=False)],
        State.RECEIVED,
    ),
    ("identity given", [*PROVED, said(Kind.ID_ASKED), said(Kind.ID_GIVEN)], State.RECEIVED),
    ("an extension", [*PROVED, said(Kind.EXTENDED)], State.RECEIVED),
    ("rule 6, a redirect", [*PROVED, said(Kind.REDIRECTED)], State.RECEIVED),
    (
        "rule 6, a limited refusal",
        [*PROVED, said(Kind.ANSWERED, code=AnswerCode.REFUSED_MAIN_DB)],
        State.RECEIVED,
    ),
    ("refused", [*PROVED, REFUSED], State.ANSWERED),
    ("refused and contested", [*PROVED, REFUSED, said(Kind.CONTESTED)], State.CONTESTED),
    ("rule 6, covered", [*PROVED, REFUSED, said(Kind.COVERED)], State.CLOSED),
    ("rule 6, a part is missing", [*PROVED, REFUSED, said(Kind.INCOMPLETE)], State.RECEIVED),
    ("covered, but nothing was answered", [*PROVED, said(Kind.COVERED)], State.RECEIVED),
    ("filed after silence", [*PROVED, FILED], State.FILED),
    ("filed after refusal", [*PROVED, REFUSED, FILED], State.FILED),
    (
        "a late answer leaves the complaint where it is",
        [*PROVED, FILED, said(Kind.ANSWERED, "Mon 2027-01-11")],
        State.FILED,
    ),
    (
        "a late answer that covers all",
        [*PROVED, FILED, ("Mon 2027-01-11", *REFUSED[1:]), said(Kind.COVERED, "Tue 2027-01-12")],
        State.CLOSED,
    ),
    (
        "the CNIL decided",
        [*PROVED, FILED, said(Kind.CNIL_OUTCOME, "Mon 2027-03-15")],
        State.CLOSED,
    ),
    ("withdrawn", [*PROVED, said(Kind.WITHDRAWN)], State.CLOSED),
    ("closed", [*PROVED, said(Kind.CLOSED)], State.CLOSED),
    (
        "a letter to a closed demand",
        [*PROVED, said(Kind.CLOSED), ("Wed 2026-12-16", *REFUSED[1:])],
        State.CLOSED,
    ),
    (
        "rule 19, one click reopens",
        [*PROVED, said(Kind.CLOSED), said(Kind.REOPENED)],
        State.RECEIVED,
    ),
    (
        "what came while it was closed counts once it is reopened",
        [
            *PROVED,
            said(Kind.CLOSED),
            ("Wed 2026-12-16", *REFUSED[1:]),
            said(Kind.REOPENED, "Thu 2026-12-17"),
        ],
        State.ANSWERED,
    ),
    (
        "rule 11, a withdrawal is not undone by a click",
        [*PROVED, said(Kind.WITHDRAWN), said(Kind.REOPENED)],
        State.CLOSED,
    ),
    ("a mistake struck out", [*PROVED, said(Kind.CORRECTED, replaces=3)], State.SENT),
]


@pytest.mark.parametrize(
    ("lines", "state"), [row[1:] for row in HISTORIES], ids=[row[0] for row in HISTORIES]
)
def test_a_history_amounts_to_a_state(lines, state):
    journal = Journal()
    for on, kind, facts in lines:
        journal.add(on, kind, **facts)

    assert journal.standing().state is state


@pytest.mark.parametrize("by", [Party.ADDRESSEE, Party.PORTAL, Party.REVIEWER])
@pytest.mark.parametrize("kind", [Kind.COVERED, Kind.INCOMPLETE, Kind.CONTESTED])
def test_rule_6_nothing_closes_or_is_contested_until_the_person_says_so(by, kind):
    journal = received(Evidence.TRACKING).add(*REFUSED[:2], **REFUSED[2])
    before = journal.standing()

    after = journal.add("Tue 2026-12-15", kind, by=by).standing()

    assert (after.state, after.judged, after.unmoved) == (before.state, False, (6,))


@pytest.mark.parametrize("by", [Party.ADDRESSEE, Party.PORTAL, Party.REVIEWER])
def test_rule_1_silence_is_something_only_the_person_can_state(by):
    journal = received(Evidence.TRACKING).add("Thu 2026-12-24", Kind.NOTHING_CAME, by=by)

    assert journal.standing().sending.nothing_came_on is None


def test_rule_19_what_was_said_to_be_covered_is_taken_back_by_a_reopening():
    journal = received(Evidence.TRACKING).add(*REFUSED[:2], **REFUSED[2])
    journal.add("Tue 2026-12-15", Kind.COVERED).add("Wed 2026-12-16", Kind.REOPENED)

    standing = journal.standing()

    assert (standing.state, standing.covered, standing.judged) == (State.ANSWERED, False, False)


def test_a_bounce_after_the_complaint_was_filed_takes_nothing_back():
    journal = received(Evidence.TRACKING).add(*FILED[:2]).add("Tue 2026-12-29", Kind.RETURNED)

    assert (journal.standing().state, journal.standing().sending.proved) == (State.FILED, True)


def test_a_line_that_does_not_fit_is_kept_as_a_fact_and_named():
    journal = Journal().add("Thu 2026-11-19", Kind.ID_GIVEN)
    journal.add("Thu 2026-11-19", Kind.PRINTED)

    assert (journal.standing().state, journal.standing().unmoved) == (State.DRAFT, (1,))


def test_a_late_fact_takes_its_place_in_the_order_of_the_world():
    journal = Journal().add("Fri 2026-11-20", Kind.SENT).add("Tue 2026-12-15", Kind.CLOSED)
    journal.add("Mon 2026-12-14", Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS)

    standing = journal.standing()

    assert standing.state is State.CLOSED
    assert standing.answers[Scope.FUND].code is AnswerCode.REGISTERED_SNDS
    assert standing.unmoved == ()


def test_fold_does_not_depend_on_the_order_of_arrival():
    lines = [
        Event(Kind.SENT, date(2026, 11, 20), 1, Party.CITIZEN),
        Event(Kind.RETURNED, date(2026, 11, 23), 2, Party.PORTAL),
        Event(Kind.SENT, date(2026, 11, 23), 3, Party.CITIZEN),
        Event(Kind.ACKNOWLEDGED, date(2026, 11, 27), 4, Party.ADDRESSEE),
        Event(Kind.CORRECTED, date(2026, 11, 27), 5, Party.CITIZEN, {"replaces": 4}),
    ]

    assert {machine.fold(order).state for order in permutations(lines)} == {State.SENT}


def test_the_day_of_closing_is_known():
    journal = received(Evidence.TRACKING).add("Tue 2026-12-15", Kind.CLOSED)

    assert journal.standing().closed_on == date(2026, 12, 15)
    assert received(Evidence.TRACKING).standing().closed_on is None
