"""A letter said to have left from several windows at once: one line, one letter, one file."""

from functools import partial

import pytest
from django.test import Client

from letters import press
from opposition.domain.vocabulary import Kind
from opposition.models import Event, Letter
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import together
from tests.opposition.views.dossier.insider import Insider, done

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db,
    pytest.mark.postgres,
]
NEXT = day("Tue 2026-11-24")


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    yield tmp_path
    press.close()


def window(me, path, form):
    """The same cookie in a window of its own."""
    client = Client()
    client.cookies.update(me.client.cookies)
    return partial(client.post, path, form)


def pressed(me, name, word, form):
    """Four windows of one page, whose button is pressed at the same moment."""
    path = me.path(name, word)
    form = me.open(name, word) | form
    with me.now():
        return together.at_once(*[window(me, path, form) for _ in range(4)])


def test_a_letter_that_nobody_had_frozen_is_frozen_once(client, var):
    me = Insider(client, followed.fresh(), NEXT)
    answers = pressed(me, "fund", "poste", {"on": "24/11/2026", "channel": "post"})
    reference = me.case("fund").demand.reference
    assert [done(answer, "poste", reference) for answer in answers] == [True] * 4
    assert Event.objects.filter(kind=Kind.SENT).count() == 1
    (letter,) = Letter.objects.all()
    assert [file.name for file in (var / "letters").iterdir()] == [str(letter.id)]


def test_a_complaint_is_filed_once_in_each_journal(client):
    me = Insider(client, followed.both_silent(), day("Mon 2027-01-04"))
    answers = pressed(me, "cnil-fund", "depose", {"on": "04/01/2027", "online": "en-ligne"})
    reference = me.case("cnil-fund").demand.reference
    assert [done(answer, "depose", reference) for answer in answers] == [True] * 4
    assert Event.objects.filter(kind=Kind.FILED).count() == 3
    assert Letter.objects.count() == 1
