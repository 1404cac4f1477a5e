"""Nothing typed at `/reprendre/` stays behind: database, cache, cookies, logs (rule 3)."""

import logging

import pytest
import time_machine
from django.core.cache import cache

from letters import press
from opposition.models import Addressee
from tests.opposition import traces, typed
from tests.opposition.retyped import PATH, dates, refusing_hub, silent_hub

pytestmark = [pytest.mark.django_db, pytest.mark.db]
CANARY = "Zéphyrine-Canari"
SEVERAL = {"birth_name": CANARY, "town": CANARY, "hdh_quote": CANARY, "hdh_lines": CANARY}
DECLARED = dates("hdh", proof="declared", how=CANARY)
VISITS = [
    *(silent_hub(step, **DECLARED, **SEVERAL) for step in ("dates", "nouvelles", "vous")),
    silent_hub("vous", letter="reminder-hdh", **DECLARED, **SEVERAL),
    refusing_hub("courrier", **SEVERAL),
    silent_hub("courrier", **DECLARED, **SEVERAL, faire="pdf"),
    silent_hub("courrier", **DECLARED, **SEVERAL, faire="ics"),
    silent_hub("courrier", **SEVERAL, hdh_sent_on=CANARY),
]


@pytest.fixture
def _visited(client, caplog):
    cache.clear()
    typed.load()
    caplog.set_level(logging.DEBUG)
    with time_machine.travel("2026-12-28T10:00:00+01:00", tick=False):
        for data in VISITS:
            assert client.post(PATH, data).status_code == 200
    press.close()


@pytest.mark.usefixtures("_visited")
def test_no_word_stays_behind(client, caplog, capfd):
    assert traces.of(CANARY) == []
    logged = "".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("django.db")
    )
    assert CANARY not in logged + "".join(capfd.readouterr())
    assert [name for name in client.cookies if name != "csrf"] == []
    assert CANARY not in str(client.cookies)


@pytest.mark.usefixtures("_visited")
def test_a_word_that_stayed_would_be_found():
    Addressee.objects.filter(key="sure").update(name=CANARY)
    cache.set("somewhere", CANARY)
    assert traces.of(CANARY) == ["table opposition_addressee", "cache"]
