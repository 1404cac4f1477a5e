"""What waits leaves once, or says in its row why it did not."""

from datetime import timedelta

import pytest
from django.db import connection

from opposition.channels.base import ChannelError, Receipt
from opposition.domain.vocabulary import Kind, Party
from opposition.engine import claims, deliver, tick, waiting
from opposition.models import AccessLink, Dispatch, Dossier, moment
from tests.opposition.engine.followed import EMAIL, at, demand, dossier, note, queued
from tests.opposition.engine.test_claims import NOW, lapse, letter, stands
from tests.servers import smtp

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://portail.example"


@pytest.fixture
def row():
    return queued(dossier(confirmed=False))


class Postman:
    """A channel that keeps what it is given, or fails as it is told to."""

    def __init__(self, *errors):
        self.errors, self.parcels = list(errors), []

    def __call__(self, parcel):
        if self.errors:
            raise self.errors.pop(0)
        self.parcels.append(parcel)
        return Receipt(parcel.message_id)


def later(code="SMTPDataError 451"):
    return ChannelError(code, permanent=False)


def test_what_the_channel_takes_is_sent_and_never_again(row):
    postman = Postman()
    assert deliver(row.id, NOW, channel=postman)
    assert not deliver(row.id, NOW, channel=postman)
    assert [(parcel.to, parcel.message_id) for parcel in postman.parcels] == [
        (EMAIL, row.message_id)
    ]
    assert stands(row) == ("sent", 1, "")
    assert row.sent_at == NOW


def test_by_default_it_leaves_by_mail(row, mailoutbox):
    assert deliver(row.id, NOW)
    assert [mail.to for mail in mailoutbox] == [[EMAIL]]


def test_what_was_refused_for_now_is_tried_again_under_the_same_number(row):
    postman = Postman(later(), later("SMTPServerDisconnected"))
    assert not deliver(row.id, NOW, channel=postman)
    assert stands(row) == ("due", 1, "SMTPDataError 451")
    assert not deliver(row.id, NOW + timedelta(seconds=59), channel=postman)
    assert not deliver(row.id, NOW + timedelta(minutes=1), channel=postman)
    assert stands(row) == ("due", 2, "SMTPServerDisconnected")
    assert deliver(row.id, NOW + timedelta(minutes=3), channel=postman)
    assert [parcel.message_id for parcel in postman.parcels] == [row.message_id]
    assert stands(row) == ("sent", 3, "")


def test_what_was_refused_for_good_has_failed(row):
    error = ChannelError("SMTPRecipientsRefused 550", permanent=True)
    assert not deliver(row.id, NOW, channel=Postman(error))
    assert stands(row) == ("failed", 1, "SMTPRecipientsRefused 550")
    assert waiting(NOW + timedelta(days=9)) == []


def test_refused_for_now_for_five_days_it_has_failed(row):
    moment_, tried = NOW, 0
    while waiting(moment_ := moment_ + timedelta(hours=6)):
        deliver(row.id, moment_, channel=Postman(later()))
        tried += 1
    assert stands(row) == ("failed", tried, "SMTPDataError 451")
    assert tried == 28


def test_a_channel_that_breaks_is_tried_again_and_its_words_are_not_logged(row, caplog):
    assert not deliver(row.id, NOW, channel=Postman(KeyError(EMAIL)))
    assert stands(row) == ("due", 1, "unexpected")
    (line,) = caplog.messages
    assert line.startswith(f"dispatch {row.id}: KeyError at __call__:")


def test_a_row_that_cannot_be_composed_is_tried_again_and_nothing_leaves(row, caplog):
    Dossier.objects.update(email=b"not sealed here")
    postman = Postman()
    assert not deliver(row.id, NOW, channel=postman)
    assert (stands(row), postman.parcels) == (("due", 1, "unexpected"), [])
    (line,) = caplog.messages
    assert line.startswith(f"dispatch {row.id}: SealError at decrypt:")


def test_without_the_address_of_the_site_a_mail_waits(row, settings, caplog):
    settings.SITE_URL = ""
    postman = Postman()
    assert not deliver(row.id, NOW, channel=postman)
    assert (stands(row), postman.parcels) == (("due", 1, "unexpected"), [])
    assert len(caplog.messages) == 1


