"""A date corrected, a line struck: nothing is changed, everything is counted again."""

import pytest

from opposition import records
from opposition.domain.vocabulary import (
    AnswerCode,
    Channel,
    Evidence,
    Kind,
    Outcome,
    Party,
    State,
)
from opposition.dossiers import acts
from opposition.models import Event
from opposition.records import Entry, StaleError
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import DUE, LATE, RECEIVED, SENT, SLIP

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MONDAY, LATER = made.day("Mon 2026-11-23"), made.day("Tue 2027-01-05")


@pytest.fixture
def dossier():
    return made.confirmed()


def numbers(case, kind):
    """The numbers of the lines of that kind, struck or not."""
    return [line.event.ordinal for line in case.lines if line.event.kind is kind]


def correct(dossier, kind, on, *, name="hdh", today=LATE, **told):
    """The last line of that kind happened on that day."""
    case = made.cases(dossier, today)[name]
    told |= {"line_ordinal": numbers(case, kind)[-1], "on": on}
    return made.act(dossier, name, acts.corrected, today=today, **told)


def strike(dossier, kind, *, name="hdh", today=LATE):
    case = made.cases(dossier, today)[name]
    ordinal = numbers(case, kind)[-1]
    return made.act(dossier, name, acts.struck, today=today, line_ordinal=ordinal)


def test_a_corrected_receipt_moves_the_deadline(dossier):
    before = made.received(dossier)
    assert before.plan.deadline.due == DUE
    case = correct(dossier, Kind.RECEIVED, made.day("Fri 2026-11-27"))
    assert made.lines(case, last=2) == [
        (Kind.CORRECTED, LATE, {"replaces": before.last}),
        (Kind.RECEIVED, made.day("Fri 2026-11-27"), {"evidence": SLIP}),
    ]
    assert case.plan.deadline.due == DUE  # the 27th of December is a Sunday
    again = correct(dossier, Kind.RECEIVED, made.day("Mon 2026-11-30"))
    assert again.plan.deadline.due == made.day("Wed 2026-12-30")


def test_the_sealed_words_go_with_the_fact(dossier):
    told = {"on": RECEIVED, "evidence": Evidence.DECLARED, "how": "au téléphone"}
    made.sent(dossier)
    made.act(dossier, "hdh", acts.received, today=RECEIVED, **told)
    case = correct(dossier, Kind.RECEIVED, made.day("Wed 2026-11-25"))
    assert made.words(dossier, case) == [{"how": "au téléphone"}] * 2


def test_the_same_correction_twice_is_one(dossier):
    before = made.received(dossier)
    told = {"line_ordinal": before.last, "on": SENT, "seen": before.last}
    first = made.act(dossier, "hdh", acts.corrected, today=LATE, **told)
    again = made.act(dossier, "hdh", acts.corrected, today=LATE, **told)
    assert (first.last, again.last) == (before.last + 2, before.last + 2)


def test_another_correction_from_the_old_page_is_refused(dossier):
    before = made.received(dossier)
    told = {"line_ordinal": before.last, "seen": before.last}
    made.act(dossier, "hdh", acts.corrected, today=LATE, on=SENT, **told)
    with pytest.raises(StaleError):
        made.act(dossier, "hdh", acts.corrected, today=LATE, on=made.day("Wed 2026-11-25"), **told)


def test_a_line_that_was_corrected_is_not_corrected_again(dossier):
    before = made.received(dossier)
    correct(dossier, Kind.RECEIVED, made.day("Wed 2026-11-25"))
    with pytest.raises(acts.ActError) as caught:
        made.act(dossier, "hdh", acts.corrected, today=LATE, line_ordinal=before.last, on=RECEIVED)
    assert caught.value.sentence == "cette ligne ne se corrige pas, ou l’a déjà été."


def test_a_line_that_is_not_there_is_named(dossier):
    with pytest.raises(acts.ActError) as caught:
        made.act(dossier, "hdh", acts.struck, line_ordinal=99)
    assert caught.value.sentence == "cette ligne n’est pas dans ce journal."


def test_what_came_back_is_still_the_letter_that_left(dossier):
    made.received(dossier)
    made.act(dossier, "hdh", acts.returned, today=LATE, on=LATE)
    case = correct(dossier, Kind.SENT, MONDAY)
    assert (case.standing.state, case.standing.sending.sent_on) == (State.UNDELIVERED, MONDAY)
    assert made.lines(case, last=4) == [
        (Kind.CORRECTED, LATE, {"replaces": case.last - 4}),
        (Kind.RETURNED, LATE, {"of": case.last}),
        (Kind.CORRECTED, LATE, {"replaces": 3}),
        (Kind.SENT, MONDAY, {"channel": Channel.POST}),
    ]
    told = {"line_ordinal": 3, "on": MONDAY, "seen": case.last - 4}
    assert made.act(dossier, "hdh", acts.corrected, today=LATE, **told).last == case.last


