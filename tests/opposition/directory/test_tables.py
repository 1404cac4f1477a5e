"""The shipped tables are read as rows of text, gzipped or not."""

import pytest

from opposition.directory import tables


@pytest.mark.parametrize(
    ("name", "count", "columns"),
    [
        ("departments.csv", 109, ["code", "name", "region", "zone"]),
        ("postal_codes_fr_2026.csv.gz", 35_539, ["postal_code", "insee", "commune", "department"]),
    ],
)
def test_a_table_has_its_rows_and_its_columns(name, count, columns):
    rows = list(tables.rows(name))
    assert len(rows) == count
    assert {tuple(row) for row in rows} == {tuple(columns)}


def test_every_shipped_table_is_named_in_the_readme_with_its_sources():
    readme = (tables.DATA / "README.md").read_text(encoding="utf-8")
    shipped = {path.name for path in tables.DATA.iterdir()} - {"README.md"}
    assert {name for name in shipped if f"`{name}`" in readme} == shipped
    assert "Etalab / La Poste / INSEE" in readme
    assert "Licence Ouverte 2.0" in readme
