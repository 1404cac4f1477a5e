"""The demonstration's postbox shows what the file backend wrote, the newest mail first."""

import pytest
from django.core.mail import EmailMessage

from opposition.views import postbox

BACKEND = "django.core.mail.backends.filebased.EmailBackend"


@pytest.fixture(autouse=True)
def box(settings, tmp_path):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = BACKEND, tmp_path
    settings.SITE_URL = "http://portail.example"
    return tmp_path


def send(subject, body="Bonjour"):
    EmailMessage(subject, body, "portail@example.org", ["zoe@example.net"]).send()


def test_an_empty_box_shows_nothing():
    assert postbox.mails() == []


def test_a_mail_is_shown_with_its_words():
    send("Votre suivi\u202f: une question", "Première ligne\n\nSeconde, accentuée\u202f: é")
    (mail,) = postbox.mails()
    assert (mail.to, mail.subject) == ("zoe@example.net", "Votre suivi\u202f: une question")
    assert mail.pieces == (("Première ligne\n\nSeconde, accentuée\u202f: é", ""),)


def test_the_newest_stands_first(box):
    for number in range(3):
        send(f"Avis {number}")
        (file,) = box.glob("*.log")
        file.rename(box / f"2026112{number}.txt")
    for file in box.glob("*.txt"):
        file.rename(file.with_suffix(".log"))
    assert [mail.subject for mail in postbox.mails()] == ["Avis 2", "Avis 1", "Avis 0"]


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("http://portail.example/dossier/abc/", "/dossier/abc/"),
        ("https://elsewhere.example/dossier/abc/", ""),
        ("http://portail.example.org/dossier/", ""),
    ],
)
def test_only_addresses_of_this_portal_are_followed(address, link):
    send("Avis", f"Ouvrez {address} bientôt.")
    (mail,) = postbox.mails()
    assert mail.pieces == (("Ouvrez ", ""), (address, link), (" bientôt.", ""))


def test_two_mails_of_one_connection_are_two(box):
    send("Avis 1")
    send("Avis 2")
    first, second = sorted(box.glob("*.log"))
    first.write_bytes(first.read_bytes() + second.read_bytes())
    second.unlink()
    assert len(postbox.mails()) == 2
