"""One morning in November, a small directory, and no counter of a test before."""

import pytest
import time_machine
from django.core.cache import cache

from opposition.models import Dossier
from tests.opposition import typed
from tests.opposition.views.following.asked import NOW, ON_SCREEN, follow


@pytest.fixture(autouse=True)
def day(db):
    cache.clear()
    typed.load()
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def dossier(client, day):
    """A dossier opened and confirmed on screen, in a browser that was left since."""
    follow(client, ON_SCREEN)
    client.cookies.clear()
    return Dossier.objects.get()
