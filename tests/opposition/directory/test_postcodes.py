"""A postal code says its departments and its communes, and what is no code says nothing."""

import pytest

from opposition.directory import postcodes, tables
from opposition.directory.postcodes import communes_of, department_by_rule, department_of

POSTAL_CODES = "postal_codes_fr_2026.csv.gz"


@pytest.mark.parametrize(
    ("code", "departments"),
    [
        ("01000", ("01",)),
        ("34000", ("34",)),
        ("75116", ("75",)),
        # Corsica: no exception, the line is at 20200
        ("20000", ("2A",)),
        ("20199", ("2A",)),
        ("20200", ("2B",)),
        ("20600", ("2B",)),
        # overseas: three digits
        ("97400", ("974",)),
        ("97600", ("976",)),
        ("97500", ("975",)),
        ("98713", ("987",)),
        # exceptions: another department than the digits say
        ("94390", ("91",)),
        ("97133", ("977",)),
        ("97150", ("978",)),
        ("98799", ("989",)),
        # exceptions: two departments, the rule's own first
        ("42620", ("42", "03")),
        ("01200", ("01", "74")),
        ("75016", ("75", "92")),
        # CEDEX: in no file, the rule decides
        ("75948", ("75",)),
        ("49937", ("49",)),
        # a copy brings spaces
        (" 34 000\u202f", ("34",)),
        ("34\u00a0000", ("34",)),
    ],
)
def test_a_postal_code_lies_in_its_departments(code, departments):
    assert department_of(code) == departments


@pytest.mark.parametrize(
    "wrong",
    ["", "2A004", "98000", "00000", "9999", "99999", "96000", "340000", "34OOO", "٣٤٠٠٠", "34-00"],
)
def test_what_is_no_french_postal_code_lies_nowhere(wrong):
    assert department_of(wrong) == ()
    assert communes_of(wrong) == ()


def test_every_code_of_the_2026_file_finds_the_departments_of_its_communes():
    true = {}
    for row in tables.rows(POSTAL_CODES):
        true.setdefault(row["postal_code"], set()).add(row["department"])
    assert len(true) == 6310
    missed = {code: real for code, real in true.items() if not real <= set(department_of(code))}
    assert missed == {}


def test_the_exceptions_are_36_and_all_are_followed():
    rows = list(tables.rows("postal_department_exceptions.csv"))
    assert len(rows) == 36
    for row in rows:
        found = department_of(row["postal_code"])
        assert sorted(found) == sorted(row["departments"].split())
        assert found != (department_by_rule(row["postal_code"]),)


def test_every_exception_names_known_departments_and_what_the_rule_would_say():
    for row in tables.rows("postal_department_exceptions.csv"):
        assert row["rule_department"] == department_by_rule(row["postal_code"])
        assert set(row["departments"].split()) <= set(postcodes.departments())


@pytest.mark.parametrize(
    ("code", "communes"),
    [
        ("01000", ("Bourg-en-Bresse", "Saint-Denis-lès-Bourg")),
        ("97133", ("Saint-Barthélemy",)),
        ("97150", ("Saint-Martin",)),
        ("75948", ()),
    ],
)
def test_a_postal_code_names_its_communes(code, communes):
    assert communes_of(code) == communes


def test_no_commune_is_lost_in_the_compact_form():
    pairs = {(row["postal_code"], row["commune"]) for row in tables.rows(POSTAL_CODES)}
    told = {(code, name) for code in dict(pairs) for name in communes_of(code)}
    assert told == pairs
