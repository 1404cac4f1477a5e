"""Which acts make sense: by state, by date, by what is asked."""

import pytest

from opposition.domain.vocabulary import AnswerCode, Channel, Outcome, Question, Scope
from opposition.dossiers import acts
from opposition.dossiers.acts import offering
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import DUE, LATE, RECEIVED

pytestmark = [pytest.mark.django_db, pytest.mark.db]
WROTE = ("repondu", "identite", "delai", "renvoi")
JUDGED = ("couvre", "incomplet", "conteste")
CNIL = ("cnil-enregistre", "cnil-nouvelles", "cnil-decision")
SOON, TEN_DAYS = made.day("Wed 2026-11-25"), made.day("Fri 2026-12-04")


@pytest.fixture
def dossier():
    return made.confirmed()


def asked(dossier, today, name="hdh"):
    """The open question, the acts that answer it, all that are offered."""
    case = made.cases(dossier, today)[name]
    return case.plan.question, acts.answering(case, today), acts.offered(case, today)


def answer(dossier, code, today=LATE):
    told = {"today": today, "on": today, "code": AnswerCode(code)}
    return made.act(dossier, "hdh", acts.answered, **told)


def test_before_it_is_confirmed_there_is_nothing_to_tell():
    assert asked(made.opened(), made.SENT) == (Question.CONFIRM, (), ())


def test_ready_it_may_leave_or_have_left(dossier):
    assert asked(dossier, made.SENT) == (Question.POSTED, ("poste",), ("poste", "deja-ecrit"))


def test_on_its_way_it_arrives_comes_back_or_is_answered(dossier):
    made.sent(dossier)
    ways = ("recu", "accuse", "revenu", "poste", *WROTE)
    assert asked(dossier, SOON) == (None, (), ways)
    assert asked(dossier, TEN_DAYS) == (Question.PROOF, ("recu", "accuse", "poste"), ways)


def test_come_back_it_is_sent_again(dossier):
    made.received(dossier)
    made.act(dossier, "hdh", acts.returned, today=RECEIVED, on=RECEIVED)
    assert asked(dossier, RECEIVED) == (Question.RESEND, ("poste",), ("poste", *WROTE))


def test_the_silence_is_asked_from_the_day_after_the_deadline(dossier):
    made.received(dossier)
    assert asked(dossier, DUE) == (None, (), (*WROTE, "recu", "revenu"))
    assert asked(dossier, LATE) == (
        Question.SILENCE,
        ("rien", *WROTE),
        ("rien", *WROTE, "recu", "revenu"),
    )


def test_after_the_silence_a_reminder_or_none(dossier):
    made.silent(dossier)
    question, answering, offered = asked(dossier, LATE)
    assert (question, answering) == (Question.NEXT_MOVE, ("rappel", "sans-rappel"))
    assert offered == ("rien", "rappel", "sans-rappel", *WROTE, "recu", "revenu")


def test_a_reminder_once_skipped_is_not_skipped_again(dossier):
    made.silent(dossier)
    made.act(dossier, "hdh", acts.reminder_skipped, today=LATE)
    assert asked(dossier, LATE)[1] == ("rappel",)


def test_between_two_reminders_the_second_may_be_skipped(dossier):
    made.silent(dossier)
    told = {"on": LATE, "channel": Channel.AMELI}
    made.act(dossier, "hdh", acts.reminder_sent, today=LATE, **told)
    assert ("rappel" in asked(dossier, LATE)[2], "sans-rappel" in asked(dossier, LATE)[2]) == (
        False,
        True,
    )


def test_the_identity_asked_is_given(dossier):
    made.received(dossier)
    told = {"on": RECEIVED, "doubted": True}
    made.act(dossier, "hdh", acts.identity_asked, today=RECEIVED, **told)
    assert asked(dossier, RECEIVED) == (
        Question.IDENTITY,
        ("identite-donnee",),
        ("identite-donnee", *WROTE),
    )


def test_an_answer_waits_for_the_persons_word(dossier):
    made.received(dossier)
    answer(dossier, "REGISTERED_SNDS")
    assert asked(dossier, LATE) == (Question.SCOPE, JUDGED, (*JUDGED, *WROTE))


def test_a_contested_refusal_is_the_complaints_to_follow(dossier):
    made.received(dossier)
    answer(dossier, "REFUSED_PUBLIC_TASK")
    made.act(dossier, "hdh", acts.contested, today=LATE)
    assert asked(dossier, LATE)[2] == ("couvre", "incomplet", *WROTE)
    assert asked(dossier, LATE, "cnil-hdh") == (Question.FILE, ("depose",), ("depose",))


def test_what_is_missing_is_awaited_like_the_rest(dossier):
    made.received(dossier)
    answer(dossier, "REGISTERED_SNDS")
    made.act(dossier, "hdh", acts.incomplete, today=LATE, scopes=frozenset({Scope.HDH}))
    assert asked(dossier, LATE)[:2] == (Question.SILENCE, ("rien", *WROTE))


def test_a_held_complaint_offers_nothing_until_its_lock_opens(dossier):
    made.received(dossier)
    assert asked(dossier, LATE, "cnil-hdh") == (None, (), ())
    made.act(dossier, "hdh", acts.nothing_came, today=LATE)
    assert asked(dossier, LATE, "cnil-hdh") == (Question.FILE, ("depose",), ("depose",))


def test_a_complaint_arrives_comes_back_or_is_handled(dossier):
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": LATE, "online": False}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATE, **told)
    assert asked(dossier, LATE, "cnil-hdh")[2] == ("recu", "revenu", *CNIL)
    made.act(dossier, "cnil-hdh", acts.returned, today=LATE, on=LATE)
    assert asked(dossier, LATE, "cnil-hdh") == (Question.RESEND, ("depose",), ("depose",))


def test_with_the_cnil_one_waits_for_it_and_a_late_answer_is_still_judged(dossier):
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": LATE, "online": True}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATE, **told)
    assert asked(dossier, LATE, "cnil-hdh") == (None, (), CNIL)
    assert asked(dossier, LATE) == (None, (), ("repondu", "renvoi"))
    answer(dossier, "REGISTERED_SNDS")
    assert asked(dossier, LATE) == (Question.SCOPE, JUDGED, (*JUDGED, "repondu", "renvoi"))


def test_what_is_closed_offers_nothing(dossier):
    hub = made.silent(dossier)
    told = {"cases": [hub], "on": LATE, "online": True}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATE, **told)
    told = {"on": LATE, "outcome": Outcome.REFUSED}
    made.act(dossier, "cnil-hdh", acts.cnil_outcome, today=LATE, **told)
    assert asked(dossier, LATE, "cnil-hdh") == asked(dossier, LATE) == (None, (), ())


def test_every_question_has_its_acts_and_every_word_its_act():
    assert set(offering.QUESTIONS) == set(Question)
    told = {word for words in offering.QUESTIONS.values() for word in words}
    tables = (*offering._AT_BODY.values(), *offering._AT_CNIL.values())
    told |= {word for words in tables for word in words}
    assert told - acts.ACTS.keys() == set()
    assert acts.ACTS.keys() - told == {"corriger", "annuler"}
