"""A journal tells the letters what a person would have typed again: no more, no less."""

import pytest

from opposition.correspondence.followed import histories
from opposition.correspondence.resuming import facts, options
from opposition.domain.vocabulary import AnswerCode, Evidence, Kind, Scope
from tests.opposition.correspondence.followed.folders import (
    case,
    cases,
    complaint,
    key_of,
    note,
    opened,
    received,
    request,
)
from tests.opposition.domain.journal import day
from tests.opposition.told import case as retyped
from tests.opposition.told import history, replied, silent, unknown

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = "Mon 2027-02-01"
SILENCE, REFUSAL = "cnil-complaint-silence", "cnil-complaint-refusal"
HUB = frozenset({Scope.HDH, Scope.PROJECTS})
NOTHING = ("Mon 2027-02-01", Kind.NOTHING_CAME)


def read(*lines, evidence=Evidence.SIGNED_RETURN_SLIP, **private):
    """The Health Data Hub's journal on TODAY, as the letters read it."""
    dossier = opened()
    demand = request(dossier)
    if evidence:
        received(demand, evidence, **private)
    else:
        note(demand, "Fri 2026-11-20", Kind.SENT)
    for on, kind, *told in lines:
        note(demand, on, kind, **(told[0] if told else {}))
    return histories.read(dossier, case(dossier, TODAY), key_of(dossier))


def answer(code, on="Tue 2026-12-01", **told):
    return (on, Kind.ANSWERED, {"code": AnswerCode(code), **told})


REFUSED = {"quote": "Non, merci.", "missing": "reasons, remedy"}
PAIRS = [
    pytest.param([NOTHING], {}, silent(), SILENCE, id="silence"),
    pytest.param(
        [NOTHING],
        {"evidence": Evidence.DECLARED, "how": "au guichet"},
        silent(evidence=Evidence.DECLARED, how="au guichet"),
        SILENCE,
        id="a declared date",
    ),
    pytest.param(
        [("Tue 2026-12-01", Kind.ACKNOWLEDGED), NOTHING],
        {"evidence": None},
        unknown(reply=replied("ACK", only=True)),
        SILENCE,
        id="who writes back has received",
    ),
    pytest.param(
        [answer("REFUSED_UNIDENTIFIABLE", private=REFUSED)],
        {},
        history(
            reply=replied(
                "REFUSED_UNIDENTIFIABLE", quote="Non, merci.", missing=("reasons", "remedy")
            )
        ),
        REFUSAL,
        id="a refusal, in its words",
    ),
    pytest.param(
        [answer("REFUSED_PUBLIC_TASK")],
        {"evidence": None},
        unknown(reply=replied("REFUSED_PUBLIC_TASK")),
        REFUSAL,
        id="a refusal of a letter whose receipt nobody knows",
    ),
    *(
        pytest.param(
            [answer(code), ("Wed 2026-12-02", Kind.CONTESTED)],
            {},
            history(reply=replied(code, contested=True)),
            REFUSAL,
            id=f"{code}, contested",
        )
        for code in ("REGISTERED_PARTIAL", "NOT_CONTROLLER", "NO_DATA", "OTHER")
    ),
    *(
        pytest.param(
            [answer(code), NOTHING],
            {},
            history(reply=replied(code, only=True)),
            SILENCE,
            id=f"{code}, and nothing since",
        )
        for code in ("REDIRECT", "REFUSED_MAIN_DB", "ACK")
    ),
    pytest.param(
        [
            ("Tue 2026-12-01", Kind.EXTENDED, {"reasoned": False}),
            ("Wed 2026-12-02", Kind.ID_ASKED, {"reasoned": False}),
            NOTHING,
        ],
        {},
        silent(extended_on=day("Tue 2026-12-01"), id_asked=day("Wed 2026-12-02")),
        SILENCE,
        id="delays without their reasons",
    ),
    pytest.param(
        [
            ("Mon 2026-11-30", Kind.ID_ASKED, {"reasoned": True}),
            ("Wed 2026-12-02", Kind.ID_GIVEN),
            NOTHING,
        ],
        {},
        silent(id_asked=day("Mon 2026-11-30"), doubted=True, id_given=day("Wed 2026-12-02")),
        SILENCE,
        id="identity asked and given",
    ),
    pytest.param(
        [
            ("Thu 2026-12-24", Kind.NOTHING_CAME),
            ("Thu 2026-12-24", Kind.REMINDER_SENT),
            ("Mon 2027-01-11", Kind.REMINDER_SENT),
            NOTHING,
        ],
        {},
        silent(reminders=(day("Thu 2026-12-24"), day("Mon 2027-01-11"))),
        SILENCE,
        id="two reminders",
    ),
]


