"""`/dossier/arreter/`: stop following, all or one demand; take up again; go on (rules 11, 19)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from opposition import clock, records
from opposition.domain import french
from opposition.domain.vocabulary import Track
from opposition.dossiers import changing
from opposition.models import Demand, Dossier
from opposition.records import Case
from opposition.views.dossier import agenda, saying, situation, words
from opposition.views.objecting import MAKE

STOP, AGAIN, KEEP = "arreter", "reprendre", "garder"
WHICH = "demande"  # a reference; none is the whole dossier
DO: Mapping[str, Callable[..., None]] = {STOP: changing.stop, AGAIN: changing.resume}


@dataclass(frozen=True)
class Row:
    """A demand that may be stopped, or taken up again."""

    reference: str
    title: str | Promise
    sentence: str
    open: bool
    again: bool


@saying.inside
def stopping(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """What the three acts of rule 11 change, and a button for the one that is here."""
    today = clock.today()
    cases = records.cases(dossier, today)
    made = request.POST.get(MAKE, "")
    if made == KEEP:
        changing.keep(dossier, today=today)
        return saying.done(KEEP)
    if made in DO:
        DO[made](dossier, today=today, only=_which(request, cases))
        return saying.done(made)
    rows = [_row(case) for case in cases if _alone(case)]
    closing = min(filter(None, map(agenda.closing_on, cases)), default=None)
    context = {
        "rows": rows,
        "all_open": any(row.open for row in rows),
        "several_closed": sum(row.again for row in rows) > 1,
        "closing": french.long_date(closing) if closing else "",
        "make": MAKE,
        "which": WHICH,
    }
    return render(request, "opposition/dossier/stopping.html", context)


def _which(request: HttpRequest, cases: Sequence[Case]) -> Demand | None:
    reference = request.POST.get(WHICH, "")
    if not reference:
        return None
    found = [case.demand for case in cases if case.demand.reference == reference]
    if not found:
        raise Http404
    return found[0]


def _alone(case: Case) -> bool:
    """A complaint that has not left goes with the request that it is about."""
    sent = case.standing.sending.sent_on or case.standing.filed_on
    return case.standing.track is Track.REQUEST or sent is not None


def _row(case: Case) -> Row:
    standing = case.standing
    return Row(
        reference=case.demand.reference,
        title=words.called(case).title,
        sentence=situation.sentence(case),
        open=standing.open,
        again=not standing.open and not standing.withdrawn,
    )
