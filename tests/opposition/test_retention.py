"""What has been kept long enough goes, nothing goes early, and what fails stops nothing."""

import logging
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from opposition import records, retention
from opposition.correspondence import followed
from opposition.domain import periods
from opposition.domain.vocabulary import Kind, Party, State
from opposition.dossiers import changing, erasing, links, opening
from opposition.models import AccessLink, Demand, Dispatch, Dossier, Event, moment
from opposition.models.dossier import Purpose
from opposition.models.mail import Occasion, Status
from opposition.retention import PERIODS, Swept
from tests.opposition import traces
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import ADDRESS, LATE, MORNING, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]
NOTHING = Swept(unconfirmed=0, closed=0, links=0, notices=0, files=0, failed=0)


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def after(**told):
    return MORNING + timedelta(**told)


def alive(dossier):
    return Dossier.objects.filter(id=dossier.id).exists()


def test_an_empty_portal_has_nothing_to_sweep():
    assert retention.sweep(MORNING) == NOTHING


@pytest.mark.parametrize(
    ("later", "gone"),
    [
        ({"hours": 47, "minutes": 59}, False),
        ({"hours": 48}, False),
        ({"hours": 48, "seconds": 1}, True),
        ({"days": 400}, True),
    ],
)
def test_an_unconfirmed_dossier_is_shredded_after_48_hours(later, gone):
    dossier = made.opened(email=ADDRESS)
    assert retention.sweep(after(**later)).unconfirmed == int(gone)
    assert alive(dossier) is not gone


def test_it_leaves_nothing_personal_and_a_chain_that_holds():
    made.opened(email=ADDRESS)
    retention.sweep(after(days=3))
    assert [traces.of(word) for word in ("Aubign", "exemple.fr", "Montpellier")] == [[], [], []]
    assert Dispatch.objects.count() == 0
    told = set(Event.objects.values_list("kind", "by"))
    assert told == {(Kind.PREPARED, Party.CITIZEN), (Kind.CLOSED, Party.PORTAL)}
    assert records.first_break() is None


def test_a_confirmed_dossier_stays():
    dossier = made.confirmed()
    assert retention.sweep(after(days=365 * 5)) == NOTHING
    assert alive(dossier)


def today():
    """The journal also notes the real day of its lines: these tests begin then, or when the
    dossiers are opened."""
    return max(moment.now().astimezone(made.PARIS).date(), MORNING.date())


def morning(day):
    return datetime.combine(day, MORNING.time(), made.PARIS)


@pytest.mark.parametrize("month_and_day", [None, (12, 31), (6, 30), (7, 31), (2, 28)])
def test_a_closed_dossier_is_kept_fourteen_months(month_and_day):
    closed = date(today().year + 1, *month_and_day) if month_and_day else today()
    dossier = made.confirmed()
    changing.stop(dossier, today=closed)
    gone = periods.add_months(closed, 14)
    assert retention.sweep(morning(gone - timedelta(days=1))).closed == 0
    assert retention.sweep(morning(gone)).closed == 1
    assert not alive(dossier)


def test_one_open_demand_keeps_the_whole_dossier():
    dossier = made.confirmed()
    changing.stop(dossier, today=SENT, only=made.cases(dossier)["hdh"].demand)
    assert retention.sweep(after(days=900)) == NOTHING


def test_a_dossier_taken_up_again_stays():
    dossier = made.confirmed()
    changing.stop(dossier, today=SENT)
    changing.resume(dossier, today=LATE)
    assert retention.sweep(after(days=900)) == NOTHING


def test_what_is_told_today_of_a_day_long_past_does_not_go_today():
    """All of it happened in 2020, and was written down just now."""
    long_ago = datetime(2020, 1, 6, 9, tzinfo=made.PARIS)
    dossier = opening.open(made.application(), at=long_ago).dossier
    opening.confirm(dossier, at=long_ago)
    changing.stop(dossier, today=long_ago.date())
    assert retention.sweep(morning(today())) == NOTHING
    assert retention.sweep(morning(periods.add_months(today(), 15))).closed == 1


def test_who_confirms_meanwhile_is_not_shredded(monkeypatch):
    """Found unconfirmed, confirmed before its turn came."""
    dossier = made.opened(email=ADDRESS)
    found = list(retention._unconfirmed(after(days=3)))
    opening.confirm(dossier, at=after(hours=47))
    told = retention._erase(found, after(days=3), retention._is_unconfirmed)
    assert (told, alive(dossier)) == ((0, 0), True)


