"""Staff make the caches again: without --really the command says what differs, and fails."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from opposition import clock, records
from opposition.domain.vocabulary import Kind, State
from opposition.models import Demand
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import said

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def fund():
    """A request sent today, whose row was spoiled by hand."""
    _, fund, _, _ = dossiers.family()
    records.record(fund, said(Kind.SENT, clock.today()), today=clock.today())
    Demand.objects.filter(id=fund.id).update(state=State.READY, due_at=None)
    return fund


def run(*words):
    """What it says, and the exit status with the last word where it fails."""
    out = StringIO()
    try:
        call_command("rebuild", *words, stdout=out)
    except CommandError as error:
        return out.getvalue(), (error.returncode, str(error))
    return out.getvalue(), None


def line(fund):
    """06:00 in Paris has another offset in summer."""
    due = clock.today() + timedelta(10)
    at = records.cases(fund.dossier, clock.today())[0].plan.step.falls_due
    assert re.fullmatch(rf"{due}T06:00\+0[12]:00", at.isoformat(timespec="minutes"))
    return f"{fund.id}\u202f: ready — → sent {at.isoformat(timespec='minutes')}\n"


def row(fund):
    return Demand.objects.values_list("state", flat=True).get(id=fund.id)


def test_nothing_differs_where_records_alone_has_written():
    assert run() == ("Chaque demande est telle que son journal la dit.\n", None)


def test_without_really_it_says_what_differs_and_writes_nothing(fund):
    told = "Demandes qui diffèrent de leur journal\u202f: 1. Rien n’est écrit sans --really."
    assert run() == (line(fund), (1, told))
    assert row(fund) == State.READY


def test_with_really_it_writes_what_it_says(fund):
    assert run("--really") == (line(fund) + "Corrigées\u202f: 1.\n", None)
    assert row(fund) == State.SENT
    assert run()[1] is None


def test_nobody_is_named(fund):
    """A demand's id, states and dates: what a log may hold."""
    told, _ = run()
    assert fund.reference not in told
