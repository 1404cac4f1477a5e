"""A box that nobody ticks by mistake."""

import pytest

from opposition.forms.dossier.erasing import EraseForm
from tests.opposition.typed import query


def test_a_ticked_box_is_meant():
    assert EraseForm(query({"sure": "on"})).is_valid()


@pytest.mark.parametrize("data", [{}, {"sure": ""}, {"sure": "false"}])
def test_anything_else_is_told_with_its_name(data):
    form = EraseForm(query(data))
    assert not form.is_valid()
    (fault,) = form.faults
    assert (fault.target, fault.label, fault.sentence) == (
        "id_sure",
        "Effacer",
        "cochez cette case pour effacer.",
    )
