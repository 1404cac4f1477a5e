"""Whatever is posted to `/s-opposer/`, a page or a file comes back: never a 500."""

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from opposition.forms.journey import NAMES, STEPS
from opposition.models import Addressee
from tests.opposition import typed
from tests.opposition.typed import GUARDIAN, PARENT, PATH, PERSON, TYPED_FUND, UNSURE, letters

WORDS = [
    *("", "on", "self", "child", "ward", "other", "listed", "fund", "hdh", "sure", "unsure"),
    *("hdh-dpd", "mother", "tutor", "28/02/1979", "05/03/2019", "31/02/2020", "34000", "2A004"),
    *("azure-2019", "hosted-by-microsoft", "a\r\n\r\nb", "\u202e\u2028\u0085", "😀", "x" * 5000),
]
EVERY_NAME = [*NAMES, "etape", "retour", "ref_fund", "ref_hdh", "faire"]
values = st.one_of(st.sampled_from(WORDS), st.text(max_size=60))
answers = st.dictionaries(
    st.sampled_from(EVERY_NAME), st.one_of(values, st.lists(values, max_size=3)), max_size=12
)
starts = st.sampled_from(
    [
        {},
        letters(),
        letters(person=PARENT, fund=TYPED_FUND),
        letters(person=GUARDIAN, fund={**typed.FUND, "fund": "unsure"}, wording=UNSURE),
        {**PERSON, "etape": "vous"},
    ]
)


@pytest.mark.django_db
@given(start=starts, changed=answers, step=st.sampled_from([*STEPS, "ailleurs"]))
@example(start=letters(), changed={"etape": ["vous", "courriers"], "to": "hdh"}, step="courriers")
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
    with time_machine.travel("2026-11-23T10:00:00+01:00", tick=False):
        response = Client().post(PATH, readable)
    assert response.status_code == 200
    assert "<h1>" in response.content.decode()


def _list(value):
    return value if isinstance(value, list) else [value]
