"""The directory's reading vocabulary, the same on every database."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from opposition.models import Addressee
from opposition.models.addressee import Kind, Level, Regime

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def make(key, **fields):
    return Addressee.objects.create(**{"key": key, "kind": Kind.FUND, "name": key, **fields})


def keys(addressees):
    return sorted(addressee.key for addressee in addressees)


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        (["59"], ["two", "one"]),
        (["62"], ["two"]),
        (["97"], []),
        (["971"], ["far"]),
        (["2A"], ["isle"]),
        (["2B"], []),
        (["62", "971"], ["two", "far"]),
        ([], []),
        (["%"], []),
        (["5_"], []),
    ],
)
def test_a_department_finds_the_bodies_that_serve_it(codes, found):
    make("one", departments=["59"])
    make("two", departments=["59", "62"])
    make("far", departments=["971", "977"])
    make("isle", departments=["2A"])
    make("national", departments=[])
    assert keys(Addressee.objects.for_department(*codes)) == sorted(found)


def test_the_words_of_reading_combine():
    make("cpam", regime=Regime.GENERAL, departments=["59"])
    make("msa", regime=Regime.AGRICULTURAL, departments=["59"])
    make("cnmss", regime=Regime.SPECIAL)
    make("hdh", kind=Kind.HDH, departments=["59"])
    make("demo", invented=True, verified_on=date(2026, 1, 1), verified_by="a@example.org")
    every = Addressee.objects
    assert keys(every.funds()) == ["cnmss", "cpam", "demo", "msa"]
    assert keys(every.funds().for_department("59")) == ["cpam", "msa"]
    assert keys(every.funds().general().for_department("59")) == ["cpam"]
    assert keys(every.agricultural()) == ["msa"]
    assert keys(every.special()) == ["cnmss"]
    assert keys(every.invented()) == ["demo"]
    assert keys(every.verified()) == ["demo"]
    assert keys(every.real().funds()) == ["cnmss", "cpam", "msa"]


@pytest.mark.parametrize(
    "half",
    [{"verified_on": date(2026, 1, 1)}, {"verified_by": "a@example.org"}],
)
def test_a_verification_has_a_date_and_a_person_or_neither(half):
    with pytest.raises(IntegrityError), transaction.atomic():
        make("x", **half)


def test_a_body_is_shown_by_its_name():
    assert str(Addressee(name="CPAM de l’Ain")) == "CPAM de l’Ain"


def test_the_choices_read_in_french():
    assert Kind.FUND.label == "caisse d’assurance maladie"
    assert Regime.AGRICULTURAL.label == "régime agricole"
    assert Level.N.label == "adresse non trouvée"


def test_verbose_names_are_lower_case():
    names = [str(field.verbose_name) for field in Addressee._meta.concrete_fields]
    assert names == [name.lower() for name in names]