@pytest.mark.parametrize(("lines", "receipt", "typed", "letter"), PAIRS)
def test_a_journal_and_the_same_dates_typed_again_say_the_same(lines, receipt, typed, letter):
    evidence = receipt.get("evidence", Evidence.SIGNED_RETURN_SLIP)
    how = {"how": receipt["how"]} if "how" in receipt else {}
    told = []
    for one in (read(*lines, evidence=evidence, **how), retyped(typed, TODAY)):
        (option,) = [found for found in options([one]) if found.letter == letter]
        told.append((one.evidence, one.why, facts.earlier(option, [one])))
    assert told[0] == told[1]


def test_an_extension_in_time_carries_its_reasons():
    found = read(
        ("Tue 2026-12-01", Kind.EXTENDED, {"reasoned": False}),
        ("Wed 2026-12-02", Kind.EXTENDED, {"reasoned": True}),
    )
    assert (found.history.extended_on, found.history.reasoned) == (day("Wed 2026-12-02"), True)
    assert found.deadline.due == day("Tue 2027-02-23")


def reply(*lines):
    found = read(*lines).history.reply
    return found and (found.code.value, found.on.isoformat())


REGISTERED = answer("REGISTERED_SNDS", "Tue 2026-12-15")


@pytest.mark.parametrize(
    ("lines", "argued"),
    [
        ([], None),
        ([("Tue 2026-12-01", Kind.ID_ASKED, {"reasoned": False})], None),
        ([REGISTERED, ("Tue 2026-12-15", Kind.REDIRECTED)], ("REGISTERED_SNDS", "2026-12-15")),
        # a part is missing, says the person: to the letters it is registered in part
        (
            [REGISTERED, ("Wed 2026-12-16", Kind.INCOMPLETE, {"scopes": HUB})],
            ("REGISTERED_PARTIAL", "2026-12-15"),
        ),
        # what came since has not been judged yet
        (
            [
                REGISTERED,
                ("Wed 2026-12-16", Kind.INCOMPLETE, {"scopes": HUB}),
                answer("REGISTERED_SNDS", "Fri 2026-12-18"),
            ],
            ("REGISTERED_SNDS", "2026-12-18"),
        ),
        # what still refuses some part goes before what came later on another
        (
            [answer("REFUSED_PUBLIC_TASK", scopes=HUB), REGISTERED],
            ("REFUSED_PUBLIC_TASK", "2026-12-01"),
        ),
        # but a refusal that a later answer replaced is no more
        (
            [
                answer("REFUSED_PUBLIC_TASK", scopes=HUB),
                answer("REGISTERED_SNDS", "Tue 2026-12-15", scopes=HUB),
            ],
            ("REGISTERED_SNDS", "2026-12-15"),
        ),
        # the main database: reserved by law when alone, a refusal when said of what was asked
        ([answer("REFUSED_MAIN_DB", scopes=frozenset({Scope.RESERVED}))], ("REFUSED_MAIN_DB",)),
        ([answer("OTHER", scopes=frozenset({Scope.RESERVED}))], ("REFUSED_MAIN_DB",)),
        ([answer("REFUSED_MAIN_DB", scopes=HUB)], ("OTHER",)),
        # a redirect says more than an acknowledgement, even an earlier one
        (
            [("Tue 2026-12-01", Kind.REDIRECTED), ("Wed 2026-12-02", Kind.ACKNOWLEDGED)],
            ("REDIRECT", "2026-12-01"),
        ),
    ],
)
def test_the_answer_that_letters_argue_with_is_the_one_that_still_stands(lines, argued):
    found = reply(*lines)
    assert found == (argued and (argued if len(argued) == 2 else (*argued, "2026-12-01")))


