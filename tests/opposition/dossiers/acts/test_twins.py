"""The lines of several journals that tell one fact are found, and no others."""

import pytest

from opposition.domain.vocabulary import Kind, Outcome
from opposition.dossiers import acts
from opposition.dossiers.acts import desks, twins
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import LATE

pytestmark = [pytest.mark.django_db, pytest.mark.db]
LATER = made.day("Tue 2027-01-05")


@pytest.fixture
def dossier():
    """Both bodies silent, nothing filed."""
    found = made.confirmed()
    for name in ("fund", "hdh"):
        made.silent(found, name)
    return found


def file(dossier, name, *names, on=LATE, online=True):
    named = [made.cases(dossier, LATER)[one] for one in names]
    told = {"cases": named, "online": online, "on": on}
    return made.act(dossier, name, acts.filed, today=LATER, **told)


def desk(dossier, name):
    """The desk of that demand, as acts see it."""
    case = made.cases(dossier, LATER)[name]
    with desks.opened(case, LATER, case.last) as found:
        return found


def named(dossier, name):
    """The kinds of bodies whose requests this complaint named."""
    here = desk(dossier, name)
    return [one.demand.kind for one in twins.named(here, here.case)]


def found(dossier, name, kind):
    """Where else the last line of that kind is told: demand and kind of line."""
    here = desk(dossier, name)
    line = [one for one in here.case.lines if one.event.kind is kind][-1]
    return [
        (case.about.demand.kind if case.about else case.demand.kind, other.event.kind)
        for case, other in twins.of(here, here.case, line)
    ]


def test_a_complaint_that_has_not_left_names_nobody(dossier):
    assert named(dossier, "cnil-hdh") == []


def test_a_filing_is_told_in_each_request_that_it_named(dossier):
    file(dossier, "cnil-hdh", "hdh", "fund", online=False)
    assert named(dossier, "cnil-hdh") == ["fund", "hdh"]
    assert found(dossier, "cnil-hdh", Kind.SENT) == [("fund", Kind.FILED), ("hdh", Kind.FILED)]
    assert found(dossier, "hdh", Kind.FILED) == [("hdh", Kind.SENT), ("fund", Kind.FILED)]


def test_two_complaints_of_one_day_are_told_apart(dossier):
    file(dossier, "cnil-hdh", "hdh")
    file(dossier, "cnil-fund", "fund")
    assert (named(dossier, "cnil-hdh"), named(dossier, "cnil-fund")) == (["hdh"], ["fund"])


def test_a_decision_is_told_where_the_complaint_was(dossier):
    file(dossier, "cnil-hdh", "hdh")
    told = {"on": LATER, "outcome": Outcome.ACCEPTED}
    made.act(dossier, "cnil-hdh", acts.cnil_outcome, today=LATER, **told)
    assert found(dossier, "cnil-hdh", Kind.CNIL_OUTCOME) == [("hdh", Kind.CNIL_OUTCOME)]
    assert found(dossier, "hdh", Kind.CNIL_OUTCOME) == [("hdh", Kind.CNIL_OUTCOME)]


def test_the_other_lines_are_told_in_one_journal_alone(dossier):
    file(dossier, "cnil-hdh", "hdh")
    assert found(dossier, "hdh", Kind.SENT) == []
    assert found(dossier, "hdh", Kind.NOTHING_CAME) == []
    assert found(dossier, "cnil-hdh", Kind.CONFIRMED) == []


def test_a_struck_line_stands_no_more(dossier):
    case = file(dossier, "cnil-hdh", "hdh")
    after = made.act(dossier, "cnil-hdh", acts.struck, today=LATER, line_ordinal=case.last)
    assert [line.event.ordinal for line in twins.standing(after)] == [1, 2, case.last + 1]
    assert named(dossier, "cnil-hdh") == []
