"""A letter gives the person's own mailbox: each kind of other address has its fixed answer."""

import pytest

from opposition.forms import mailboxes

SHAPE = "cette adresse n’est pas complète\u202f: elle s’écrit comme nom@exemple.fr."
NOBODY = "personne ne lit cette adresse\u202f: donnez celle où vous lisez vos mails."
BODY = "c’est l’adresse d’un organisme à qui vous écrivez\u202f: donnez la vôtre."
PORTAL = "c’est une adresse de ce portail\u202f: donnez la vôtre."


@pytest.mark.parametrize(
    "address",
    [
        "zoe@example.org",
        "zoe+opposition@example.org",
        "o'brien@example.fr",
        "zoe@société.fr",
        "z@sub.domain.example.fr",
        "nobody@example.fr",
        "zoe@myhealth-data-hub.fr",
        "a" * 64 + "@" + "b" * 60 + ".fr",
    ],
)
def test_a_persons_address_is_taken(address):
    assert mailboxes.fault(address) == ""


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("a@b", SHAPE),
        ("a@localhost", SHAPE),
        ("zoe", SHAPE),
        ("@example.fr", SHAPE),
        ("a@[127.0.0.1]", SHAPE),
        ("a@127.0.0.1", SHAPE),
        ('"a b"@example.fr', SHAPE),
        ('"ab"@example.fr', SHAPE),
        ("a@example.fr,b@example.fr", SHAPE),
        ("a@example.fr b@example.fr", SHAPE),
        ("zoe <zoe@example.fr>", SHAPE),
        ("a" * 310 + "@example.fr", SHAPE),
        ("zoé@example.fr", SHAPE),
        ("noreply@example.fr", NOBODY),
        ("No-Reply@example.fr", NOBODY),
        ("ne-pas-repondre@example.fr", NOBODY),
        ("mailer-daemon@example.fr", NOBODY),
        ("dpd@health-data-hub.fr", BODY),
        ("dpo.cpam-ain@assurance-maladie.fr", BODY),
        ("moi@ASSURANCE-MALADIE.FR", BODY),
        ("dpo.blf@mam.msa.fr", BODY),
        ("plaintes@cnil.fr", BODY),
        ("x@mail.cnil.fr", BODY),
        ("contact@portail.example", PORTAL),
        ("contact@mail.portail.example", PORTAL),
    ],
)
def test_any_other_address_is_refused_with_its_reason(settings, address, sentence):
    settings.ALLOWED_HOSTS = ["portail.example", ".portail.example"]
    assert mailboxes.fault(address) == sentence


def test_the_mailboxes_of_the_directory_are_known_without_asking_it():
    assert {"assurance-maladie.fr", "health-data-hub.fr"} <= mailboxes.bodies()
    assert "" not in mailboxes.bodies()
