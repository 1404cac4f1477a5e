"""A journal of some length, in which lines of several people lie between each other."""

from datetime import timedelta

import pytest

from opposition import records
from opposition.domain.vocabulary import Kind, Party
from opposition.records import Entry
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import TODAY

LENGTH = 60
KINDS = [Kind.PREPARED, Kind.CONFIRMED, Kind.SENT, Kind.RETURNED, Kind.PRINTED]


@pytest.fixture
def journal():
    """Sixty lines in six journals of two dossiers, every fourth with a sealed part."""
    families = [dossiers.family() for _ in range(2)]
    for n in range(0, LENGTH, 3):
        _, *demands = families[n % 2]
        pairs = [(demand, line(n + i)) for i, demand in enumerate(demands)]
        records.record_all(pairs, today=TODAY)
    return families


def line(n) -> Entry:
    private = {"number": f"RK{n}FR"} if n % 4 == 0 else {}
    return Entry(KINDS[n % 5], TODAY + timedelta(n), Party.CITIZEN, private=private)
