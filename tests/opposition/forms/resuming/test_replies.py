"""The one question of rule 1: word for word, and only once the date has passed."""

import pytest

from opposition.forms.resuming.replies import EARLY, SILENCE, RepliesForm
from tests.opposition.domain.journal import day
from tests.opposition.told import cases, history, unknown
from tests.opposition.typed import query

BOTH = (unknown("fund"), history("hdh"))


def form(today, *histories, **came):
    data = query({f"{name}_came": value for name, value in came.items()}) if came else None
    made = RepliesForm(data, cases=cases(today, *histories))
    if came:
        assert made.is_valid(), made.errors
    return made


def test_the_words_are_those_of_the_rule():
    plain = str(SILENCE).replace("\u202f", " ")
    assert plain == "Avez-vous reçu quelque chose : courrier, message ameli, mail ?"


@pytest.mark.parametrize(
    ("today", "asked"), [("Wed 2026-12-23", EARLY), ("Thu 2026-12-24", SILENCE)]
)
def test_it_is_asked_only_once_the_date_has_passed(today, asked):
    assert form(today, history()).fields["hdh_came"].label == asked


def test_a_body_without_known_receipt_is_asked_the_other_question():
    made = form("Mon 2027-02-01", *BOTH)
    assert [str(field.label) for field in made.fields.values()] == [str(EARLY), str(SILENCE)]


def test_only_after_the_date_does_nothing_mean_silence():
    early = form("Wed 2026-12-23", history(), hdh="nothing")
    late = form("Thu 2026-12-24", history(), hdh="nothing")
    assert (early.is_silent("hdh"), late.is_silent("hdh")) == (False, True)
    assert not form("Thu 2026-12-24", history(), hdh="answer").is_silent("hdh")


def test_the_bodies_that_answered_are_asked_more():
    made = form("Thu 2026-12-24", *BOTH, fund="answer", hdh="nothing")
    assert list(made.answered) == ["fund"]


def test_what_was_noted_before_is_not_nothing():
    noted = history(id_asked=day("Tue 2026-12-01"))
    choices = dict(form("Thu 2026-12-24", noted).fields["hdh_came"].choices)
    assert str(choices["nothing"]) == "Non, rien d’autre que ce qui est noté à l’étape précédente"


def test_no_answer_is_not_taken_for_silence():
    made = RepliesForm(query({}), cases=cases("Thu 2026-12-24", history()))
    assert not made.is_valid()
    assert made.errors == {"hdh_came": ["dites si vous avez reçu quelque chose."]}
