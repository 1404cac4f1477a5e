"""What an act's page is about knows the body as the next letter addresses it."""

import pytest

from opposition.correspondence import followed as letters
from opposition.dossiers import changing
from opposition.dossiers.changing import Change
from tests.opposition import followed
from tests.opposition.dossiers.made import SENT
from tests.opposition.forms.dossier.told import subject

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_the_body_is_the_directorys_until_the_person_mends_its_lines():
    dossier = followed.fresh()
    about = subject(dossier, "fund", "poste", SENT)
    assert (about.body.name, about.body.lines[0]) == ("CPAM sûre", "1 PLACE DE L EXEMPLE")
    lines = {about.case.demand.id: ("2 RUE NEUVE", "34000 MONTPELLIER")}
    changing.mend(dossier, Change(lines=lines), today=SENT)
    about = subject(dossier, "fund", "poste", SENT)
    assert about.body.lines == ["2 RUE NEUVE", "34000 MONTPELLIER"]


def test_a_complaint_goes_to_the_cnil():
    about = subject(followed.fresh(), "cnil-hdh", "depose", SENT)
    assert about.body.kind == "cnil"
    assert letters.letters_of(about.case.demand)[0] == "cnil-complaint-silence"
