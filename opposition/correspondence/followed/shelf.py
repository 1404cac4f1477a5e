"""The letters of one demand as its page lists them: those that left, the one to send, the open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from letters import catalogue, typography
from opposition import records
from opposition.correspondence.answers import KEYS
from opposition.correspondence.followed import freezing, locks, writing
from opposition.correspondence.requests import LetterError, Request
from opposition.models.demand import Demand
from opposition.models.dossier import Dossier
from opposition.models.mail import Letter

# A name that tells whoever sees the screen nothing of the person.
FILES = {
    "fund-objection": "courrier-caisse",
    "hdh-objection": "courrier-hdh",
    "reminder-1": "rappel-1",
    "reminder-2": "rappel-2",
    "cnil-complaint-silence": "plainte-cnil",
    "cnil-complaint-refusal": "plainte-cnil",
}


@dataclass(frozen=True)
class Written:
    """One letter: frozen (`letter`), or as it would be written today (`letter` is None).

    `request` is None where a fact does not let it be written: `error` says which. `because` says
    why a frozen letter that has not left would not be written today: it had better be made again.
    """

    key: str
    title: str
    letter: Letter | None
    request: Request | None
    posted_on: date | None = None
    error: LetterError | None = None
    because: tuple[str, ...] = ()


def written(
    dossier: Dossier,
    cases: Sequence[records.Case],
    demand: Demand,
    *,
    today: date,
    answers: writing.Complaint | None = None,
) -> list[Written]:
    """The letters of a demand in the order of the procedure, the older first."""
    case = next(case for case in cases if case.demand == demand)
    posted, rows = freezing.posted(demand), list(demand.letters.all())
    found: list[Written] = []
    for key in locks.letters_of(demand):
        because = locks.because(case, key)
        own = [_frozen(row, posted, because) for row in rows if row.key == key]
        found += own
        if because or not _wanted(case, key, own):
            continue
        try:
            live = writing.compose(dossier, cases, demand, key, today=today, answers=answers)
        except LetterError as error:
            found.append(Written(key, _title(key), None, None, error=error))
        else:
            found.append(Written(key, live.letter.title, None, live))
    return found


def _frozen(row: Letter, posted: dict[UUID, date], because: tuple[str, ...]) -> Written:
    request, on = freezing.thaw(row), posted.get(row.id)
    return Written(row.key, request.letter.title, row, request, on, because=() if on else because)


def _wanted(case: records.Case, key: str, own: list[Written]) -> bool:
    """Not beside one that waits to be sent; nor beside a request on its way, unless it came back
    or its arrival is in question (rule 2)."""
    if any(one.posted_on is None for one in own):
        return False
    again = case.plan.proof_ways or case.standing.sending.returned_on
    return key not in KEYS.values() or not own or bool(again)


def _title(key: str) -> str:
    return typography.french(catalogue.get(key).subject)


def file_name(key: str) -> str:
    """The name of a letter's PDF, which says nothing of whose it is."""
    return f"{FILES[key]}.pdf"
