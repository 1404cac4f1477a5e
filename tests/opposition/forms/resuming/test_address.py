"""A reminder asks for an address only where nobody has verified it, and for nothing else."""

from datetime import date

from opposition.forms.resuming.address import AddressForm
from tests.opposition.retyped import ADDRESS
from tests.opposition.typed import directory, query

KNOWN = directory()
TODAY = date(2026, 12, 28)


def test_only_the_address_is_asked():
    form = AddressForm(bodies={"hdh": KNOWN["hdh-dpd"]}, today=TODAY)
    assert list(form.fields) == ["hdh_for", "hdh_lines", "hdh_checked"]


def test_the_address_compared_is_the_one_printed():
    form = AddressForm(query(ADDRESS), bodies={"hdh": KNOWN["hdh-dpd"]}, today=TODAY)
    assert form.is_valid()
    assert form.lines == {"hdh": ("9 RUE GEORGES PITARD", "75015 PARIS")}


def test_without_comparison_nothing_goes_on():
    form = AddressForm(
        query({**ADDRESS, "hdh_checked": ""}), bodies={"hdh": KNOWN["hdh-dpd"]}, today=TODAY
    )
    assert not form.is_valid()
