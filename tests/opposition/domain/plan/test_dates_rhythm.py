"""The rhythm of reminder, reminder, complaint (rules 1 and 12)."""

import pytest

from opposition.domain.plan import dates
from opposition.domain.vocabulary import Evidence, Kind, Track
from tests.opposition.domain.journal import Journal, day, received


def table(journal):
    standing = journal.standing()
    return dates.timetable(standing, dates.deadline(standing, journal.body), journal.body)


LATE = "Thu 2026-12-24"
RHYTHMS = [
    # what happened; first, second, complaint; the silence is asked since
    ([], "Thu 2026-12-24", "Fri 2027-01-08", "Sat 2027-01-16", "Thu 2026-12-24"),
    (
        [("Mon 2026-12-28", Kind.REMINDER_SENT)],
        *("Mon 2026-12-28", "Tue 2027-01-12", "Wed 2027-01-20", "Tue 2027-01-12"),
    ),
    (
        [("Mon 2026-12-28", Kind.REMINDER_SENT), ("Thu 2027-01-14", Kind.REMINDER_SENT)],
        *("Mon 2026-12-28", "Thu 2027-01-14", "Fri 2027-01-22", "Fri 2027-01-22"),
    ),
    (  # the first reminder had a reply: no second one
        [("Mon 2026-12-28", Kind.REMINDER_SENT), ("Mon 2027-01-04", Kind.ACKNOWLEDGED)],
        *("Mon 2026-12-28", "Tue 2027-01-12", "Tue 2027-01-12", "Tue 2027-01-12"),
    ),
    (  # the first skipped: the complaint at once
        [("Mon 2026-12-28", Kind.REMINDER_SKIPPED)],
        *("Thu 2026-12-24", "Fri 2027-01-08", "Mon 2026-12-28", "Thu 2026-12-24"),
    ),
    (  # the second skipped
        [("Mon 2026-12-28", Kind.REMINDER_SENT), ("Tue 2026-12-29", Kind.REMINDER_SKIPPED)],
        *("Mon 2026-12-28", "Tue 2027-01-12", "Tue 2026-12-29", "Thu 2026-12-24"),
    ),
    (  # skipped at first, sent all the same
        [
            ("Mon 2026-12-28", Kind.REMINDER_SENT),
            ("Tue 2026-12-29", Kind.REMINDER_SKIPPED),
            ("Thu 2027-01-14", Kind.REMINDER_SENT),
        ],
        *("Mon 2026-12-28", "Thu 2027-01-14", "Fri 2027-01-22", "Fri 2027-01-22"),
    ),
    (  # skipped on the first day
        [("Thu 2026-12-24", Kind.REMINDER_SKIPPED)],
        *("Thu 2026-12-24", "Fri 2027-01-08", "Thu 2026-12-24", "Thu 2026-12-24"),
    ),
    (  # sent on the first day, and answered on the same
        [("Thu 2026-12-24", Kind.REMINDER_SENT), ("Thu 2026-12-24", Kind.ACKNOWLEDGED)],
        *("Thu 2026-12-24", "Fri 2027-01-08", "Fri 2027-01-08", "Fri 2027-01-08"),
    ),
    (  # sent before it was late: no reminder in the sense of the rule
        [("Mon 2026-12-14", Kind.REMINDER_SENT)],
        *("Thu 2026-12-24", "Fri 2027-01-08", "Sat 2027-01-16", "Thu 2026-12-24"),
    ),
]


@pytest.mark.parametrize(("lines", "first", "second", "complaint", "asked"), RHYTHMS)
def test_rule_12_two_reminders_at_most_then_the_complaint(lines, first, second, complaint, asked):
    journal = received(Evidence.TRACKING)
    for on, kind in lines:
        journal.add(on, kind)

    found = table(journal)

    assert found.overdue_from == day(LATE)
    assert [found.first_on, found.second_on, found.complaint_on, found.asked_since] == [
        day(first),
        day(second),
        day(complaint),
        day(asked),
    ]


def test_rule_1_a_body_that_answers_by_post_gets_five_days_patience():
    found = table(received(Evidence.TRACKING, answers_by_post=True))

    assert (found.overdue_from, found.first_on) == (day(LATE), day("Tue 2026-12-29"))


def test_there_is_no_rhythm_without_a_due_date_nor_for_the_cnil():
    suspended = received(Evidence.TRACKING).add("Mon 2026-11-30", Kind.ID_ASKED)
    complaint = Journal(Track.COMPLAINT).add("Mon 2027-02-15", Kind.FILED)

    assert (table(Journal()), table(suspended), table(complaint)) == (None, None, None)
