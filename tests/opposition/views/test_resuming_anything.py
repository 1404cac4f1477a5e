"""Whatever is posted to `/reprendre/`, a page comes back: never a 500."""

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from opposition.forms.resuming.journey import STEPS
from opposition.forms.resuming.names import NAMES
from opposition.models import Addressee
from tests.opposition import typed
from tests.opposition.retyped import (
    BOTH,
    NOTHING,
    PATH,
    TYPED_FUND,
    came,
    dates,
    refusing_hub,
    sent,
    silent_hub,
)
from tests.opposition.typed import PARENT

WORDS = [
    *("", "on", "yes", "no", "fund", "hdh", "sure", "unsure", "other", "listed", "unknown"),
    *("declared", "estimated", "tracking", "nothing", "answer", "ACK", "OTHER", "REGISTERED_SNDS"),
    *("REFUSED_EXCESSIVE", "REFUSED_MAIN_DB", "REGISTERED_PARTIAL", "ID_REQUEST", "reasons"),
    *("20/11/2026", "23/11/2026", "01/12/2026", "28/12/2026", "29/02/2025", "01/01/0001"),
    *("25/05/2018", "31/12/9999", "cnil-complaint-silence", "cnil-complaint-refusal"),
    *("reminder-hdh", "reminder-fund", "reminder-2", "\u202e\u2028\u0085", "😀", "x" * 5000),
]
EVERY_NAME = [*NAMES, "etape", "retour", "ref", "faire"]
values = st.one_of(st.sampled_from(WORDS), st.text(max_size=60))
answers = st.dictionaries(
    st.sampled_from(EVERY_NAME), st.one_of(values, st.lists(values, max_size=3)), max_size=12
)
both = (BOTH, TYPED_FUND, dates("fund"), dates("hdh"), came(fund=NOTHING, hdh=NOTHING))
starts = st.sampled_from(
    [
        {},
        silent_hub(),
        silent_hub(letter="reminder-hdh"),
        refusing_hub(),
        sent("vous", *both, {"letter": "cnil-complaint-silence"}, PARENT),
    ]
)


@pytest.mark.django_db
@given(start=starts, changed=answers, step=st.sampled_from([*STEPS, "ailleurs"]))
@example(start=silent_hub(), changed={"etape": ["vous", "courrier"]}, step="courrier")
@settings(
    max_examples=200,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_page_comes_back(start, changed, step):
    cache.clear()
    if not Addressee.objects.exists():
        typed.load()
    data = {**start, "etape": step, **changed, "faire": ""}  # no PDF: the press has its own tests
    readable = {
        name: [v.replace("\0", "").encode("utf-8", "ignore").decode() for v in _list(value)]
        for name, value in data.items()
    }
    with time_machine.travel("2026-12-28T10:00:00+01:00", tick=False):
        response = Client().post(PATH, readable)
    assert response.status_code == 200
    assert "<h1>" in response.content.decode()


def _list(value):
    return value if isinstance(value, list) else [value]
