"""Files of a test stay with the test."""

import pytest


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    """A folder of one's own for letters and tombstones."""
    settings.VAR_DIR = tmp_path
    return tmp_path
