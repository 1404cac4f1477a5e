"""Only what the law opens today is offered, and only what is offered can be chosen."""

import pytest

from opposition.correspondence.resuming import options
from opposition.forms.resuming.choice import TITLES, ChoiceForm, label
from tests.opposition.told import cases, history, replied, silent
from tests.opposition.typed import query

FOUND = options(cases("Mon 2026-12-28", silent("fund"), silent("hdh")))


def test_each_letter_says_whom_it_is_about():
    hub = "Plateforme des données de santé"
    assert [str(label(option)) for option in FOUND] == [
        "Un rappel\u202f: CPAM sûre",
        f"Un rappel\u202f: {hub}",
        f"Une plainte à la CNIL, pour absence de réponse\u202f: CPAM sûre, {hub}",
    ]
    assert len(TITLES) == 4


def test_the_letter_chosen_is_the_option_itself():
    form = ChoiceForm(query({"letter": "reminder-hdh"}), options=FOUND)
    assert form.is_valid()
    assert form.option is FOUND[1]


@pytest.mark.parametrize("forged", ["cnil-complaint-refusal", "reminder-2", "cnil-report", ""])
def test_a_letter_that_is_not_open_is_refused(forged):
    form = ChoiceForm(query({"letter": forged}), options=FOUND)
    assert not form.is_valid()
    assert list(form.errors) == ["letter"]


def test_a_single_letter_is_marked_and_several_are_not():
    refused = history(reply=replied("REFUSED_EXCESSIVE"))
    only = options(cases("Mon 2026-12-28", refused))
    assert ChoiceForm(options=only)["letter"].value() == "cnil-complaint-refusal"
    assert ChoiceForm(options=FOUND)["letter"].value() is None
