"""What `fold` makes of what is sent to the CNIL."""

import pytest

from opposition.domain.vocabulary import Evidence, Kind, State, Track
from tests.opposition.domain.journal import Journal

FILED = ("Mon 2026-12-28", Kind.FILED, {})


def said(kind, on="Tue 2026-12-15", **facts):
    return on, kind, facts


COMPLAINTS = [
    ("confirmed", [said(Kind.CONFIRMED)], State.READY),
    ("filed online", [said(Kind.CONFIRMED), FILED], State.FILED),
    ("posted", [said(Kind.SENT)], State.SENT),
    ("came back", [said(Kind.SENT), said(Kind.RETURNED)], State.UNDELIVERED),
    (
        "posted and received",
        [said(Kind.SENT), said(Kind.RECEIVED, evidence=Evidence.TRACKING)],
        State.FILED,
    ),
    ("registered", [said(Kind.SENT), said(Kind.CNIL_REGISTERED)], State.FILED),
    ("acknowledged", [said(Kind.SENT), said(Kind.ACKNOWLEDGED)], State.FILED),
    ("news", [FILED, said(Kind.CNIL_NEWS, "Mon 2027-02-15")], State.FILED),
    ("decided", [FILED, said(Kind.CNIL_OUTCOME, "Mon 2027-02-15")], State.CLOSED),
]


@pytest.mark.parametrize("track", [Track.COMPLAINT, Track.REPORT])
@pytest.mark.parametrize(
    ("lines", "state"), [row[1:] for row in COMPLAINTS], ids=[row[0] for row in COMPLAINTS]
)
def test_a_complaint_amounts_to_a_state(track, lines, state):
    journal = Journal(track)
    for on, kind, facts in lines:
        journal.add(on, kind, **facts)

    assert journal.standing().state is state
