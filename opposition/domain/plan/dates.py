"""The days on which a plan turns: the law's deadline, the rhythm of reminders, the quiet year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from opposition.domain import deadlines, french, periods
from opposition.domain.deadlines import Deadline
from opposition.domain.plan import delays
from opposition.domain.plan.values import Body
from opposition.domain.standing import IdentityCheck, Sending, Standing
from opposition.domain.vocabulary import Track

CNIL_SEAT = "75"


def deadline(standing: Standing, body: Body) -> Deadline | None:
    """The law's date for this demand; None while nothing shows that a clock runs."""
    if standing.track is Track.REQUEST:
        return _of_body(standing.sending, body) if standing.sending.proved else None
    return _of_cnil(standing) if standing.track is Track.COMPLAINT else None


def _of_body(sending: Sending, body: Body) -> Deadline | None:
    """One month, three if extended, less the time that identity was awaited (GDPR 12(3), 12(6)).

    What was told before a receipt later proved counts from that receipt: never too early.
    """
    received = sending.received_on
    if received is None:
        return None
    told = sending.extended_on
    pause = _pause(received, sending.identity, body)
    return deadlines.for_controller(
        received,
        seat=body.seat,
        extended_on=max(received, told) if told else None,
        id_asked=pause.asked if pause else None,
        id_given=pause.given if pause else None,
    )


def _pause(received: date, checks: Sequence[IdentityCheck], body: Body) -> IdentityCheck | None:
    """One pause from the first request to the last supply; requests out of time add nothing."""
    pause: IdentityCheck | None = None
    for check in (_not_before(received, check) for check in checks):
        if pause is None:
            pause = check
            continue
        known = deadlines.for_controller(
            received, seat=body.seat, id_asked=pause.asked, id_given=pause.given
        )
        if known.due and check.asked <= known.due:
            pause = replace(pause, given=check.given)
    return pause


def _not_before(received: date, check: IdentityCheck) -> IdentityCheck:
    given = max(received, check.given) if check.given else None
    return IdentityCheck(max(received, check.asked), given)


def _of_cnil(standing: Standing) -> Deadline | None:
    """Three months from the complaint, or from the last news that came within the three before.

    News that come after the term do not move the date shown: the earlier one is the safe one.
    """
    if standing.lodged_on is None:
        return None
    start = standing.lodged_on
    for news in sorted(standing.cnil_news):
        if start < news <= periods.add_months(start, 3):
            start = news
    counted = deadlines.for_authority(start, seat=CNIL_SEAT)
    if start == standing.lodged_on or counted.due is None:
        return counted
    told = (
        f"Nouvelles de la CNIL reçues le {french.long_date(start)}\u202f: trois mois recommencent, "
        f"jusqu’au {french.long_date(counted.due)}."
    )
    return replace(counted, received=standing.lodged_on, steps=(told, *counted.steps[1:]))


@dataclass(frozen=True)
class Timetable:
    """The rhythm of reminder, reminder, complaint once an answer is late (rules 1 and 12).

    Days done, or proposed when they are not done yet. `asked_since` is the day from which the
    person's word on the silence is wanted for what comes next.
    """

    overdue_from: date
    reminders: tuple[date, ...]
    first_on: date
    second_on: date
    complaint_on: date
    asked_since: date
    skipped: bool
    replied: bool  # something came after the last reminder: no second one (rule 12)


def timetable(standing: Standing, due: Deadline | None, body: Body) -> Timetable | None:
    """None while no deadline is set to end."""
    if standing.track is not Track.REQUEST or due is None or due.overdue_from is None:
        return None
    late, sending = due.overdue_from, standing.sending
    reminders = tuple(sorted(on for on in sending.reminders.values() if on >= late))
    first_on = (
        reminders[0]
        if reminders
        else late + (delays.PATIENCE if body.answers_by_post else delays.NONE)
    )
    second_on = reminders[1] if len(reminders) > 1 else first_on + delays.SECOND_REMINDER_AFTER
    since = reminders[-1] if reminders else late
    skipped_on = sending.skipped_on if sending.skipped_on and sending.skipped_on >= since else None
    table = Timetable(
        overdue_from=late,
        reminders=reminders,
        first_on=first_on,
        second_on=second_on,
        complaint_on=second_on + delays.COMPLAINT_AFTER,
        asked_since=(late, second_on, second_on + delays.COMPLAINT_AFTER)[min(len(reminders), 2)],
        skipped=skipped_on is not None,
        replied=bool(reminders) and sending.heard_on is not None and sending.heard_on >= since,
    )
    if skipped_on:
        return replace(table, complaint_on=skipped_on, asked_since=late)
    if table.replied and len(reminders) == 1:
        return replace(table, complaint_on=second_on)
    return table


def quiet_until(standing: Standing, due: Deadline | None, alive_on: date | None) -> date | None:
    """The day from which the twelve quiet months count: the last act, or the end of the clock."""
    ends = [standing.quiet_since, alive_on]
    if due:
        ends += [due.due, due.act_before]
    if standing.filed_on and standing.track is Track.REQUEST:
        ends.append(deadlines.for_authority(standing.filed_on, seat=CNIL_SEAT).act_before)
    return max((end for end in ends if end), default=None)
