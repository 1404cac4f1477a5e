"""The due dates of the law, each returned with the French sentences that explain it.

A body has one month from receipt, three when it extends (GDPR art. 12(3)); the CNIL has three
(GDPR art. 78(2), décret 2019-536 art. 10). Dates are civil dates; `due` lasts until midnight.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from opposition.domain import explanations, holidays, periods


@dataclass(frozen=True)
class Deadline:
    """What the dates known amount to; `due` and `overdue_from` are None while suspended."""

    received: date
    due: date | None
    overdue_from: date | None
    suspended: bool
    extended: bool
    act_before: date | None  # the authority only: information, not a step of the portal
    steps: tuple[str, ...]


class DateConflictError(ValueError):
    """A date that cannot be true beside the others; `field` names the argument to look at."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True)
class _Facts:
    """What is known of one demand."""

    received: date
    seat: str | None
    extended_on: date | None = None
    id_asked: date | None = None
    id_given: date | None = None


@dataclass(frozen=True)
class _Pause:
    """An identity request made in time: the clock stands still until `given`, None for not yet."""

    asked: date
    given: date | None


def for_controller(
    received: date,
    *,
    seat: str | None = None,
    extended_on: date | None = None,
    id_asked: date | None = None,
    id_given: date | None = None,
) -> Deadline:
    """When a body (fund, CNAM, Health Data Hub) must have answered: GDPR art. 12(3).

    `seat` is a department, None when not known. The caller passes `extended_on` only for a notice
    that gives reasons (12(3)) and `id_asked` only for a request that says its doubt (12(6)).
    Raises DateConflictError, or ValueError for a seat that is no department.
    """
    facts = _Facts(received, holidays.seat_code(seat), extended_on, id_asked, id_given)
    _check(facts)
    plain = _end(facts, 1)
    pause = _pause(facts, plain.day)
    first = _end(facts, 1, pause)
    extended = _is_extended(facts, pause, first.day)
    last = _end(facts, 3, pause) if extended else first
    due = None if pause and not pause.given else last.day
    steps = (
        explanations.request_received(received, plain.words),
        *_seat_steps(facts.seat),
        *_identity_steps(facts, pause, plain.day, first.words),
        *_extension_steps(facts, pause, first.day, last.words),
        explanations.overdue_from(due + timedelta(1)) if due else explanations.suspended(),
    )
    return _deadline(facts, due, steps, extended=extended)


def for_authority(received: date, *, seat: str | None = None) -> Deadline:
    """When the CNIL must have given news of a complaint, and until when a court may be asked.

    `act_before` is information, counted from the unrolled date: whether the birth of the implied
    rejection moves to a working day is not settled, and the earlier date is the safe one.
    Raises DateConflictError, or ValueError for a seat that is no department.
    """
    facts = _Facts(received, holidays.seat_code(seat))
    _check(facts)
    due = _end(facts, 3)
    unrolled = periods.months(received, 3)
    court = periods.months(unrolled.day, 2)
    steps = (
        explanations.complaint_received(received, due.words),
        *_seat_steps(facts.seat),
        explanations.overdue_from(due.day + timedelta(1)),
        explanations.court(unrolled.day, court.words),
    )
    return replace(_deadline(facts, due.day, steps), act_before=court.day)


def _deadline(
    facts: _Facts, due: date | None, steps: tuple[str, ...], *, extended: bool = False
) -> Deadline:
    return Deadline(
        received=facts.received,
        due=due,
        overdue_from=due + timedelta(1) if due else None,
        suspended=due is None,
        extended=extended,
        act_before=None,
        steps=steps,
    )


def _end(facts: _Facts, months: int, pause: _Pause | None = None) -> periods.Count:
    """The working day on which so many months from receipt end, with the days of the pause.

    Always from receipt: an extended period is three months, never one rolled and two more.
    """
    count = periods.months(facts.received, months)
    if pause and pause.given and pause.given > pause.asked:
        count = periods.push(count, pause.asked, pause.given)
    return periods.land(count, facts.seat)


def _pause(facts: _Facts, first_due: date) -> _Pause | None:
    """An identity request counts only within the first month (décret 2019-536 art. 77)."""
    if facts.id_asked is None or facts.id_asked > first_due:
        return None
    return _Pause(facts.id_asked, facts.id_given)


def _is_extended(facts: _Facts, pause: _Pause | None, first_due: date) -> bool:
    """Told within the first month, which stands still while the identity is awaited (12(3))."""
    if facts.extended_on is None:
        return False
    return facts.extended_on <= first_due or (pause is not None and not pause.given)


def _seat_steps(seat: str | None) -> list[str]:
    return [] if seat else [explanations.seat_unknown()]


def _identity_steps(facts: _Facts, pause: _Pause | None, first_due: date, words: str) -> list[str]:
    if facts.id_asked is None:
        return []
    if pause is None:
        return [explanations.identity_asked_late(facts.id_asked, first_due)]
    if pause.given is None:
        return [explanations.identity_awaited(pause.asked)]
    return [explanations.identity_given(pause.asked, pause.given, words)]


def _extension_steps(facts: _Facts, pause: _Pause | None, first_due: date, words: str) -> list[str]:
    if facts.extended_on is None:
        return []
    if pause and not pause.given:
        return [explanations.extension_told_in_suspension(facts.extended_on)]
    if facts.extended_on > first_due:
        return [explanations.extension_late(facts.extended_on, first_due)]
    return [explanations.extension_told(facts.extended_on, words)]


def _check(facts: _Facts) -> None:
    """Refuses what cannot have happened in that order, naming the first date to look at."""
    _check_years(facts)
    if facts.extended_on and facts.extended_on < facts.received:
        raise DateConflictError("extended_on", explanations.before_receipt(facts.received))
    if facts.id_asked and facts.id_asked < facts.received:
        raise DateConflictError("id_asked", explanations.before_receipt(facts.received))
    if facts.id_given and not facts.id_asked:
        raise DateConflictError("id_given", explanations.given_unasked())
    if facts.id_given and facts.id_asked and facts.id_given < facts.id_asked:
        raise DateConflictError("id_given", explanations.given_before_asked(facts.id_asked))


def _check_years(facts: _Facts) -> None:
    """Refuses years before the Gregorian Easter, or so late that dates themselves end."""
    for field in ("received", "extended_on", "id_asked", "id_given"):
        day = getattr(facts, field)
        if day and not holidays.FIRST_YEAR <= day.year <= holidays.LAST_YEAR:
            raise DateConflictError(field, explanations.year_unknown(day.year))
