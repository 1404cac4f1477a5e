"""A new address is the dossier's once its own mailbox has said so."""

from datetime import timedelta

import pytest

from opposition import vault
from opposition.domain.vocabulary import Kind
from opposition.dossiers import changing, links, mailboxes
from opposition.models import Dispatch, Dossier
from opposition.models.dossier import Purpose
from opposition.models.mail import Occasion, Status
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import ADDRESS, MORNING, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]
NEW, OTHER = "neuve@exemple.fr", "autre@exemple.fr"


@pytest.fixture
def dossier():
    return made.confirmed(email=ADDRESS)


def asked(dossier, email=NEW, **later):
    changing.change_email(dossier, email, now=MORNING + timedelta(**later))


def outbox():
    """The mails to new addresses, the older first."""
    rows = Dispatch.objects.filter(occasion=Occasion.EMAIL).order_by("not_before")
    return [(row.not_before - MORNING, row.status) for row in rows]


def changed(dossier):
    """How often each journal says that the address changed."""
    cases = made.cases(dossier).values()
    kinds = [[line.event.kind for line in case.lines] for case in cases]
    return [told.count(Kind.EMAIL_CHANGED) for told in kinds]


def test_the_new_mailbox_is_asked_and_nothing_else_changes(dossier):
    asked(dossier)
    assert (mailboxes.of(dossier), mailboxes.waiting(dossier)) == (ADDRESS, NEW)
    assert outbox() == [(timedelta(0), Status.DUE)]
    assert changed(dossier) == [0, 0, 0, 0]


def test_once_it_answers_it_takes_the_place_of_the_old_one(dossier):
    asked(dossier)
    changing.confirm_email(dossier, today=SENT)
    assert (mailboxes.of(dossier), mailboxes.waiting(dossier)) == (NEW, "")
    assert bytes(dossier.email_index) == vault.blind("email", NEW)
    assert changed(dossier) == [1, 1, 1, 1]


def test_answering_twice_is_answering_once(dossier):
    asked(dossier)
    changing.confirm_email(dossier, today=SENT)
    changing.confirm_email(dossier, today=SENT)
    assert (changed(dossier), mailboxes.of(dossier)) == ([1, 1, 1, 1], NEW)


def test_without_a_wish_nothing_is_confirmed(dossier):
    changing.confirm_email(dossier, today=SENT)
    assert (mailboxes.of(dossier), changed(dossier)) == (ADDRESS, [0, 0, 0, 0])


def test_a_dossier_without_mail_may_get_one():
    dossier = made.confirmed()
    asked(dossier)
    changing.confirm_email(dossier, today=SENT)
    assert mailboxes.of(dossier) == NEW


def test_the_links_of_the_old_mailbox_stop_those_on_paper_do_not(dossier):
    secrets = {purpose: links.mint(dossier, purpose) for purpose in Purpose}
    asked(dossier)
    secrets[Purpose.EMAIL] = links.mint(dossier, Purpose.EMAIL)
    changing.confirm_email(dossier, today=SENT)
    alive = {purpose for purpose, secret in secrets.items() if links.find(secret, purpose)}
    assert alive == {Purpose.PRINTED, Purpose.EMAIL}


def test_mails_that_were_stopped_stay_stopped(dossier):
    changing.mute(dossier, at=MORNING)
    asked(dossier)
    changing.confirm_email(dossier, today=SENT)
    assert dossier.muted_at == MORNING


def test_a_double_click_sends_one_mail_and_keeps_it(dossier):
    asked(dossier)
    asked(dossier, seconds=1)
    assert outbox() == [(timedelta(0), Status.DUE)]


def test_a_mail_that_was_lost_is_asked_for_again(dossier):
    asked(dossier)
    secret = links.mint(dossier, Purpose.EMAIL)
    asked(dossier, minutes=11)
    assert [status for _, status in outbox()] == [Status.DUE] * 2
    assert links.find(secret, Purpose.EMAIL) is not None


def test_a_second_thought_takes_the_first_back(dossier):
    """A link proves one mailbox: the one mailed to the first must not confirm the second."""
    asked(dossier)
    secret = links.mint(dossier, Purpose.EMAIL)
    asked(dossier, OTHER, seconds=5)
    assert outbox() == [(timedelta(0), Status.DROPPED), (timedelta(seconds=5), Status.DUE)]
    assert links.find(secret, Purpose.EMAIL) is None
    assert mailboxes.waiting(dossier) == OTHER


def test_a_mail_that_has_left_is_not_called_back(dossier):
    asked(dossier)
    Dispatch.objects.filter(occasion=Occasion.EMAIL).update(status=Status.SENT)
    asked(dossier, OTHER, seconds=5)
    assert [status for _, status in outbox()] == [Status.SENT, Status.DUE]


def test_one_dossier_tries_five_addresses_a_day(dossier):
    for number in range(8):
        asked(dossier, f"adresse{number}@exemple.fr", minutes=number)
        Dispatch.objects.filter(occasion=Occasion.EMAIL).update(status=Status.SENT)
    assert len(outbox()) == 5
    assert mailboxes.waiting(dossier) == "adresse7@exemple.fr"


def test_a_mailbox_asked_by_many_dossiers_is_written_to_once_in_ten_minutes():
    for _ in range(4):
        asked(made.confirmed())
    assert len(outbox()) == 1


def test_an_erased_dossier_says_so(dossier):
    Dossier.objects.filter(id=dossier.id).delete()
    with pytest.raises(Dossier.DoesNotExist):
        asked(dossier)
    with pytest.raises(Dossier.DoesNotExist):
        changing.confirm_email(dossier, today=SENT)
