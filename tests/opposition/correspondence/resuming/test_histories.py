"""What a person tells becomes the lines of a journal, and only what they said."""

import pytest

from opposition.correspondence.resuming.histories import BESIDE, JUDGED, journal
from opposition.domain.vocabulary import REFUSALS, AnswerCode, Kind, Party
from tests.opposition.domain.journal import day
from tests.opposition.told import history, replied, silent, unknown

TODAY = day("Mon 2026-12-28")


def lines(told):
    return [(event.kind, event.happened_at.isoformat()) for event in journal(told, TODAY)]


def test_a_letter_and_its_receipt():
    assert lines(history()) == [(Kind.SENT, "2026-11-20"), (Kind.RECEIVED, "2026-11-23")]


def test_an_unknown_receipt_is_no_line():
    assert lines(unknown()) == [(Kind.SENT, "2026-11-20")]


def test_what_moved_the_clock_and_the_reminders():
    told = history(
        extended_on=day("Tue 2026-12-01"),
        id_asked=day("Wed 2026-12-02"),
        doubted=True,
        id_given=day("Thu 2026-12-03"),
        reminders=(day("Thu 2026-12-24"),),
    )
    assert lines(told)[2:] == [
        (Kind.EXTENDED, "2026-12-01"),
        (Kind.ID_ASKED, "2026-12-02"),
        (Kind.ID_GIVEN, "2026-12-03"),
        (Kind.REMINDER_SENT, "2026-12-24"),
    ]
    extension, identity = journal(told, TODAY)[2:4]
    assert (extension.facts, identity.facts) == ({"reasoned": False}, {"reasoned": True})


def test_silence_is_said_today():
    assert lines(silent())[2:] == [(Kind.NOTHING_CAME, "2026-12-28")]


@pytest.mark.parametrize("code", sorted(AnswerCode))
@pytest.mark.parametrize("word", [True, False])
def test_the_persons_word_follows_only_the_answers_that_need_it(code, word):
    told = history(reply=replied(code, contested=word, only=word))
    last = {
        **dict.fromkeys(REFUSALS - BESIDE, Kind.ANSWERED),
        **dict.fromkeys(BESIDE, Kind.NOTHING_CAME if word else Kind.ANSWERED),
        **dict.fromkeys(JUDGED, Kind.CONTESTED if word else Kind.COVERED),
        AnswerCode.REGISTERED_SNDS: Kind.COVERED,
    }.get(code, Kind.ANSWERED)
    assert lines(told)[-1][0] == last


def test_every_line_is_the_persons_and_has_its_number():
    events = journal(silent(reminders=(day("Thu 2026-12-24"),)), TODAY)
    assert [event.ordinal for event in events] == [1, 2, 3, 4]
    assert {event.by for event in events} == {Party.CITIZEN}
