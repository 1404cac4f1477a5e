"""Which letter a page shows: the frozen one to send, the last that left, or today's."""

import pytest
from django.http import Http404

from opposition.correspondence import followed
from opposition.correspondence.followed import LockedError
from opposition.domain.vocabulary import AnswerCode, Channel, Scope
from opposition.dossiers import acts
from opposition.views.dossier import writing
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import LATE, SENT, act
from tests.opposition.followed import both_silent, fresh, returned, silent, told

pytestmark = [pytest.mark.django_db, pytest.mark.db]
FIRST = "hdh-objection"


def desk(dossier, name="hdh", key=FIRST, today=SENT):
    found = made.cases(dossier, today)
    return writing.desk(dossier, list(found.values()), found[name].demand.reference, key, today)


def freeze(here):
    return writing.freeze(here, writing.live(here, None).request, made.MORNING)


@pytest.mark.parametrize(("name", "key"), [("hdh", "fund-objection"), ("hdh", "open-letter")])
def test_a_letter_of_another_demand_is_not_found(name, key):
    with pytest.raises(Http404):
        desk(fresh(), name, key)


def test_a_demand_of_another_dossier_is_not_found():
    other = made.cases(fresh())["hdh"].demand.reference
    dossier = made.confirmed()
    with pytest.raises(Http404):
        writing.desk(dossier, list(made.cases(dossier).values()), other, FIRST, SENT)


def test_before_the_first_download_the_letter_is_today_s():
    here = desk(fresh())
    assert writing.kept(here) is None
    assert writing.live(here, None).request.facts["date"] == SENT.isoformat()


def test_once_frozen_it_is_the_same_on_every_day():
    dossier = fresh()
    row = freeze(desk(dossier))
    later = writing.kept(desk(dossier, today=day("Mon 2026-11-30")))
    assert (later.row, later.posted_on) == (row, None)
    assert later.request.facts["date"] == SENT.isoformat()


def test_once_posted_it_says_when():
    dossier = fresh()
    row = freeze(desk(dossier))
    act(dossier, "hdh", acts.posted, on=SENT, channel=Channel.POST, letter=row.id)
    assert writing.kept(desk(dossier)).posted_on == SENT


def test_a_new_letter_to_send_comes_before_the_one_that_left():
    dossier = returned()
    today = day("Tue 2026-12-01")
    row = freeze(desk(dossier, today=today))
    assert writing.kept(desk(dossier, today=today)).row == row


@pytest.mark.parametrize(
    ("state", "demand", "again"),
    [
        ("posted", "hdh", False),
        ("unproved", "hdh", True),
        ("returned", "hdh", True),
        ("received", "fund", False),
    ],
)
def test_a_letter_is_sent_again_only_where_its_arrival_is_in_doubt(state, demand, again):
    dossier, _cases, today = told(state)
    assert writing.again(desk(dossier, demand, f"{demand}-objection", today)) is again


def test_a_lock_is_checked_before_anything_is_asked():
    dossier = fresh()
    with pytest.raises(LockedError):
        writing.check(desk(dossier, "cnil-hdh", "cnil-complaint-silence"))
    assert writing.check(desk(dossier)) is None


def names(cases):
    return [case.demand.kind for case in cases]


def test_a_complaint_notes_the_requests_that_it_names_on_its_own_day():
    dossier = silent()
    here = desk(dossier, "cnil-fund", "cnil-complaint-silence", LATE)
    row = freeze(here)
    act(dossier, "hdh", acts.nothing_came, today=LATE)
    here = desk(dossier, "cnil-fund", "cnil-complaint-silence", LATE)
    assert names(writing.named(here, row)) == ["fund"]
    assert names(writing.named(here, None)) == ["fund", "hdh"]


def test_a_letter_to_a_body_names_none():
    assert writing.named(desk(fresh()), None) == []


def test_a_frozen_letter_that_the_law_no_longer_opens_says_why():
    dossier = both_silent()
    here = desk(dossier, "fund", "reminder-1", LATE)
    row = freeze(here)
    assert writing.outdated(here, writing.kept(here)) == ()
    told_ = {"on": LATE, "code": AnswerCode.NO_DATA, "scopes": frozenset({Scope.FUND})}
    act(dossier, "fund", acts.answered, today=LATE, **told_)
    here = desk(dossier, "fund", "reminder-1", LATE)
    assert writing.kept(here).row == row
    assert writing.outdated(here, writing.kept(here)) == followed.because(here.case, "reminder-1")
    assert followed.because(here.case, "reminder-1") != ()
