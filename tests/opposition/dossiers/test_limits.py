"""How many mails a mailbox may be sent before it has confirmed anything."""

from datetime import timedelta

import pytest

from opposition import vault
from opposition.dossiers import changing, limits, opening
from opposition.models import Dispatch
from opposition.models.mail import Occasion
from opposition.records import outbox
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.db]
INDEX = vault.blind("email", "zoe@exemple.fr")


def opened_at(*moments, email="zoe@exemple.fr"):
    """One dossier of that address at each moment."""
    told = made.answers()
    for at in moments:
        opening.open(made.application(email=email, told=told), at=at)


def after(**told):
    return MORNING + timedelta(**told)


def test_nobody_was_written_to_yet():
    assert limits.may_confirm(INDEX, MORNING)


@pytest.mark.parametrize(
    ("minutes", "allowed"), [(0, False), (9, False), (10, True), (11, True), (600, True)]
)
def test_one_mail_in_ten_minutes(minutes, allowed):
    opened_at(MORNING)
    assert limits.may_confirm(INDEX, after(minutes=minutes)) == allowed


@pytest.mark.parametrize(("hours", "allowed"), [(3, False), (23, False), (24, True), (25, True)])
def test_three_mails_in_a_day(hours, allowed):
    opened_at(MORNING, after(minutes=20), after(hours=2))
    assert limits.may_confirm(INDEX, after(hours=hours)) == allowed


def test_a_thousand_wishes_make_three_mails_a_day():
    opened_at(*(after(minutes=10 * n) for n in range(30)))
    assert Dispatch.objects.count() == 3


@pytest.mark.parametrize(
    "written", ["ZOE@exemple.fr", "z.o.e@exemple.fr", "zoe+a@exemple.fr", " zoe@EXEMPLE.fr "]
)
def test_the_ways_of_writing_one_address_are_one(written):
    opened_at(MORNING, email=written)
    assert not limits.may_confirm(INDEX, MORNING)


def test_another_address_is_another_mailbox():
    opened_at(MORNING, email="leo@exemple.fr")
    assert limits.may_confirm(INDEX, MORNING)


def test_a_new_address_that_was_asked_counts_as_well():
    changing.change_email(made.confirmed(), "zoe@exemple.fr", now=MORNING)
    assert not limits.may_confirm(INDEX, after(minutes=5))
    opened_at(after(minutes=5))
    assert [row.occasion for row in Dispatch.objects.all()] == [Occasion.EMAIL]


def test_three_links_on_demand_a_day():
    dossier = made.confirmed(email="zoe@exemple.fr")
    told = []
    for minute in range(4):
        told.append(limits.may_link(dossier, after(minutes=minute)))
        cause = f"link:{minute}"
        outbox.queue(dossier, Occasion.LINK, cause=cause, content=None, now=after(minutes=minute))
    assert told == [True, True, True, False]
    assert limits.may_link(dossier, after(hours=25))


def test_the_cause_of_a_mail_to_a_new_address_holds_its_index_alone():
    changing.change_email(made.confirmed(), "zoe@exemple.fr", now=MORNING)
    (row,) = Dispatch.objects.all()
    assert row.cause.startswith(f"email:{INDEX.hex()}:{row.dossier_id}:")
    assert limits.email_cause(INDEX) == f"email:{INDEX.hex()}:"