def test_a_line_that_did_not_happen_is_struck(dossier):
    made.received(dossier)
    case = strike(dossier, Kind.RECEIVED)
    assert (case.standing.state, case.plan.deadline) == (State.SENT, None)
    ordinal = numbers(case, Kind.RECEIVED)[-1]
    told = {"today": LATE, "line_ordinal": ordinal, "seen": 0}
    assert made.act(dossier, "hdh", acts.struck, **told).last == case.last


def test_striking_a_letter_strikes_its_return(dossier):
    made.sent(dossier)
    made.act(dossier, "hdh", acts.returned, today=LATE, on=LATE)
    case = strike(dossier, Kind.SENT)
    assert case.standing.state is State.READY


def test_a_word_said_too_soon_is_taken_back(dossier):
    """« It covers all » by mistake: the demand was closed, and is open again."""
    made.received(dossier)
    told = {"on": LATE, "code": AnswerCode.REGISTERED_SNDS}
    made.act(dossier, "hdh", acts.answered, today=LATE, **told)
    assert not made.act(dossier, "hdh", acts.covered, today=LATE).standing.open
    case = strike(dossier, Kind.COVERED)
    assert (case.standing.state, case.standing.judged) == (State.ANSWERED, False)


@pytest.mark.parametrize("name", ["cnil-hdh", "hdh"])
@pytest.mark.parametrize("online", [True, False])
def test_a_filing_is_corrected_in_both_journals(dossier, name, online):
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": LATE, "online": online}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATER, **told)
    kind = Kind.SENT if name == "cnil-hdh" and not online else Kind.FILED
    correct(dossier, kind, LATER, name=name, today=LATER)
    cases = made.cases(dossier, LATER)
    assert cases["hdh"].standing.filed_on == LATER
    complaint = cases["cnil-hdh"].standing
    assert (complaint.filed_on if online else complaint.sending.sent_on) == LATER


def test_a_filing_that_did_not_happen_is_struck_in_both_journals(dossier):
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": LATE, "online": True}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATE, **told)
    strike(dossier, Kind.FILED, name="cnil-hdh")
    cases = made.cases(dossier, LATE)
    assert [cases[one].standing.state for one in ("cnil-hdh", "hdh")] == [
        State.READY,
        State.RECEIVED,
    ]


def test_a_decision_is_corrected_and_struck_in_both_journals(dossier):
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": LATE, "online": True}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATE, **told)
    told = {"on": LATER, "outcome": Outcome.REFUSED}
    made.act(dossier, "cnil-hdh", acts.cnil_outcome, today=LATER, **told)
    correct(dossier, Kind.CNIL_OUTCOME, LATE, name="cnil-hdh", today=LATER)
    cases = made.cases(dossier, LATER)
    assert {cases[one].standing.closed_on for one in ("cnil-hdh", "hdh")} == {LATE}
    strike(dossier, Kind.CNIL_OUTCOME, name="cnil-hdh", today=LATER)
    cases = made.cases(dossier, LATER)
    assert {cases[one].standing.state for one in ("cnil-hdh", "hdh")} == {State.FILED}


def test_what_may_be_corrected_is_what_the_person_told(dossier):
    made.silent(dossier)
    case = made.cases(dossier, LATE)["hdh"]
    both, only_strike = ("corriger", "annuler"), ("annuler",)
    ways = acts.mendable(case)
    assert ways == {3: both, 4: both, 5: only_strike}
    assert made.lines(case, last=1)[0][0] is Kind.NOTHING_CAME


def test_what_others_wrote_is_not_the_persons_to_correct(dossier):
    case = made.received(dossier)
    line = Entry(Kind.ANSWERED, RECEIVED, Party.ADDRESSEE, {"code": AnswerCode.OTHER})
    records.record(case.demand, line, today=RECEIVED)
    assert case.last + 1 not in acts.mendable(made.cases(dossier)["hdh"])


def test_the_return_of_a_complaint_is_filed_again_not_struck(dossier):
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": LATE, "online": False}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATE, **told)
    case = made.act(dossier, "cnil-hdh", acts.returned, today=LATE, on=LATE)
    assert acts.mendable(case)[case.last] == ("corriger",)


def test_nothing_of_the_journal_is_ever_gone(dossier):
    made.received(dossier)
    correct(dossier, Kind.RECEIVED, SENT)
    strike(dossier, Kind.RECEIVED)
    assert Event.objects.filter(kind=Kind.RECEIVED).count() == 2
    assert records.first_break() is None
