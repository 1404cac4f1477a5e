"""The ways to send are data: an order, limits and prices with the day they were seen."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from opposition.channels import ways

TEMPLATES = Path(__file__).resolve().parents[3] / "templates" / "opposition" / "ways"


def test_they_come_in_the_order_of_the_rules():
    assert list(ways.ways()) == ["ameli", "mail", "post"]


def test_each_has_its_words():
    assert [way for way in ways.ways() if not (TEMPLATES / f"{way}.html").is_file()] == []


def test_each_says_when_and_where_it_was_read():
    told = [*ways.ways().values()]
    assert all(way.source and way.checked_on <= date(2026, 11, 21) for way in told)
    assert all(p.source and p.seen_on <= date(2026, 11, 21) for p in ways.prices().values())


def test_the_limit_of_a_message_box_that_nobody_knows_is_not_invented():
    assert ways.ways()["ameli"].most is None
    assert ways.ways()["ameli"].piece == 500


def test_prices_are_written_as_french_writes_them():
    assert {key: price.words for key, price in ways.prices().items()} == {
        "green": "1,52\u00a0€",
        "registered": "6,11\u00a0€",
    }
    price = ways.Price(key="x", euros=Decimal(7), seen_on=date(2026, 1, 1), source="x")
    assert price.words == "7,00\u00a0€"


def test_an_unknown_word_in_the_file_is_an_error(tmp_path):
    file = tmp_path / "ways.toml"
    file.write_text('price = []\n[[way]]\nkey = "pigeon"\nspeed = 1\n')
    with pytest.raises(TypeError):
        ways.read(file)


@pytest.mark.parametrize(
    ("text", "size", "pieces"),
    [
        ("court", 10, []),
        ("juste dix.\n", 10, []),
        ("un deux trois", 8, ["un deux", "trois"]),
        ("ligne une\nligne deux", 10, ["ligne une", "ligne deux"]),
        ("anticonstitutionnel", 10, ["anticonsti", "tutionnel"]),
    ],
)
def test_a_long_text_is_cut_between_words(text, size, pieces):
    assert ways.pieces(text, size) == pieces


def test_no_word_is_lost_in_the_cutting():
    text = "Bonjour,\nJ’exerce le droit (art.\u00a0R.\u00a01461-9, II)\u202f: voici.\n\nFin."
    assert " ".join(ways.pieces(text, 20)).split() == text.split()
