"""A notice leaves as one plain mail; what a real server answers says whether to try again."""

import re
from dataclasses import replace

import pytest

from opposition.channels import mail
from opposition.channels.base import ChannelError, Parcel, Receipt
from tests.servers import smtp

SECRET = "s" * 32
USUAL = {"Date", "Subject", "From", "To"}
PARCEL = Parcel(
    "<7d0c6d0e-5a94-4f4b-8d0a-9f8f9a3b5c11@portail.example>",
    "zoe@courriel.example",
    "Votre suivi\u202f: une question vous attend",
    f"Bonjour,\n\nAvez-vous reçu quelque chose\u202f?\n\nhttps://portail.example/dossier/{SECRET}/\n"
    + "Une longue ligne, que rien ne coupe\u202f: " * 40
    + "\n.\nUn point seul ne finit rien.\n",
    f"https://portail.example/silence/{SECRET}/",
)


@pytest.fixture
def reach(settings):
    """The settings of a portal whose mail server is that one."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_TIMEOUT = 0.5
    settings.DEFAULT_FROM_EMAIL = "Portail <ne-pas-repondre@portail.example>"

    def at(port):
        settings.EMAIL_PORT = port

    return at


def test_the_server_takes_the_mail_as_it_was_composed(reach):
    with smtp.serving() as server:
        reach(server.port)
        assert mail.send(PARCEL) == Receipt(PARCEL.message_id)
    (taken,) = server.mails
    assert taken.sender == "ne-pas-repondre@portail.example"
    assert taken.recipients == ("zoe@courriel.example",)
    assert taken.message["Subject"] == PARCEL.subject
    assert taken.message["To"] == PARCEL.to
    assert taken.message["From"] == "Portail <ne-pas-repondre@portail.example>"
    assert taken.message.get_content().replace("\r\n", "\n") == PARCEL.text


def test_the_headers_say_that_a_machine_wrote_and_how_to_stop_it(reach):
    with smtp.serving() as server:
        reach(server.port)
        mail.send(PARCEL)
    message = server.mails[0].message
    assert {name: message[name] for name in set(message.keys()) - USUAL} == {
        "Message-ID": PARCEL.message_id,
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{PARCEL.unsubscribe}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": message["Content-Transfer-Encoding"],
        "MIME-Version": "1.0",
    }


def test_what_was_asked_for_has_nothing_to_unsubscribe_from(reach):
    with smtp.serving() as server:
        reach(server.port)
        mail.send(replace(PARCEL, unsubscribe=""))
    message = server.mails[0].message
    assert [name for name in message if "unsubscribe" in name.lower()] == []


def test_an_address_in_a_header_stands_on_one_line(reach):
    with smtp.serving() as server:
        reach(server.port)
        mail.send(PARCEL)
    lines = server.mails[0].raw.decode().split("\r\n")
    assert f"List-Unsubscribe: <{PARCEL.unsubscribe}>" in lines
    assert f"Message-ID: {PARCEL.message_id}" in lines


def test_no_line_is_longer_than_a_server_must_take(reach):
    """RFC 5321, 4.5.3.1.6: 998 characters and the end of the line."""
    with smtp.serving() as server:
        reach(server.port)
        mail.send(PARCEL)
    assert max(map(len, server.mails[0].raw.split(b"\r\n"))) <= 998


def test_the_same_mail_sent_twice_bears_the_same_number(reach):
    with smtp.serving() as server:
        reach(server.port)
        mail.send(PARCEL)
        mail.send(PARCEL)
    assert [taken.message["Message-ID"] for taken in server.mails] == [PARCEL.message_id] * 2


REFUSALS = [
    ({"HELLO": "554 not you"}, "SMTPConnectError 554", False),
    ({"HELLO": "421 too busy"}, "SMTPConnectError 421", False),
    ({"HELLO": smtp.HANG_UP}, "SMTPServerDisconnected", False),
    ({"HELLO": smtp.SILENCE}, "SMTPServerDisconnected", False),
    ({"EHLO": "550 no", "HELO": "550 no"}, "SMTPHeloError 550", False),
    ({"MAIL": "451 later"}, "SMTPSenderRefused 451", False),
    ({"MAIL": "550 not from you"}, "SMTPSenderRefused 550", False),
    ({"MAIL": smtp.HANG_UP}, "SMTPServerDisconnected", False),
    ({"RCPT": "450 greylisted"}, "SMTPRecipientsRefused 450", False),
    ({"RCPT": "421 later"}, "SMTPRecipientsRefused 421", False),
    ({"RCPT": "550 no such user zoe@courriel.example"}, "SMTPRecipientsRefused 550", True),
    ({"RCPT": "552 mailbox full"}, "SMTPRecipientsRefused 552", True),
    ({"RCPT": smtp.SILENCE}, "SMTPServerDisconnected", False),
    ({"DATA": "451 later"}, "SMTPDataError 451", False),
    ({"DATA": "554 no"}, "SMTPDataError 554", True),
    ({"DOT": "452 no room"}, "SMTPDataError 452", False),
    ({"DOT": "554 spam"}, "SMTPDataError 554", True),
    ({"DOT": smtp.HANG_UP}, "SMTPServerDisconnected", False),
    ({"DOT": smtp.SILENCE}, "SMTPServerDisconnected", False),
]


@pytest.mark.parametrize(
    ("script", "code", "permanent"),
    REFUSALS,
    ids=[re.sub(r"[^\w]+", "-", str(script)).strip("-") for script, _, _ in REFUSALS],
)
def test_what_the_server_answers_says_whether_to_try_again(reach, script, code, permanent):
    with smtp.serving(**script) as server:
        reach(server.port)
        with pytest.raises(ChannelError) as error:
            mail.send(PARCEL)
    assert (error.value.code, error.value.permanent) == (code, permanent)


@pytest.mark.parametrize("farewell", [smtp.HANG_UP, smtp.SILENCE, "500 what"])
def test_a_mail_that_was_taken_is_sent_however_the_server_leaves(reach, farewell):
    with smtp.serving(QUIT=farewell) as server:
        reach(server.port)
        assert mail.send(PARCEL) == Receipt(PARCEL.message_id)
    assert len(server.mails) == 1


def test_a_server_that_is_not_there_may_come_back(reach):
    reach(smtp.free_port())
    with pytest.raises(ChannelError) as error:
        mail.send(PARCEL)
    assert (error.value.code, error.value.permanent) == ("ConnectionRefusedError", False)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"subject": "Votre suivi\r\nBcc: x@y.example"}, "BadHeaderError"),
        ({"to": "zoe@courriel.example\nBcc: x@y.example"}, "ValueError"),
        ({"to": "zoe@"}, "ValueError"),
    ],
)
def test_what_cannot_be_written_as_a_mail_never_leaves(reach, changed, code):
    with smtp.serving() as server:
        reach(server.port)
        with pytest.raises(ChannelError) as error:
            mail.send(replace(PARCEL, **changed))
    assert (error.value.code, error.value.permanent) == (code, True)
    assert server.mails == []


def test_a_password_that_is_wrong_is_the_portal_s_own_affair(reach, settings):
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "portail", "wrong"
    with smtp.serving(EHLO="250-here\r\n250 AUTH PLAIN", AUTH="535 no") as server:
        reach(server.port)
        with pytest.raises(ChannelError) as error:
            mail.send(PARCEL)
    assert (error.value.code, error.value.permanent) == ("SMTPAuthenticationError 535", False)


def test_without_a_sender_the_mail_waits_for_one(reach, settings):
    settings.DEFAULT_FROM_EMAIL = ""
    with pytest.raises(ChannelError) as error:
        mail.send(PARCEL)
    assert (error.value.code, error.value.permanent) == ("no sender", False)


def test_a_backend_that_takes_nothing_has_sent_nothing(reach):
    with pytest.raises(ChannelError) as error:
        mail.send(replace(PARCEL, to=""))
    assert (error.value.code, error.value.permanent) == ("nothing taken", False)
