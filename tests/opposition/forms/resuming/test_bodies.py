"""To whom one wrote: a fund is looked up by its place, the Health Data Hub is one."""

import pytest

from opposition.forms.resuming.bodies import BodiesForm, OwnFundForm, chosen
from tests.opposition.retyped import BOTH, FUND, HUB, TYPED_FUND
from tests.opposition.typed import directory, query

KNOWN = directory()


def judged(data):
    form = BodiesForm(query(data))
    form.is_valid()
    return form


def fund(data):
    form = OwnFundForm(query(data), known=KNOWN)
    assert form.is_valid(), form.errors
    return form


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        (BOTH, {}),
        (HUB, {}),
        ({**BOTH, "to": []}, {"to": ["cochez au moins un organisme."]}),
        ({**BOTH, "to": ["cnil"]}, None),
        (
            {**BOTH, "postal_code": ""},
            {"postal_code": ["indiquez le code postal, pour trouver la caisse."]},
        ),
        ({**BOTH, "postal_code": "7500"}, None),
    ],
)
def test_a_fund_needs_its_place_and_the_hub_does_not(data, errors):
    form = judged(data)
    if errors is None:
        assert len(form.errors) == 1
    else:
        assert form.errors == errors


def test_whom_one_wrote_to_is_asked_once():
    assert "to" not in OwnFundForm(known={}).fields
    assert not BodiesForm()["postal_code"].optional


def test_the_bodies_come_in_the_order_of_the_form():
    found = chosen(judged(BOTH), fund(FUND), KNOWN)
    assert {name: body.key for name, body in found.items()} == {"fund": "sure", "hdh": "hdh-dpd"}


def test_the_invented_hub_goes_with_the_invented_fund_only():
    invented = chosen(judged(BOTH), fund({**FUND, "fund": "demo-caisse"}), KNOWN)
    assert invented["hdh"].key == "demo-hdh"
    assert chosen(judged(HUB), None, KNOWN)["hdh"].key == "hdh-dpd"


def test_a_body_typed_by_hand_has_its_name_and_address():
    found = chosen(judged(BOTH), fund(TYPED_FUND), KNOWN)["fund"]
    assert (found.letter_name, found.lines) == (
        "Caisse des bergers",
        ["3 chemin des Alpages", "05100 Briançon"],
    )


def test_a_directory_without_hub_names_none():
    assert chosen(judged(HUB), None, {}) == {}
