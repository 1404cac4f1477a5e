"""The list of all funds is made once, and costs a request nothing."""

import pytest
from django.core.cache import cache

from opposition import directory
from opposition.forms import funds
from opposition.models import Addressee

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()
    yield
    cache.clear()


def drawn(value=None):
    return funds.FundSelect(attrs={"class": "wide"}).render("listed", value, {"id": "id_listed"})


def test_the_hundred_funds_are_read_once_for_many_requests(django_assert_num_queries):
    directory.load()
    with django_assert_num_queries(1):
        first = drawn()
    with django_assert_num_queries(0):
        assert drawn() == first
    assert first.count("<option ") == 1 + Addressee.objects.funds().count()


def test_funds_stand_in_groups_by_scheme_and_by_name():
    Addressee.objects.create(key="b", kind="fund", name="B", letter_name="B", regime="general")
    Addressee.objects.create(key="a", kind="fund", name="É", letter_name="A", regime="general")
    Addressee.objects.create(key="m", kind="fund", name="M", letter_name="M", regime="agricultural")
    Addressee.objects.create(key="hub", kind="hdh", name="H", letter_name="H")
    assert drawn() == (
        '<select class="wide" id="id_listed" name="listed">'
        '<option value="" selected>Choisissez une caisse</option>'
        '<optgroup label="Régime général"><option value="a">É</option>'
        '<option value="b">B</option></optgroup>'
        '<optgroup label="Régime agricole (MSA)"><option value="m">M</option></optgroup>'
        '<optgroup label="Régimes spéciaux"></optgroup></select>'
    )


def test_a_name_is_escaped():
    Addressee.objects.create(key="x", kind="fund", name="<b>&", letter_name="X", regime="special")
    assert '<option value="x">&lt;b&gt;&amp;</option>' in funds.options()


@pytest.mark.parametrize(
    ("chosen", "marked"),
    [("a", 1), ("", 1), (None, 1), ("unknown", 0), ('a"', 0), ('a">', 0), ("<script>", 0)],
)
def test_only_a_listed_choice_is_marked(chosen, marked):
    Addressee.objects.create(key="a", kind="fund", name="A", letter_name="A", regime="general")
    html = drawn(chosen)
    assert html.count(" selected") == marked
    assert "<script>" not in html
