"""The complaint leaves, and what the CNIL makes of it: said in both journals where both turn."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID

from opposition.domain.events import Facts
from opposition.domain.vocabulary import Channel, Kind, Outcome, Party
from opposition.dossiers.acts import desks, faults, sending, twins
from opposition.dossiers.acts.sending import Posting
from opposition.records import Case, Entry


class Filing(TypedDict):
    """A complaint that has left; `cases` are the requests that it names."""

    cases: Sequence[Case]
    on: date
    online: bool
    letter: NotRequired[UUID | None]
    number: NotRequired[str]  # of the post, or of the CNIL's form


def filed(case: Case, *, today: date, seen: int, **told: Unpack[Filing]) -> None:
    """The complaint was filed online, or posted: each request that it names says so too."""
    with desks.opened(case, today, seen) as desk:
        letter = sending.frozen(desk, told.get("letter"))
        named = [desk.now(one) for one in told["cases"]]
        own = _filing(told)
        twin = Entry(Kind.FILED, told["on"], Party.CITIZEN, noted=own.noted)
        wrong = chain(
            faults.of_closed(desk.case),
            faults.of_leaving(told["on"], letter),
            faults.of_sending_again(desk.case, told["on"]),
            *(faults.of_following(one, told["on"]) for one in named),
        )
        desks.write(desk, [(desk.case, own), *((one, twin) for one in named)], wrong)


def cnil_registered(case: Case, *, today: date, seen: int, on: date, number: str = "") -> None:
    """The CNIL has registered the complaint: its three months go on (CE n° 491493)."""
    private = {"number": number.strip()} if number.strip() else {}
    entry = Entry(Kind.CNIL_REGISTERED, on, Party.CITIZEN, private=private)
    _write(case, today, seen, entry)


def cnil_news(case: Case, *, today: date, seen: int, on: date) -> None:
    """The CNIL tells where it stands: three months begin again."""
    _write(case, today, seen, Entry(Kind.CNIL_NEWS, on, Party.CITIZEN))


def cnil_outcome(case: Case, *, today: date, seen: int, on: date, outcome: Outcome) -> None:
    """The CNIL has decided: the complaint closes, and each open request that it named."""
    entry = Entry(Kind.CNIL_OUTCOME, on, Party.CITIZEN, Facts(outcome=outcome))
    with desks.opened(case, today, seen) as desk:
        wrong = chain(faults.of_closed(desk.case), faults.of_filing(desk.case, on))
        named = [one for one in twins.named(desk, desk.case) if one.standing.open]
        desks.write(desk, [(desk.case, entry), *((one, entry) for one in named)], wrong)


def _write(case: Case, today: date, seen: int, entry: Entry) -> None:
    with desks.opened(case, today, seen) as desk:
        on = entry.happened_at
        wrong = chain(faults.of_closed(desk.case), faults.of_filing(desk.case, on))
        desks.write(desk, [(desk.case, entry)], wrong)


def _filing(told: Filing) -> Entry:
    """Online, the CNIL has it at once; by post, it is only on its way."""
    posting = Posting(on=told["on"], channel=Channel.POST)
    posting |= {"letter": told.get("letter"), "number": told.get("number", "")}
    posted = sending.departure(Kind.SENT, posting)
    return replace(posted, kind=Kind.FILED, facts=Facts()) if told["online"] else posted
