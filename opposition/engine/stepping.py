"""One dossier, one transaction: every step that is due is done, written down, and told once.

A step is done when its NOTIFIED line is written; the plan then says what comes next. What is told
to the person leaves as one notice for the whole dossier (design §2).
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from opposition import records
from opposition.domain.plan import Step, delays
from opposition.domain.vocabulary import Kind, Party, StepKind
from opposition.models import Dossier
from opposition.models.mail import Occasion
from opposition.records import Case, Entry

ROUNDS = 20  # a plan that is still not at rest after so many is in error
NIGHT = timedelta(hours=6)  # a day of notices begins when steps fall due, at 06:00 in Paris

Told = tuple[Case, Step]


class RestlessError(Exception):
    """The plan keeps asking for steps that were just done."""


def ready(now: datetime, dossier: str = "") -> Q:
    """Those whose steps may be done: confirmed, and not told anything yet on this day.

    `now` is in Paris; `dossier` is the path to the dossier from the model that is filtered.
    """
    path = f"{dossier}__" if dossier else ""
    morning = (now - NIGHT).date()
    untold = Q(**{f"{path}noticed_on": None}) | Q(**{f"{path}noticed_on__lt": morning})
    return Q(**{f"{path}confirmed_at__isnull": False}) & untold


def advance(dossier_id: UUID, now: datetime) -> int:
    """Do what is due in this dossier; how many steps were done.

    None is done where another worker has the dossier, where it was erased, or where only the
    cached date said that something was due: that is then put right.
    """
    with transaction.atomic(durable=True):
        free = Dossier.objects.select_for_update(skip_locked=True).filter(ready(now))
        dossier = free.filter(id=dossier_id).first()
        if dossier is None:
            return 0
        done = list(_steps(dossier, now))
        if not done:
            records.refresh(dossier.id, today=now.date())
        told = [(case, step) for case, step in done if step.to is Party.CITIZEN]
        if told and dossier.email is not None and dossier.muted_at is None:
            _notice(dossier, told, now)
        return len(done)


def _steps(dossier: Dossier, now: datetime) -> Iterator[Told]:
    """Round after round, until nothing is due."""
    today = now.date()
    for _ in range(ROUNDS):
        due = _due(records.cases(dossier, today), now)
        if not due:
            return
        records.record_all([(case.demand, _entry(step, today)) for case, step in due], today=today)
        yield from due
    raise RestlessError(str(dossier.id))


def _due(cases: list[Case], now: datetime) -> list[Told]:
    """What closes comes first and alone: it takes along what depends on it."""
    due = [
        (case, case.plan.step)
        for case in cases
        if case.plan.step and case.plan.step.falls_due <= now
    ]
    closing = [(case, step) for case, step in due if step.kind is StepKind.CLOSE]
    return closing or due


def _entry(step: Step, today: date) -> Entry:
    if step.kind is StepKind.CLOSE:
        return Entry(Kind.CLOSED, today, Party.PORTAL)
    return Entry(Kind.NOTIFIED, today, Party.PORTAL, {"step": step.kind})


def _notice(dossier: Dossier, told: list[Told], now: datetime) -> None:
    """One row of the outbox for all of it; there is none other that day."""
    today = now.date()
    records.outbox.queue(
        dossier,
        Occasion.TIMELINE,
        cause=f"timeline:{dossier.id}:{today.isoformat()}",
        content={"steps": [_said(case, step, today) for case, step in told]},
        now=now,
    )
    dossier.noticed_on = today
    dossier.save(update_fields=["noticed_on"])


def _said(case: Case, step: Step, today: date) -> dict[str, Any]:
    """What the notice needs to know of a step: codes, a number, a date."""
    return {
        "demand": str(case.demand.id),
        "step": step.kind.value,
        "round": step.round,
        "day": _day(case, step, today),
    }


def _day(case: Case, step: Step, today: date) -> str | None:
    """The date that the step is about: the end of a delay, or of what is followed."""
    if step.kind is StepKind.WARN_CLOSING:
        return (today + delays.CLOSE_AFTER).isoformat()
    due = case.plan.deadline.due if case.plan.deadline else None
    return due.isoformat() if due else None
