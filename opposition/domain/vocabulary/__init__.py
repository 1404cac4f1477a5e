"""The words of the house as closed lists with French labels; import them from here.

Design §2 gives each its meaning. A value is stored and printed by commands: it never changes.
"""

from opposition.domain.vocabulary.answers import (
    ASKED,
    CORE,
    EVENT_OF,
    GRANTS,
    REFUSALS,
    AnswerCode,
    Scope,
    usual_scopes,
)
from opposition.domain.vocabulary.kinds import (
    ABOUT_LINES,
    BODY_WRITES,
    CLOSINGS,
    ONLY_THE_PERSON,
    PURE_FACTS,
    Kind,
)
from opposition.domain.vocabulary.proofs import Channel, Evidence, ProofWay
from opposition.domain.vocabulary.states import (
    DISPUTABLE,
    OPEN,
    UNSENT,
    WAITING,
    Outcome,
    Party,
    Procedure,
    State,
    Track,
)
from opposition.domain.vocabulary.steps import Question, StepKind
from opposition.domain.vocabulary.words import Word

__all__ = [
    "ABOUT_LINES",
    "ASKED",
    "BODY_WRITES",
    "CLOSINGS",
    "CORE",
    "DISPUTABLE",
    "EVENT_OF",
    "GRANTS",
    "ONLY_THE_PERSON",
    "OPEN",
    "PURE_FACTS",
    "REFUSALS",
    "UNSENT",
    "WAITING",
    "AnswerCode",
    "Channel",
    "Evidence",
    "Kind",
    "Outcome",
    "Party",
    "Procedure",
    "ProofWay",
    "Question",
    "Scope",
    "State",
    "StepKind",
    "Track",
    "Word",
    "usual_scopes",
]
