"""Every fact that a letter may refuse has the question that gives it."""

import pytest

from letters.facts import FactsError
from opposition.correspondence import LetterError
from opposition.forms import blame


@pytest.mark.parametrize(
    ("fact", "place"),
    [
        ("citizen.birth_date", ("vous", "birth_date")),
        ("citizen.email", ("vous", "email")),
        ("citizen.address", ("vous", "street")),
        ("citizen.address[3]", ("vous", "street")),
        ("represents.birth_date", ("vous", "represents_birth_date")),
        ("place", ("vous", "town")),
        ("fund", ("caisse", "fund")),
        ("addressee.name", ("caisse", "fund")),
        ("addressee.address[2]", ("adresses", "hdh_lines")),
        ("grounds[0]", ("adresses", "grounds")),
        ("statements[1]", ("adresses", "statements")),
        ("date", ("vous", "")),
    ],
)
def test_a_fact_leads_to_its_question(fact, place):
    assert blame.place(LetterError("hdh", FactsError(fact, "non."))) == place
