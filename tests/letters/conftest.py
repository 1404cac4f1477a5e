"""One press for all the tests of the letters, and each letter printed once."""

import json

import pytest

from letters import press
from tests.letters import cases


@pytest.fixture(scope="session")
def printed():
    """Prints a letter from raw facts, or from its own sample: `printed(key, facts)`."""
    made = {}

    def of(key, facts=None):
        mark = json.dumps([key, facts], sort_keys=True)
        if mark not in made:
            made[mark] = press.render(cases.letter(key, facts).sheet)
        return made[mark]

    yield of
    press.close()
