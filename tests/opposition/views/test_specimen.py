"""What is printed under a moved clock says so; nothing else does."""

from datetime import timedelta

import pytest

from opposition import clock
from opposition.views import specimen


@pytest.mark.parametrize(
    ("demo", "moved", "word"),
    [
        (True, True, "DÉMONSTRATION : dates fictives"),
        (True, False, ""),
        (False, False, ""),
    ],
)
def test_only_fictive_dates_are_marked(settings, tmp_path, demo, moved, word):
    settings.VAR_DIR, settings.DEMO = tmp_path, demo
    if moved:
        clock.move(timedelta(days=1))
    assert specimen.word() == word
