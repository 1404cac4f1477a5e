"""One page for three verdicts: the address marks one, the button says the one that is chosen."""

import pytest

from opposition.domain.vocabulary import ASKED, Scope
from opposition.forms.dossier.judging import CONTESTED, COVERED, INCOMPLETE
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.forms.dossier.told import choices, errors, form, plain, subject

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = day("Fri 2026-12-18")
VERDICTS = [COVERED, INCOMPLETE, CONTESTED]


def judged(word, data=None):
    return form(subject(followed.answered(), "fund", word, TODAY), data)


@pytest.mark.parametrize("word", VERDICTS)
def test_the_address_marks_its_own_answer(word):
    asked = judged(word)
    assert choices(asked, "verdict") == VERDICTS
    assert asked["verdict"].value() == word


@pytest.mark.parametrize("address", VERDICTS)
@pytest.mark.parametrize("chosen", VERDICTS)
def test_the_answer_chosen_is_the_act(address, chosen):
    asked = judged(address, {"verdict": chosen, "scopes": ["hdh"]})
    told = {"scopes": frozenset({Scope.HDH})} if chosen == INCOMPLETE else {}
    assert (asked.word, asked.told) == (chosen, told)


def test_no_answer_is_no_verdict():
    assert errors(judged(COVERED, {})) == {"verdict": ["choisissez une des trois réponses."]}


def test_only_what_was_asked_for_may_be_missing():
    assert set(choices(judged(COVERED), "scopes")) == ASKED


def test_a_late_answer_that_is_enough_is_news_for_the_cnil_too():
    assert judged(COVERED).notes == ()
    late = form(subject(followed.filed(), "hdh", COVERED, day("Mon 2027-01-04")))
    assert [plain(note) for note in late.notes] == [
        "La CNIL est saisie : si la réponse couvre tout, dites-le-lui aussi."
    ]
