"""How long the portal waits before each of its steps: all its own periods in one table."""

from datetime import timedelta

NONE = timedelta(0)
PATIENCE = timedelta(5)  # a letter dated in time is still on its way (rule 1)
NUDGE_AFTER = timedelta(7)  # own choice: one nudge a week after the question
POSTED_AFTER = timedelta(7)  # never posted: asked on day 7 (rule 2)
PROOF_AFTER = timedelta(10)  # ten days without proof (rule 2)
IDENTITY_AFTER = timedelta(7)  # a task after 7 days (rule 15)
REVIEW_AFTER = timedelta(7)  # the person first, staff only then (rule 1)
SECOND_REMINDER_AFTER = timedelta(15)  # rule 12
COMPLAINT_AFTER = timedelta(8)  # the second reminder gives eight days (legal §8, R2)
QUIET_MONTHS = 12  # rule 19
CLOSE_AFTER = timedelta(30)  # rule 19