def test_one_that_fails_is_told_by_its_id_and_stops_no_other(monkeypatch, caplog):
    first, second, third = sorted((made.opened() for _ in range(3)), key=lambda one: one.id)
    erase = erasing.erase

    def poisoned(dossier, **told):
        if dossier.id == second.id:
            raise RuntimeError("Zoé D’Aubigné-Nguyễn")
        erase(dossier, **told)

    monkeypatch.setattr(erasing, "erase", poisoned)
    with caplog.at_level(logging.ERROR):
        swept = retention.sweep(after(days=3))
    assert (swept.unconfirmed, swept.failed) == (2, 1)
    assert [alive(one) for one in (first, second, third)] == [False, True, False]
    assert caplog.messages == [f"dossier {second.id} is not erased: RuntimeError"]
    assert caplog.records[0].exc_info is None


def test_many_are_swept_in_batches(monkeypatch):
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    for _ in range(5):
        made.opened()
    assert retention.sweep(after(days=3)).unconfirmed == 5
    assert Demand.objects.filter(dossier=None, state=State.CLOSED).count() == 20


def test_sweeping_twice_is_sweeping_once():
    made.opened()
    retention.sweep(after(days=3))
    assert retention.sweep(after(days=3)) == NOTHING


@pytest.mark.parametrize("column", ["expires_at", "revoked_at"])
@pytest.mark.parametrize(("days", "gone"), [(89, False), (91, True)])
def test_a_dead_link_is_kept_ninety_days(column, days, gone):
    dossier = made.confirmed()
    links.mint(dossier, Purpose.PRINTED)
    links.mint(dossier, Purpose.MAILED)
    dead = AccessLink.objects.filter(purpose=Purpose.MAILED)
    dead.update(**{column: moment.now() - timedelta(days=days)})
    assert retention.sweep(MORNING).links == int(gone)
    assert AccessLink.objects.count() == 2 - int(gone)


@pytest.mark.parametrize(
    ("status", "days", "emptied"),
    [
        (Status.SENT, 31, True),
        (Status.FAILED, 31, True),
        (Status.DROPPED, 31, True),
        (Status.SENT, 29, False),
        (Status.DUE, 31, False),
        (Status.CLAIMED, 31, False),
    ],
)
def test_what_a_notice_said_is_kept_thirty_days(status, days, emptied):
    dossier = made.confirmed()
    told = {"cause": str(uuid4()), "content": {"steps": []}, "now": MORNING}
    row = records.outbox.queue(dossier, Occasion.TIMELINE, **told)
    Dispatch.objects.filter(id=row.id).update(status=status)
    assert retention.sweep(after(days=days)).notices == int(emptied)
    row.refresh_from_db()
    assert (row.content is None) == emptied


def test_files_of_no_letter_are_removed_and_those_of_letters_stay(var):
    dossier = made.confirmed()
    cases = list(made.cases(dossier).values())
    demand = made.cases(dossier)["hdh"].demand
    written = followed.compose(dossier, cases, demand, "hdh-objection", today=SENT)
    letter = followed.freeze(dossier, demand, written, at=MORNING)
    followed.keep(letter, at=MORNING)
    (var / "letters" / str(uuid4())).write_bytes(b"stray")
    assert retention.sweep(MORNING).files == 1
    assert [file.name for file in (var / "letters").iterdir()] == [str(letter.id)]


def test_over_two_years_nobody_outlives_their_date_and_nobody_dies_early():
    """One sweep a day around the ends; each goes on the day that the periods say."""
    start = today()
    ends = {"waiting": None, "stopped": start, "settled": start + timedelta(36), "going on": None}
    dossiers = {}
    for name, end in ends.items():
        dossiers[name] = opening.open(made.application(), at=morning(start)).dossier
        if name != "waiting":
            opening.confirm(dossiers[name], at=morning(start))
        if end:
            changing.stop(dossiers[name], today=end)
    gone = {}
    for day in (
        start + timedelta(days) for days in (*range(7), *range(0, 415, 30), *range(415, 480))
    ):
        retention.sweep(morning(day))
        for name in [name for name, one in dossiers.items() if not alive(one)]:
            gone[name] = day
            del dossiers[name]
    assert gone == {
        "waiting": start + timedelta(3),  # at the end of the second day, to the second: not yet
        "stopped": periods.add_months(start, 14),
        "settled": periods.add_months(start + timedelta(36), 14),
    }


def test_every_period_says_from_what_it_counts_and_why():
    assert PERIODS.keys() == {"unconfirmed", "closed", "links", "notices"}
    for period in PERIODS.values():
        assert (period.since, period.source) != ("", "")
        assert bool(period.months) != bool(period.span)
