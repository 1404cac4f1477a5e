"""The portal's own periods, as the rules give them."""

from opposition.domain.plan import delays


def test_the_periods_are_those_of_the_rules():
    assert {
        "rule 1, patience for the post": delays.PATIENCE.days,
        "rule 1, staff after": delays.REVIEW_AFTER.days,
        "rule 2, never posted": delays.POSTED_AFTER.days,
        "rule 2, no proof": delays.PROOF_AFTER.days,
        "rule 12, second reminder": delays.SECOND_REMINDER_AFTER.days,
        "legal 8, complaint after the second": delays.COMPLAINT_AFTER.days,
        "rule 15, identity": delays.IDENTITY_AFTER.days,
        "rule 19, quiet months": delays.QUIET_MONTHS,
        "rule 19, closing": delays.CLOSE_AFTER.days,
    } == {
        "rule 1, patience for the post": 5,
        "rule 1, staff after": 7,
        "rule 2, never posted": 7,
        "rule 2, no proof": 10,
        "rule 12, second reminder": 15,
        "legal 8, complaint after the second": 8,
        "rule 15, identity": 7,
        "rule 19, quiet months": 12,
        "rule 19, closing": 30,
    }