def test_what_has_nobody_to_go_to_any_more_is_dropped(row):
    Dossier.objects.update(confirmed_at=NOW)
    postman = Postman()
    assert not deliver(row.id, NOW, channel=postman)
    assert (stands(row), postman.parcels) == (("dropped", 1, ""), [])


def test_an_erased_dossier_s_mail_never_leaves(row):
    row.dossier.delete()
    assert waiting(NOW) == []
    assert not deliver(row.id, NOW)


def test_nothing_is_said_of_what_was_closed_before_the_mail_left():
    one = demand(dossier())
    content = {"steps": [{"demand": str(one.id), "step": "ask_posted", "round": 1, "day": None}]}
    notice = queued(one.dossier, "timeline", content)
    note(one, "Thu 2026-11-19", Kind.CLOSED, by=Party.CITIZEN)
    postman = Postman()
    assert not deliver(notice.id, NOW, channel=postman)
    assert (stands(notice), postman.parcels) == (("dropped", 1, ""), [])


def test_the_portal_sends_no_letter_by_itself():
    one, postman = letter(), Postman()
    assert not deliver(one.id, NOW, channel=postman)
    assert (stands(one), postman.parcels) == (("failed", 1, "closed"), [])


@pytest.mark.parametrize("error", [later(), ChannelError("x 550", permanent=True), None])
def test_a_letter_left_in_the_middle_meets_no_channel(error):
    one = letter("transmitting")
    lapse(one)
    postman = Postman(*([error] if error else []))
    for dispatch in [*waiting(NOW), one.id]:
        assert not deliver(dispatch, NOW, channel=postman)
    assert (stands(one), postman.parcels) == (("unknown", 1, "lease lapsed"), [])


def test_a_worker_that_slept_past_its_lease_sends_nothing(row, settings):
    class Slow:
        """An address that takes so long to be written that another worker takes the row."""

        def __str__(self):
            lapse(row)
            claims.claim(row.id, NOW)
            return "https://portail.example"

    settings.SITE_URL = Slow()
    postman = Postman()
    assert not deliver(row.id, NOW, channel=postman)
    assert (stands(row), postman.parcels) == (("claimed", 3, ""), [])  # it is written twice


def test_each_attempt_brings_links_of_its_own(row):
    deliver(row.id, NOW, channel=Postman(later()))
    deliver(row.id, NOW + timedelta(hours=1), channel=Postman())
    assert AccessLink.objects.filter(dossier=row.dossier_id).live(at=moment.now()).count() == 2


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_the_channel_is_spoken_to(settings):
    one, open_ = queued(dossier(confirmed=False)), []

    def look(parcel):
        open_.append((connection.in_atomic_block, stands(one)))
        return Receipt(parcel.message_id)

    assert deliver(one.id, NOW, channel=look)
    assert open_ == [(False, ("transmitting", 1, ""))]


def test_a_real_server_greylists_then_takes_it(row, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    with smtp.serving(RCPT=("451 greylisted", "250 fine")) as server:
        settings.EMAIL_PORT = server.port
        assert not deliver(row.id, NOW)
        assert stands(row) == ("due", 1, "SMTPRecipientsRefused 451")
        assert deliver(row.id, NOW + timedelta(minutes=1))
    assert stands(row) == ("sent", 2, "")
    assert [taken.message["Message-ID"] for taken in server.mails] == [row.message_id]


def test_a_real_server_that_hangs_up_after_the_last_dot_may_get_the_same_mail_twice(row, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    with smtp.serving(DOT=(smtp.HANG_UP, "250 taken")) as server:
        settings.EMAIL_PORT = server.port
        assert not deliver(row.id, NOW)
        assert deliver(row.id, NOW + timedelta(minutes=1))
    assert [taken.message["Message-ID"] for taken in server.mails] == [row.message_id] * 2


def test_a_full_round_from_the_tick_to_the_mailbox(mailoutbox):
    one = demand(dossier())
    assert tick(at("Thu 2026-11-26 06:00")).done == 1
    for dispatch in waiting(at("Thu 2026-11-26 06:00")):
        deliver(dispatch, at("Thu 2026-11-26 06:00"))
    assert [mail.to for mail in mailoutbox] == [[EMAIL]]
    assert Dispatch.objects.get(dossier=one.dossier_id).status == "sent"
