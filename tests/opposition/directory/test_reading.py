"""A postal code leads to its funds, or to the reason why there is none."""

import pytest

from opposition import directory
from opposition.directory import postcodes
from opposition.directory.reading import NO_GENERAL_FUND
from opposition.models import Addressee

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture(autouse=True)
def loaded():
    directory.load()


def keys(funds):
    return [fund.key for fund in funds]


@pytest.mark.parametrize(
    ("code", "funds"),
    [
        ("34000", ["cpam-de-l-herault"]),
        ("75116", ["cpam-de-paris", "msa-d-ile-de-france"]),
        ("75948", ["cpam-de-paris", "msa-d-ile-de-france"]),
        ("20000", ["cpam-de-la-corse-du-sud", "msa-de-la-corse"]),
        ("20200", ["cpam-de-la-haute-corse", "msa-de-la-corse"]),
        ("97133", ["cgss-de-guadeloupe-et-saint-martin", "msa-saint-barthelemy"]),
        ("97150", ["cgss-de-guadeloupe-et-saint-martin"]),
        ("97600", ["css-de-mayotte"]),
        ("94390", ["cpam-de-l-essonne", "msa-d-ile-de-france"]),
        # two departments: the likelier first, agricultural funds after all general ones
        (
            "42620",
            ["cpam-de-la-loire", "cpam-de-l-allier", "msa-ardeche-drome-loire", "msa-d-auvergne"],
        ),
        # several funds in one department: the person chooses
        (
            "59000",
            [
                "cpam-de-lille-douai",
                "cpam-de-roubaix-tourcoing",
                "cpam-des-flandres",
                "cpam-du-hainaut",
                "msa-nord-pas-de-calais",
            ],
        ),
        ("62000", ["cpam-de-l-artois", "cpam-de-la-cote-d-opale", "msa-nord-pas-de-calais"]),
        ("64000", ["cpam-de-bayonne", "cpam-de-pau-pyrenees"]),
        (
            "76000",
            [
                "cpam-de-rouen-elbeuf-dieppe-seine-maritime",
                "cpam-du-havre",
                "msa-haute-normandie",
            ],
        ),
    ],
)
def test_a_postal_code_proposes_its_funds_general_regime_first(code, funds):
    assert keys(directory.funds_for(code)) == funds
    assert directory.why_no_fund(code) == ""


FIVE_DIGITS = "Un code postal français s’écrit en cinq chiffres, par exemple 75011."


def no_department(code):
    return (
        f"Le code postal {code} n’est celui d’aucun département français. "
        "Vérifiez-le, ou choisissez votre caisse dans la liste."
    )


def no_fund_in(name):
    return (
        f"Ce portail ne connaît aucune caisse du régime général pour ce territoire ({name}). "
        "Si votre caisse est ailleurs, choisissez-la dans la liste."
    )


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("2A004", FIVE_DIGITS),
        ("9999", FIVE_DIGITS),
        ("", FIVE_DIGITS),
        ("98000", no_department("98000")),
        ("00 000", no_department("00000")),
        ("97500", no_fund_in("Saint-Pierre-et-Miquelon")),
        ("98713", no_fund_in("Polynésie française")),
        ("98799", no_fund_in("Île de Clipperton")),
    ],
)
def test_where_there_is_no_fund_a_reason_is_said(code, reason):
    assert directory.funds_for(code) == []
    assert directory.why_no_fund(code) == reason


def test_each_of_the_109_departments_has_a_general_fund_or_a_said_reason():
    funds = Addressee.objects.funds().general()
    without = {code for code in postcodes.departments() if not funds.for_department(code).exists()}
    assert len(postcodes.departments()) == 109
    assert without == NO_GENERAL_FUND


@pytest.mark.parametrize("code", ["34000", "59000", "42620"])
def test_the_funds_of_a_page_cost_one_query(code, django_assert_num_queries):
    with django_assert_num_queries(1):
        directory.funds_for(code)


def test_a_wrong_code_and_a_reason_cost_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert directory.funds_for("98000") == []
        assert directory.why_no_fund("97500") != ""


def test_the_other_schemes_are_national_and_in_order():
    schemes = directory.other_schemes()
    assert keys(schemes) == [
        "camieg",
        "cavimac",
        "ccas-ratp",
        "cfe-francais-de-l-etranger",
        "cnmss",
        "cpr-sncf-cprpf",
        "crpcen",
        "enim",
        "mgen-section-locale-mutualiste-regime-ob",
    ]
    assert {fund.key: fund.scheme for fund in schemes}["cnmss"] == "militaires"
    assert {tuple(fund.departments) for fund in schemes} == {()}


def test_every_agricultural_fund_can_be_chosen_also_without_known_departments():
    funds = directory.agricultural_funds()
    assert len(funds) == 37
    assert "msa-d-armorique" in keys(funds)
    assert keys(funds[:3]) == ["ccmsa-caisse-centrale-msa", "msa-ain-rhone", "msa-alpes-du-nord"]


def test_in_the_demo_the_invented_fund_comes_last_and_only_where_there_is_a_fund():
    directory.load(demo=True)
    assert keys(directory.funds_for("75116")) == [
        "cpam-de-paris",
        "msa-d-ile-de-france",
        "demo-caisse",
    ]
    assert directory.funds_for("97500") == []
