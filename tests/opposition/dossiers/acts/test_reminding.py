"""Reminders: noted when they leave, never before the deadline, skipped at will (rule 12)."""

from datetime import timedelta

import pytest

from opposition.correspondence import followed
from opposition.domain.vocabulary import Channel, Kind
from opposition.dossiers import acts
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import DUE, LATE

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def dossier():
    found = made.confirmed()
    made.silent(found)
    return found


def test_a_reminder_that_left_is_noted_with_its_way(dossier):
    told = {"on": LATE, "channel": Channel.AMELI}
    case = made.act(dossier, "hdh", acts.reminder_sent, today=LATE, **told)
    assert made.lines(case, last=1) == [(Kind.REMINDER_SENT, LATE, {"channel": Channel.AMELI})]
    assert (case.plan.reminder.letter, case.plan.reminder.open) == ("reminder-2", False)


def test_its_letter_is_noted(dossier):
    cases = list(made.cases(dossier, LATE).values())
    demand = made.cases(dossier, LATE)["hdh"].demand
    written = followed.compose(dossier, cases, demand, "reminder-1", today=LATE)
    letter = followed.freeze(dossier, demand, written, at=made.at("Tue 2026-12-29"))
    told = {"on": LATE, "channel": Channel.POST, "letter": letter.id, "number": "1A"}
    case = made.act(dossier, "hdh", acts.reminder_sent, today=LATE, **told)
    assert case.lines[-1].noted == {"letter": str(letter.id)}
    assert made.words(dossier, case) == [{"number": "1A"}]


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (DUE, "le délai court jusqu’au 29 décembre 2026 exclu : un rappel compte à partir de "),
        (made.day("Mon 2026-11-23"), "cette date est avant celle de l’envoi, le 24 novembre 2026."),
    ],
)
def test_a_reminder_leaves_once_the_answer_is_late(dossier, on, sentence):
    with pytest.raises(acts.ActError) as caught:
        made.act(dossier, "hdh", acts.reminder_sent, today=LATE, on=on, channel=Channel.POST)
    assert caught.value.field == "on"
    assert caught.value.sentence.removesuffix("ce jour.") == sentence


def test_a_reminder_is_skipped_and_the_complaint_is_proposed_at_once(dossier):
    case = made.act(dossier, "hdh", acts.reminder_skipped, today=LATE)
    assert made.lines(case, last=1) == [(Kind.REMINDER_SKIPPED, LATE, {})]
    assert case.plan.complaint.proposed_on == LATE


def test_two_reminders_and_no_third(dossier):
    second = LATE + timedelta(days=20)
    for on in (LATE, second):
        made.act(dossier, "hdh", acts.reminder_sent, today=on, on=on, channel=Channel.AMELI)
        made.act(dossier, "hdh", acts.nothing_came, today=on)
    case = made.cases(dossier, second)["hdh"]
    assert case.plan.reminder.because == ("Deux rappels sont déjà partis.",)
