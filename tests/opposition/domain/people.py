"""What people, bodies and the post may do in a random history."""

from datetime import date, timedelta

from hypothesis import strategies as st

from opposition.domain.plan import Body
from opposition.domain.vocabulary import (
    ABOUT_LINES,
    AnswerCode,
    Channel,
    Evidence,
    Kind,
    Outcome,
    Party,
    Question,
    Scope,
    StepKind,
    Track,
)

START = date(2026, 11, 20)
bodies = st.builds(
    Body,
    seat=st.sampled_from([None, "75", "67", "971"]),
    channel=st.sampled_from([None, *Channel]),
    answers_by_post=st.booleans(),
)
facts = st.fixed_dictionaries(
    {},
    optional={
        "channel": st.sampled_from(Channel),
        "of": st.integers(1, 12),
        "evidence": st.sampled_from(Evidence),
        "received_on": st.dates(START, START + timedelta(40)),
        "reply": st.sampled_from(["a", "b"]),
        "reasoned": st.booleans(),
        "code": st.sampled_from(AnswerCode),
        "scopes": st.frozensets(st.sampled_from(Scope)),
        "step": st.sampled_from(StepKind),
        "outcome": st.sampled_from(Outcome),
    },
)
anything = st.sampled_from(sorted(set(Kind) - ABOUT_LINES))
parties = st.sampled_from(Party)
ANSWERS = {  # what people do when they are asked, so that the walks go far
    Question.CONFIRM: [(Kind.CONFIRMED, {})],
    Question.POSTED: [(Kind.SENT, {"channel": Channel.POST})],
    Question.UNSENT: [(Kind.SENT, {"channel": Channel.EMAIL_PORTAL})],
    Question.PROOF: [
        (Kind.RECEIVED, {"evidence": Evidence.DECLARED}),
        (Kind.RECEIVED, {"evidence": Evidence.ESTIMATED}),
        (Kind.PROOF_ASKED, {}),
        (Kind.SENT, {"channel": Channel.AMELI}),
    ],
    Question.RESEND: [(Kind.SENT, {"channel": Channel.POST})],
    Question.SILENCE: [
        (Kind.NOTHING_CAME, {}),
        (Kind.ANSWERED, {"code": AnswerCode.REGISTERED_SNDS}),
        (Kind.ANSWERED, {"code": AnswerCode.REFUSED_PUBLIC_TASK}),
        (Kind.REDIRECTED, {}),
    ],
    Question.NEXT_MOVE: [
        (Kind.REMINDER_SENT, {}),
        (Kind.REMINDER_SKIPPED, {}),
        (Kind.FILED, {}),
    ],
    Question.IDENTITY: [(Kind.ID_GIVEN, {})],
    Question.SCOPE: [(Kind.INCOMPLETE, {}), (Kind.CONTESTED, {}), (Kind.COVERED, {})],
    Question.REPLY: [(Kind.ACKNOWLEDGED, {"reply": "a"}), (Kind.REPLY_SET_ASIDE, {"reply": "b"})],
    Question.FILE: [(Kind.FILED, {}), (Kind.SENT, {"channel": Channel.POST})],
    Question.CNIL: [(Kind.CNIL_NEWS, {}), (Kind.CNIL_OUTCOME, {"outcome": Outcome.ACCEPTED})],
}
MEANWHILE = [  # what comes from outside while one waits
    (Kind.RECEIVED, {"evidence": Evidence.TRACKING}),
    (Kind.RETURNED, {}),
    (Kind.ID_ASKED, {}),
    (Kind.EXTENDED, {}),
    (Kind.REDIRECTED, {}),
    (Kind.REPLY_MATCHED, {"reply": "a"}),
    (Kind.ANSWERED, {"code": AnswerCode.REFUSED_MAIN_DB}),
    (Kind.ANSWERED, {"code": AnswerCode.REGISTERED_PARTIAL}),
    (Kind.CNIL_REGISTERED, {}),
]
ROAD = [  # days since the start
    (0, Kind.CONFIRMED, {}),
    (1, Kind.SENT, {"channel": Channel.POST}),
    (3, Kind.RECEIVED, {"evidence": Evidence.TRACKING}),
    (45, Kind.NOTHING_CAME, {}),
    (46, Kind.REMINDER_SENT, {}),
]
BOTH = st.sampled_from([Track.REQUEST, Track.COMPLAINT])
