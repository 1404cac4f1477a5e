"""The same act posted from several windows at once is one line; two different ones are one act
and one refusal."""

from functools import partial

import pytest

from opposition import records
from opposition.domain.vocabulary import Channel, Kind, Outcome
from opposition.dossiers import acts
from opposition.models import Event
from opposition.records import StaleError
from tests.opposition.dossiers import made, together
from tests.opposition.dossiers.made import LATE, SENT

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db,
    pytest.mark.postgres,
]


def posting(case, channel=Channel.POST):
    return partial(acts.posted, case, today=SENT, seen=case.last, on=SENT, channel=channel)


def test_eight_times_the_same_act_is_one_line():
    case = made.cases(made.confirmed())["hdh"]
    assert together.eight(posting(case)) == [None] * 8
    assert Event.objects.filter(kind=Kind.SENT).count() == 1
    assert records.first_break() is None


def test_eight_different_acts_from_one_page_are_one_act_and_seven_refusals():
    case = made.cases(made.confirmed())["hdh"]
    days = [made.day("Mon 2026-11-23"), SENT] * 4
    doings = [
        partial(acts.posted, case, today=SENT, seen=case.last, on=on, channel=channel)
        for on, channel in zip(days, [*Channel, *Channel][:8], strict=True)
    ]
    found = together.at_once(*doings)
    assert [one for one in found if one is None] == [None]
    assert {type(one) for one in found if one is not None} == {StaleError}
    assert Event.objects.filter(kind=Kind.SENT).count() == 1


def test_acts_on_two_demands_of_one_dossier_do_not_disturb_each_other():
    cases = made.cases(made.confirmed())
    found = together.at_once(*[posting(cases["hdh"]), posting(cases["fund"])] * 4)
    assert found == [None] * 8
    assert Event.objects.filter(kind=Kind.SENT).count() == 2


def test_eight_filings_are_one_in_each_journal():
    dossier = made.confirmed()
    hub = made.silent(dossier)
    case = made.cases(dossier, LATE)["cnil-hdh"]
    told = {"today": LATE, "seen": case.last, "cases": [hub], "on": LATE, "online": True}
    assert together.eight(partial(acts.filed, case, **told)) == [None] * 8
    assert Event.objects.filter(kind=Kind.FILED).count() == 2
    after = made.cases(dossier, LATE)["cnil-hdh"]
    told = {"today": LATE, "seen": after.last, "on": LATE, "outcome": Outcome.ACCEPTED}
    assert together.eight(partial(acts.cnil_outcome, after, **told)) == [None] * 8
    assert Event.objects.filter(kind=Kind.CNIL_OUTCOME).count() == 2
