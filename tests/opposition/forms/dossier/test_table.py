"""Which acts a demand knows: a body's are not the CNIL's."""

import pytest

from opposition.forms.dossier import table
from opposition.forms.dossier.cnil import ArrivedForm
from opposition.forms.dossier.sending import ReceivedForm
from tests.opposition import followed
from tests.opposition.dossiers import made

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.mark.parametrize("state", followed.STATES, ids=lambda state: state.name)
def test_every_act_that_a_page_offers_has_its_form(state):
    for case in made.cases(state.make(), state.today).values():
        offered = [*made.acts.offered(case, state.today)]
        offered += [word for ways in made.acts.mendable(case).values() for word in ways]
        assert [word for word in offered if table.form_of(case, word) is None] == []


def test_a_demand_knows_the_acts_of_its_own_track():
    cases = made.cases(followed.fresh())
    request, complaint = cases["fund"], cases["cnil-fund"]
    assert (table.form_of(request, "recu"), table.form_of(complaint, "recu")) == (
        ReceivedForm,
        ArrivedForm,
    )
    assert table.form_of(request, "depose") is None
    assert table.form_of(complaint, "couvre") is None
    assert table.form_of(request, "efface") is None
