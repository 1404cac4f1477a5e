"""One fixture for the pages of `/reprendre/`: a small directory, and a form sent on a given day."""

import pytest
import time_machine
from django.core.cache import cache

from letters import press
from tests.opposition import typed
from tests.opposition.domain.journal import day
from tests.opposition.retyped import PATH
from tests.opposition.views.resumed import TODAY


@pytest.fixture(scope="module")
def _press():
    yield
    press.close()


@pytest.fixture
def resume(client, db, _press):
    """Sends one form on that day; the answer with its page as text."""
    cache.clear()
    typed.load()

    def resume(data, today=TODAY, status=200):
        with time_machine.travel(f"{day(today)}T10:00:00+01:00", tick=False):
            response = client.post(PATH, data)
        assert response.status_code == status
        if response["Content-Type"].startswith("text/html"):
            response.page = response.content.decode()
        return response

    return resume
