"""What came back, or did not: asked in plain words, told as the journal takes it."""

import re
from datetime import date
from pathlib import Path

import pytest

from opposition.domain.vocabulary import AnswerCode, Question, Scope
from opposition.forms.dossier import replies
from opposition.forms.resuming.answers import CONTESTABLE
from opposition.forms.resuming.kinds import KINDS
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.dossiers.made import LATE
from tests.opposition.forms.dossier.told import choices, errors, form, plain, subject

pytestmark = [pytest.mark.django_db, pytest.mark.db]
SHEET = Path(__file__).resolve().parents[4] / "static/css/acts.css"
EARLY = day("Mon 2026-11-30")
ON, DAY = {"on": "29/12/2026"}, date(2026, 12, 29)


def judged(word, data=None, *, make=followed.overdue, name="fund", today=LATE):
    return form(subject(make(), name, word, today), data)


def test_the_question_of_rule_1_is_asked_word_for_word():
    asked = judged("rien", {})
    assert asked.title == Question.SILENCE.label
    assert (asked.told, asked.is_valid()) == ({}, True)
    assert list(asked.asked) == []


def test_a_body_that_answers_by_post_is_given_five_days_of_patience():
    (note,) = judged("rien").notes
    assert "jusqu’au dimanche 3 janvier 2027" in note


def test_before_the_date_the_page_says_that_a_word_opens_nothing():
    note, *_others = judged("rien", make=followed.received, today=EARLY).notes
    assert plain(note) == (
        "Le délai court jusqu’au 28 décembre 2026. Ce que vous direz d’ici là est gardé, sans rien "
        "ouvrir : nous vous le redemanderons ensuite."
    )


def test_without_a_clock_the_page_says_that_none_runs():
    note, *_others = judged("rien", make=followed.posted, today=EARLY).notes
    assert plain(note).startswith("Aucun délai n’a encore pris fin")


def test_on_the_last_day_of_the_delay_it_still_runs():
    due = day("Mon 2026-12-28")
    note, *_others = judged("rien", make=followed.received, today=due).notes
    assert note.startswith("Le délai court jusqu’au 28 décembre 2026.")


def test_every_class_of_answer_is_offered_in_plain_words_but_those_that_are_acts():
    values = choices(judged("repondu"), "code")
    assert values == list(KINDS)
    assert set(AnswerCode) - set(values) == {AnswerCode.ID_REQUEST, AnswerCode.EXTENSION}


def test_an_answer_tells_its_class_its_parts_its_words_and_what_it_lacks():
    data = {
        "code": "REFUSED_PUBLIC_TASK",
        "scopes": ["hdh", "projects"],
        "quote": "Nous ne pouvons.",
        "missing": ["reasons", "remedy"],
        "redirected": "on",
    }
    assert judged("repondu", ON | data).told == {
        "code": AnswerCode.REFUSED_PUBLIC_TASK,
        "on": DAY,
        "scopes": frozenset({Scope.HDH, Scope.PROJECTS}),
        "quote": "Nous ne pouvons.",
        "missing": ("reasons", "remedy"),
        "redirected": True,
    }


def test_only_a_refusal_must_say_three_things():
    told = judged("repondu", ON | {"code": "ACK", "missing": ["reasons"]}).told
    assert (told["missing"], told["scopes"], told["redirected"]) == ((), frozenset(), False)


@pytest.mark.parametrize("code", [code.value for code in KINDS])
def test_only_an_answer_of_no_known_kind_has_to_be_quoted(code):
    asked = judged("repondu", ON | {"code": code})
    wanted = {"quote": ["recopiez la phrase principale de la réponse."]}
    assert errors(asked) == (wanted if code == "OTHER" else {})


def test_a_quote_that_is_too_long_is_told_once():
    asked = judged("repondu", ON | {"code": "OTHER", "quote": "x" * 301})
    assert errors(asked) == {"quote": ["ce texte est trop long : 300 caractères au plus."]}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("fund", "Elle me renvoie aussi vers le Health Data Hub"),
        ("hdh", "Elle me renvoie aussi vers ma caisse"),
    ],
)
def test_each_body_may_send_on_to_the_other(name, words):
    assert str(judged("repondu", name=name).fields["redirected"].label) == words


def test_both_requests_know_where_else_they_may_be_sent():
    assert set(replies.ELSEWHERE) == {"fund", "hdh"}


def test_the_style_sheet_shows_what_a_refusal_lacks_for_the_same_answers_as_the_form_keeps():
    rule = SHEET.read_text("utf-8").partition('[name="code"]')[2].partition(".for-missing")[0]
    assert set(re.findall(r'value="(\w+)"', rule)) == set(CONTESTABLE)
