"""What all acts share: days that can be, questions that were not asked, the arguments told."""

from datetime import date

import pytest

from opposition.dossiers import acts
from opposition.forms.dossier import table
from opposition.forms.dossier.act import DatedForm
from opposition.forms.fields import DayField
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.forms.dossier.told import errors, form, subject

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = day("Wed 2026-12-30")
EVERY = [("fund", word) for word in table.AT_BODY] + [("cnil-fund", word) for word in table.AT_CNIL]


@pytest.fixture
def dossier():
    return followed.posted()


@pytest.mark.parametrize(("name", "word"), EVERY)
def test_every_act_has_a_question_a_reason_and_a_button(dossier, name, word):
    asked = form(subject(dossier, name, word, TODAY, line=3))
    for words in (asked.title, asked.lead, asked.button):
        assert str(words).strip() == str(words) != ""
    assert str(asked.title)[-1] == "?"
    assert len(str(asked.lead)) < 260


def test_there_is_a_form_for_every_act_and_no_other():
    assert {*table.AT_BODY, *table.AT_CNIL} == set(acts.ACTS)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/12/2026", "cette date est dans le futur."),
        ("24/05/2018", "cette date est trop ancienne : vérifiez l’année."),
        ("", "indiquez le jour de cette demande."),
        ("hier", "écrivez le jour, le mois et l’année en chiffres, par exemple 31/12/1980."),
    ],
)
def test_a_day_that_nobody_has_lived_is_told_beside_it(dossier, typed, said):
    asked = form(subject(dossier, "fund", "accuse", TODAY), {"on": typed})
    assert errors(asked) == {"on": [said]}


def test_today_and_the_first_day_of_the_law_are_days(dossier):
    for typed in ("30/12/2026", "25/05/2018"):
        assert errors(form(subject(dossier, "fund", "accuse", TODAY), {"on": typed})) == {}


@pytest.mark.parametrize(("name", "word"), EVERY)
def test_what_a_form_tells_is_what_its_act_takes(dossier, name, word):
    """Names are arguments; the letter and the requests named are the view's to find."""
    right = {
        **dict.fromkeys(("on", "received_on"), "30/12/2026"),
        "channel": "post",
        "evidence": "tracking",
        "code": "ACK",
        "online": "courrier",
        "doubted": "yes",
        "reasoned": "no",
        "verdict": word,
        "outcome": "refused",
    }
    asked = form(subject(dossier, name, word, TODAY, line=3), right)
    assert errors(asked) == {}
    hints = acts.ACTS[word].__annotations__
    told = getattr(hints.get("told"), "__args__", (None,))[0]
    taken = {*hints, *(told.__annotations__ if told else ())} - {"case", "today", "seen", "return"}
    assert set(asked.told) <= taken
    required = {name for name, asked_ in asked.fields.items() if isinstance(asked_, DayField)}
    assert {name for name in required if isinstance(asked.told[name], date)} == required


def test_what_was_not_asked_is_neither_judged_nor_told(dossier):
    about = subject(dossier, "fund", "poste", TODAY)
    told = {"on": "30/12/2026", "channel": "ameli", "number": "trop court"}
    asked = form(about, told)
    assert (errors(asked), "number" in asked.told) == ({}, False)
    assert set(errors(form(about, told | {"channel": "post"}))) == {"number"}


def test_a_field_of_one_answer_alone_is_marked_for_the_style_sheet(dossier):
    asked = form(subject(dossier, "fund", "poste", TODAY))
    assert [(one.field.name, one.only) for one in asked.asked] == [
        ("on", ""),
        ("channel", ""),
        ("number", "for-number"),
        ("other", ""),
    ]


def test_a_dated_act_asks_its_day_first(dossier):
    for name, word in EVERY:
        asked = form(subject(dossier, name, word, TODAY, line=3))
        if isinstance(asked, DatedForm):
            assert next(iter(asked.fields)) == "on"
