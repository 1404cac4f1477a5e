"""The days on which a plan turns."""

import pytest

from opposition.domain.plan import dates
from opposition.domain.plan.values import Body
from opposition.domain.vocabulary import Evidence, Kind, Track
from tests.opposition.domain.journal import Journal, day, received


def deadline(journal):
    return dates.deadline(journal.standing(), journal.body)


def due(journal):
    found = deadline(journal)
    return found.due if found else None


# --- the law's date -----------------------------------------------------------------------


@pytest.mark.parametrize("evidence", [each for each in Evidence if each.opens])
def test_rule_2_every_evidence_but_the_estimate_starts_the_month(evidence):
    assert due(received(evidence)) == day("Wed 2026-12-23")


def test_rule_2_an_estimate_starts_nothing():
    assert deadline(received(Evidence.ESTIMATED)) is None


def test_the_seat_decides_of_the_holidays():
    paris = received(Evidence.TRACKING, "Tue 2028-03-14")
    strasbourg = received(Evidence.TRACKING, "Tue 2028-03-14", seat="67")

    assert (due(paris), due(strasbourg)) == (day("Fri 2028-04-14"), day("Tue 2028-04-18"))


@pytest.mark.parametrize(
    ("told", "reasoned", "expected"),
    [
        ("Wed 2026-12-23", True, "Tue 2027-02-23"),  # within the month, with reasons
        ("Thu 2026-12-24", True, "Wed 2026-12-23"),  # a day too late
        ("Wed 2026-12-02", False, "Wed 2026-12-23"),  # in time, without reasons
    ],
)
def test_an_extension_counts_in_time_and_with_reasons(told, reasoned, expected):
    journal = received(Evidence.TRACKING).add(told, Kind.EXTENDED, reasoned=reasoned)

    assert due(journal) == day(expected)


def test_rule_15_identity_asked_and_not_given_leaves_no_due_date():
    journal = received(Evidence.TRACKING).add("Mon 2026-11-30", Kind.ID_ASKED)

    assert (deadline(journal).suspended, deadline(journal).due) == (True, None)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # nine days, from the request to the supply: Friday 1 January, then a weekend
        ([("Mon 2026-11-30", Kind.ID_ASKED), ("Wed 2026-12-09", Kind.ID_GIVEN)], "Mon 2027-01-04"),
        # asked after the month: nothing stops
        ([("Thu 2026-12-24", Kind.ID_ASKED)], "Wed 2026-12-23"),
        # asked twice in time: from the first request to the last supply
        (
            [
                ("Mon 2026-11-30", Kind.ID_ASKED),
                ("Wed 2026-12-02", Kind.ID_GIVEN),
                ("Mon 2026-12-07", Kind.ID_ASKED),
                ("Wed 2026-12-09", Kind.ID_GIVEN),
            ],
            "Mon 2027-01-04",
        ),
        # the second time on the last day of the longer period: it still counts
        (
            [
                ("Mon 2026-11-30", Kind.ID_ASKED),
                ("Wed 2026-12-02", Kind.ID_GIVEN),
                ("Mon 2026-12-28", Kind.ID_ASKED),
                ("Tue 2026-12-29", Kind.ID_GIVEN),
            ],
            "Thu 2027-01-21",
        ),
        # the second time too late: the first alone counts
        (
            [
                ("Mon 2026-11-30", Kind.ID_ASKED),
                ("Wed 2026-12-02", Kind.ID_GIVEN),
                ("Mon 2027-01-04", Kind.ID_ASKED),
            ],
            "Mon 2026-12-28",
        ),
    ],
)
def test_rule_15_only_an_identity_request_of_the_first_month_stops_the_clock(lines, expected):
    journal = received(Evidence.TRACKING)
    for on, kind in lines:
        journal.add(on, kind)

    assert due(journal) == day(expected)


def test_what_was_told_before_the_receipt_later_proved_counts_from_that_receipt():
    journal = Journal(body=Body(seat="75")).add("Fri 2026-11-20", Kind.SENT)
    journal.add("Mon 2026-11-23", Kind.ID_ASKED).add("Tue 2026-11-24", Kind.EXTENDED)
    journal.add("Tue 2026-11-24", Kind.ID_GIVEN)
    journal.add("Wed 2026-11-25", Kind.RECEIVED, evidence=Evidence.TRACKING)

    assert due(journal) == day("Thu 2027-02-25")


CNIL = [
    # what the CNIL did, late from, court before
    ([], "Wed 2027-05-19", "Thu 2027-07-15"),
    ([("Mon 2027-03-01", Kind.CNIL_REGISTERED)], "Wed 2027-05-19", "Thu 2027-07-15"),
    ([("Mon 2027-03-01", Kind.CNIL_NEWS)], "Wed 2027-06-02", "Sun 2027-08-01"),
    ([("Sat 2027-05-15", Kind.CNIL_NEWS)], "Tue 2027-08-17", "Fri 2027-10-15"),  # its last day
    ([("Mon 2027-05-17", Kind.CNIL_NEWS)], "Wed 2027-05-19", "Thu 2027-07-15"),  # after the term
]


@pytest.mark.parametrize(("lines", "late", "court"), CNIL)
def test_the_cnil_has_three_months_which_only_news_in_time_restart(lines, late, court):
    journal = Journal(Track.COMPLAINT).add("Mon 2027-02-15", Kind.FILED)
    for on, kind in lines:
        journal.add(on, kind)

    found = deadline(journal)

    assert (found.overdue_from, found.act_before) == (day(late), day(court))
    assert found.received == day("Mon 2027-02-15")


def test_after_news_the_steps_say_where_the_three_months_restart():
    journal = Journal(Track.COMPLAINT).add("Mon 2027-02-15", Kind.FILED)
    journal.add("Mon 2027-03-01", Kind.CNIL_NEWS)

    assert deadline(journal).steps[0] == (
        "Nouvelles de la CNIL reçues le lundi 1er mars 2027\u202f: trois mois recommencent, "
        "jusqu’au mardi 1er juin 2027."
    )


def test_a_report_has_no_timer():
    assert deadline(Journal(Track.REPORT).add("Mon 2027-02-15", Kind.FILED)) is None


# --- the quiet year (rule 19) -------------------------------------------------------------


@pytest.mark.parametrize(
    ("journal", "alive_on", "since"),
    [
        (Journal(), None, None),
        (Journal().add("Thu 2026-11-19", Kind.PREPARED), None, "Thu 2026-11-19"),
        (received(Evidence.TRACKING), None, "Wed 2026-12-23"),  # while the clock runs
        (received(Evidence.TRACKING), "Mon 2027-02-01", "Mon 2027-02-01"),
        (
            received(Evidence.TRACKING).add("Mon 2027-02-15", Kind.FILED),
            None,
            "Thu 2027-07-15",  # while the CNIL's case runs, and the court's window
        ),
    ],
)
def test_rule_19_the_quiet_year_starts_after_the_last_act_and_the_last_clock(
    journal, alive_on, since
):
    found = dates.quiet_until(
        journal.standing(), deadline(journal), day(alive_on) if alive_on else None
    )

    assert found == (day(since) if since else None)
