"""A reminder goes to one body; a complaint names all that are late, or all that refused."""

from opposition.correspondence.resuming import options
from tests.opposition.told import cases, history, replied, silent, unknown

TODAY = "Mon 2026-12-28"
REFUSAL = replied("REFUSED_UNIDENTIFIABLE")


def keys(*histories):
    found = options(cases(TODAY, *histories))
    return [(one.key, [case.name for case in one.cases], one.is_complaint) for one in found]


def test_two_silent_bodies_make_two_reminders_and_one_complaint():
    assert keys(silent("fund"), silent("hdh")) == [
        ("reminder-fund", ["fund"], False),
        ("reminder-hdh", ["hdh"], False),
        ("cnil-complaint-silence", ["fund", "hdh"], True),
    ]


def test_a_body_late_and_one_that_refused_make_two_complaints():
    assert keys(silent("fund"), history("hdh", reply=REFUSAL)) == [
        ("reminder-fund", ["fund"], False),
        ("cnil-complaint-silence", ["fund"], True),
        ("cnil-complaint-refusal", ["hdh"], True),
    ]


def test_a_body_that_is_running_is_in_no_letter():
    assert keys(unknown("fund"), history("hdh", reply=REFUSAL)) == [
        ("cnil-complaint-refusal", ["hdh"], True)
    ]


def test_nothing_open_makes_nothing():
    assert keys(unknown("fund"), history("hdh")) == []


def test_the_second_reminder_has_its_own_letter():
    (first, _complaint) = options(cases(TODAY, silent()))
    assert first.letter == "reminder-1"
    sent = silent(reminders=(history().sent_on.replace(month=12, day=24),))
    assert [one.letter for one in options(cases("Fri 2027-01-08", sent))] == [
        "reminder-2",
        "cnil-complaint-silence",
    ]