def test_a_day_that_the_body_itself_gives_is_told_as_such():
    found = read(
        ("Tue 2026-12-01", Kind.ACKNOWLEDGED, {"received_on": day("Mon 2026-11-23")}),
        evidence=None,
    )
    assert (found.received_on, found.evidence) == (
        day("Mon 2026-11-23"),
        "date indiquée par l’organisme dans sa réponse",
    )


def test_an_estimated_day_is_no_day():
    found = read(evidence=Evidence.ESTIMATED)
    assert (found.received_on, found.evidence, found.history.received_on) == (None, "", None)


def test_how_a_date_is_known_is_that_of_the_line_that_counts():
    found = read(
        (
            "Tue 2026-11-24",
            Kind.RECEIVED,
            {"evidence": Evidence.DECLARED, "private": {"how": "au téléphone"}},
        ),
        evidence=Evidence.DECLARED,
        how="au guichet",
    )
    assert found.evidence == "date déclarée (au téléphone)"


def test_a_date_told_twice_alike_is_known_as_was_said_last():
    again = {"evidence": Evidence.DECLARED, "private": {"how": "au téléphone"}}
    found = read(
        ("Mon 2026-11-23", Kind.RECEIVED, again), evidence=Evidence.DECLARED, how="au guichet"
    )
    assert found.evidence == "date déclarée (au téléphone)"


@pytest.mark.parametrize(
    ("code", "told"), [("EXTENSION", "extended_on"), ("ID_REQUEST", "id_asked")]
)
def test_a_delay_without_its_reasons_is_known_by_its_class_too(code, told):
    found = read(answer(code, reasoned=False))
    assert getattr(found.history, told) == day("Tue 2026-12-01")


def test_a_line_struck_out_is_told_by_nobody():
    struck = answer("REFUSED_PUBLIC_TASK")
    assert reply(struck, ("Wed 2026-12-02", Kind.CORRECTED, {"replaces": 3})) is None


def test_a_note_sent_before_the_answer_was_late_is_no_reminder():
    found = read(("Mon 2026-12-14", Kind.REMINDER_SENT), ("Thu 2026-12-24", Kind.REMINDER_SENT))
    assert found.history.reminders == (day("Thu 2026-12-24"),)


def test_a_request_that_left_on_an_unknown_day_cannot_be_told_of():
    dossier = opened()
    note(request(dossier), "Mon 2026-11-23", Kind.RECEIVED, evidence=Evidence.TRACKING)
    assert histories.read(dossier, case(dossier, TODAY), key_of(dossier)) is None


@pytest.mark.parametrize(
    ("lines", "there"),
    [
        ([], False),
        ([("Thu 2026-11-19", Kind.CONFIRMED)], False),
        ([("Fri 2026-11-20", Kind.SENT)], True),
        ([("Fri 2026-11-20", Kind.SENT), ("Fri 2026-11-27", Kind.RETURNED)], False),
        ([("Fri 2026-11-20", Kind.SENT), ("Fri 2026-11-27", Kind.ACKNOWLEDGED)], True),
        ([("Fri 2026-11-20", Kind.SENT), ("Fri 2026-11-27", Kind.CLOSED)], False),
    ],
)
def test_letters_speak_of_what_has_left_and_is_still_open(lines, there):
    dossier = opened()
    for on, kind in lines:
        note(request(dossier), on, kind)
    assert histories.there(case(dossier, TODAY)) == there


def test_a_complaint_is_no_request():
    dossier = opened()
    note(complaint(dossier), "Mon 2027-01-11", Kind.SENT)
    assert [histories.there(one) for one in cases(dossier, TODAY)] == [False] * 4
