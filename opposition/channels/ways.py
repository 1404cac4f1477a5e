"""The ways to send as data: their order, their limits, their prices with the day they were seen."""

import functools
import textwrap
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent / "ways.toml"


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to send; `most` characters, None where nobody knows how many are taken."""

    key: str
    checked_on: date
    source: str
    most: int | None = None
    piece: int | None = None


@dataclass(frozen=True, kw_only=True)
class Price:
    """What a letter of 20 g costs, from one source, on one day."""

    key: str
    euros: Decimal
    seen_on: date
    source: str

    @property
    def words(self) -> str:
        """« 1,52 € », with the no-break space that French sets before a unit."""
        return f"{self.euros:.2f}\u00a0€".replace(".", ",")


def read(file: Path = FILE) -> tuple[dict[str, Way], dict[str, Price]]:
    """Ways and prices of a file, by key, in its order; an unknown word in it is a TypeError."""
    raw: dict[str, list[dict[str, Any]]] = tomllib.loads(file.read_text("utf-8"))
    ways = {row["key"]: Way(**row) for row in raw["way"]}
    prices = {row["key"]: Price(**{**row, "euros": Decimal(row["euros"])}) for row in raw["price"]}
    return ways, prices


@functools.cache
def shipped() -> tuple[dict[str, Way], dict[str, Price]]:
    """Those of the release."""
    return read()


def ways() -> dict[str, Way]:
    """Every way, in the order of rule 8."""
    return shipped()[0]


def prices() -> dict[str, Price]:
    """Every price."""
    return shipped()[1]


def pieces(text: str, size: int) -> list[str]:
    """`text` cut between words in pieces of at most `size` characters; none where one is enough."""
    if len(text.strip()) <= size:
        return []
    return textwrap.wrap(
        text.strip(), size, replace_whitespace=False, drop_whitespace=True, break_on_hyphens=False
    )
