"""Double clicks and two tabs meet in the database: one dossier, one confirmation, three mails."""

from functools import partial

import pytest

from opposition import records
from opposition.domain.vocabulary import Kind
from opposition.dossiers import changing, opening
from opposition.models import Demand, Dispatch, Dossier, Event
from tests.opposition.dossiers import made, together
from tests.opposition.dossiers.made import ADDRESS, MORNING

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db,
    pytest.mark.postgres,
]


def test_eight_openings_of_one_page_make_one_dossier():
    wish = made.application(email=ADDRESS)
    found = together.eight(partial(opening.open, wish, at=MORNING))
    assert {one.dossier for one in found} == {Dossier.objects.get()}
    assert sorted(one.fresh for one in found) == [False] * 7 + [True]
    counts = (Demand.objects.count(), Event.objects.count(), Dispatch.objects.count())
    assert counts == (4, 4, 1)


def test_eight_dossiers_of_one_mailbox_at_once_send_one_mail():
    wishes = [made.application(email=ADDRESS) for _ in range(together.EIGHT)]
    together.at_once(*[partial(opening.open, wish, at=MORNING) for wish in wishes])
    assert (Dossier.objects.count(), Dispatch.objects.count()) == (8, 1)


def test_eight_pages_with_the_same_references_are_eight_dossiers():
    told = made.answers()
    wishes = [made.application(told=told) for _ in range(together.EIGHT)]
    found = together.at_once(*[partial(opening.open, wish, at=MORNING) for wish in wishes])
    assert [one.fresh for one in found] == [True] * 8
    assert Demand.objects.values("reference").distinct().count() == 32
    assert records.first_break() is None


def test_eight_confirmations_are_one():
    dossier = made.opened(email=ADDRESS)
    found = together.eight(lambda: opening.confirm(Dossier.objects.get(), at=MORNING))
    assert found == [None] * 8
    assert Event.objects.filter(kind=Kind.CONFIRMED).count() == len(made.demands(dossier))


def test_eight_silences_are_one():
    dossier = made.confirmed(email=ADDRESS)
    together.eight(lambda: changing.mute(Dossier.objects.get(), at=MORNING))
    assert Event.objects.filter(kind=Kind.MUTED).count() == len(made.demands(dossier))
