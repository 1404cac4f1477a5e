"""A row of the outbox is taken by one worker at a time, by the database's clock."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction

from opposition.correspondence import references
from opposition.engine import claims
from opposition.engine.claims import Claim
from opposition.models import Dispatch, Letter, moment
from tests.opposition.domain.journal import day
from tests.opposition.engine.followed import OPENED, at, demand, dossier, queued

pytestmark = [pytest.mark.django_db, pytest.mark.db]
NOW = at("Thu 2026-11-19 17:30")


@pytest.fixture
def row():
    return queued(dossier(confirmed=False))


def lapse(one):
    """Its lease ended a second ago."""
    Dispatch.objects.filter(id=one.id).update(leased_until=moment.now() - timedelta(seconds=1))


def stands(one):
    one.refresh_from_db()
    return one.status, one.attempt, one.error


def letter(status="due"):
    """A row with a letter, such as nothing can write yet."""
    request = demand(dossier())
    written = Letter.objects.create(
        dossier=request.dossier,
        demand=request,
        key="fund-objection",
        version="1",
        dated=day("Thu 2026-11-19"),
        frozen_at=at(OPENED),
        content=b"sealed",
        digest="0" * 64,
    )
    return Dispatch.objects.create(
        dossier=request.dossier,
        letter=written,
        cause=references.draw(),
        message_id=f"<{references.draw()}@portail.example>",
        not_before=at(OPENED),
        status=status,
        attempt=1 if status == "transmitting" else 0,
    )


def test_nothing_waits_before_its_moment(row):
    assert claims.waiting(at("Thu 2026-11-19 16:59")) == []
    assert claims.claim(row.id, at("Thu 2026-11-19 16:59")) is None
    assert claims.waiting(NOW) == [row.id]


def test_what_was_due_first_waits_first_and_in_batches(row, monkeypatch):
    early = queued(row.dossier, now="Thu 2026-11-19 08:00")
    assert claims.waiting(NOW) == [early.id, row.id]
    monkeypatch.setattr(claims, "BATCH", 1)
    assert claims.waiting(NOW) == [early.id]


def test_what_is_claimed_is_nobody_else_s_for_two_minutes(row):
    before = moment.now()
    assert claims.claim(row.id, NOW) == Claim(row.id, 1)
    assert claims.claim(row.id, NOW) is None
    assert claims.waiting(NOW) == []
    assert stands(row) == ("claimed", 1, "")
    assert timedelta(0) <= row.leased_until - before - claims.LEASE < timedelta(seconds=20)


def test_a_lease_counts_in_the_database_s_time_whatever_the_civil_time(row):
    claims.claim(row.id, NOW)
    assert claims.claim(row.id, NOW + timedelta(days=3000)) is None


def test_a_claim_that_lapsed_is_simply_taken_again_and_its_worker_sends_nothing(row):
    slow = claims.claim(row.id, NOW)
    lapse(row)
    assert claims.waiting(NOW) == [row.id]
    quick = claims.claim(row.id, NOW)
    assert quick == Claim(row.id, 2)
    assert not claims.transmit(slow)
    assert claims.transmit(quick)
    assert not claims.postpone(slow, NOW, "late")
    assert not claims.drop(slow)
    assert not claims.sent(slow, NOW)
    assert stands(row) == ("transmitting", 2, "")
    assert claims.sent(quick, NOW)
    assert stands(row) == ("sent", 2, "")
    assert (row.sent_at, row.leased_until) == (NOW, None)


def test_a_notice_left_in_the_middle_is_due_again(row):
    claims.transmit(claims.claim(row.id, NOW))
    assert claims.waiting(NOW) == []
    lapse(row)
    assert claims.waiting(NOW) == [row.id]
    assert stands(row) == ("due", 1, "lease lapsed")
    assert claims.claim(row.id, NOW) == Claim(row.id, 2)


def test_what_is_learnt_after_the_lease_is_true_unless_somebody_else_has_the_row(row):
    claim = claims.claim(row.id, NOW)
    claims.transmit(claim)
    lapse(row)
    claims.waiting(NOW)
    assert claims.sent(claim, NOW)
    assert stands(row) == ("sent", 1, "")


def test_a_letter_left_in_the_middle_is_never_sent_again():
    one = letter("transmitting")
    lapse(one)
    assert claims.waiting(NOW) == []
    assert stands(one) == ("unknown", 1, "lease lapsed")
    assert claims.claim(one.id, NOW) is None


def test_a_letter_that_was_claimed_only_may_be_claimed_again():
    one = letter()
    claims.claim(one.id, NOW)
    lapse(one)
    assert claims.claim(one.id, NOW) == Claim(one.id, 2)


def test_a_failure_puts_the_row_off_by_the_wait_of_its_attempt(row):
    for attempt, minutes in ((1, 1), (2, 2), (3, 4)):
        claim = claims.claim(row.id, NOW + timedelta(days=attempt))
        assert claims.postpone(claim, NOW, "SMTPDataError 451")
        assert stands(row) == ("due", attempt, "SMTPDataError 451")
        assert row.not_before == NOW + timedelta(minutes=minutes)


def test_after_five_days_it_has_failed(row):
    Dispatch.objects.update(attempt=27)
    assert claims.postpone(claims.claim(row.id, NOW), NOW, "SMTPDataError 451")
    assert stands(row) == ("failed", 28, "SMTPDataError 451")
    assert claims.waiting(NOW + timedelta(days=9)) == []


def test_a_row_that_kills_its_worker_each_time_comes_to_an_end(row):
    Dispatch.objects.update(attempt=28, status="claimed")
    lapse(row)
    assert claims.claim(row.id, NOW) is None
    assert stands(row) == ("failed", 28, "given up")


def test_a_code_is_cut_to_what_the_row_holds(row):
    claims.fail(claims.claim(row.id, NOW), "x" * 41)
    assert stands(row) == ("failed", 1, "x" * 40)


@pytest.mark.parametrize("status", ["sent", "failed", "unknown", "dropped"])
def test_what_has_ended_is_claimed_no_more(row, status):
    Dispatch.objects.update(status=status)
    lapse(row)
    assert claims.waiting(NOW) == []
    assert claims.claim(row.id, NOW) is None


def test_a_row_that_was_erased_is_claimed_by_nobody(row):
    claim = claims.claim(row.id, NOW)
    row.dossier.delete()
    assert not claims.transmit(claim)
    assert claims.claim(row.id, NOW) is None


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_eight_workers_at_once_make_one_claim():
    made = queued(dossier(confirmed=False))
    start = Barrier(8)

    def one(_):
        start.wait()
        try:
            return claims.claim(made.id, NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        won = [claim for claim in threads.map(one, range(8)) if claim]
    assert won == [Claim(made.id, 1)]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_claimed_inside_a_transaction():
    made = queued(dossier(confirmed=False))
    with transaction.atomic(), pytest.raises(RuntimeError):
        claims.claim(made.id, NOW)
    assert stands(made) == ("due", 0, "")
