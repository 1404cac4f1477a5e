"""« Tout télécharger »: every personal field is in it, whatever the model, and no secret."""

import io
import json
import zipfile
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.db import models

from opposition import vault
from opposition.correspondence import followed
from opposition.dossiers import exporting, links
from opposition.models.dossier import Purpose
from tests.opposition.dossiers import made
from tests.opposition.dossiers.exporting import led
from tests.opposition.dossiers.made import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.db]
SITE = "https://portail.example/"
# Bytes that hold no word: keys, indexes, hashes, links of the chain.
NO_WORDS = {
    "accesslink.fingerprint",
    "chain.link",
    "dossier.email_index",
    "dossier.key",
    "dossier.person_index",
    "event.link",
}


@pytest.fixture
def dossier():
    return led.led()


def unpacked(dossier):
    return zipfile.ZipFile(io.BytesIO(exporting.archive(dossier, now=MORNING, site=SITE)))


def everything(made_of):
    """All texts of the archive as one, without the PDFs."""
    names = [name for name in made_of.namelist() if not name.endswith(".pdf")]
    return "\n".join(made_of.read(name).decode() for name in names).replace("\u00a0", " ")


def test_what_it_holds(dossier):
    assert unpacked(dossier).namelist() == [
        "LISEZ-MOI.txt",
        "dossier.json",
        "agenda.ics",
        "courriers/01-courrier-caisse.pdf",
        "courriers/01-courrier-caisse-texte.txt",
        "courriers/01-courrier-caisse-court.txt",
        "empreintes.txt",
    ]


def test_every_sealed_field_of_every_model_is_in_it(dossier):
    sealed = {
        f"{model._meta.model_name}.{field.name}"
        for model in apps.get_app_config("opposition").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.BinaryField)
    }
    assert sealed - NO_WORDS == led.WORDS.keys()
    text = everything(unpacked(dossier))
    assert [label for label, word in led.WORDS.items() if word not in text] == []


@pytest.mark.parametrize(
    "model", ["Dossier", "Demand", "Event", "Letter", "Dispatch", "AccessLink"]
)
def test_a_new_column_has_to_find_its_place_here(model):
    """Whoever adds a column looks at the export, and then at this list."""
    told = {field.name for field in apps.get_model("opposition", model)._meta.concrete_fields}
    assert told == COLUMNS[model]


COLUMNS = {
    "Dossier": {
        *("id", "key", "identity", "email", "email_index", "next_email", "person_index"),
        *("submission", "consent_version", "opened_at", "confirmed_at", "muted_at", "noticed_on"),
    },
    "Demand": {
        *("id", "dossier", "reference", "procedure", "track", "kind", "addressee", "body"),
        *("seat", "about", "state", "due_at"),
    },
    "Event": {
        *("id", "demand", "ordinal", "kind", "happened_at", "recorded_at", "by", "facts"),
        *("private", "position", "link"),
    },
    "Letter": {
        *("id", "dossier", "demand", "key", "version", "dated", "frozen_at", "covers"),
        *("statements", "content", "digest", "first_pdf", "kept_pdf", "kept_at"),
    },
    "Dispatch": {
        *("id", "dossier", "letter", "occasion", "content", "cause", "message_id"),
        *("not_before", "status", "attempt", "leased_until", "sent_at", "error"),
    },
    "AccessLink": {
        *("id", "dossier", "purpose", "fingerprint", "made_at", "expires_at", "revoked_at"),
    },
}


def test_it_holds_neither_key_nor_secret(dossier):
    secret = links.mint(dossier, Purpose.PRINTED)
    key = vault.unwrap(dossier.key, dossier.id)
    whole = exporting.archive(dossier, now=MORNING, site=SITE)
    text = everything(unpacked(dossier))
    assert (secret in text, key.hex() in text, key in whole) == (False, False, False)


def test_the_pdf_is_the_letters_own(dossier):
    (letter,) = dossier.letters.all()
    assert unpacked(dossier).read("courriers/01-courrier-caisse.pdf") == followed.pdf(letter)


def test_the_readme_says_what_each_file_is(dossier):
    words = unpacked(dossier).read("LISEZ-MOI.txt").decode()
    assert words.startswith("LISEZ-MOI\r\n\r\nVoici tout ce que le portail garde de votre dossier")
    for name in unpacked(dossier).namelist()[1:]:
        assert name in words
    assert SITE in words
    assert max(map(len, words.splitlines())) <= 100


def test_it_says_when_and_where_it_was_made(dossier):
    told = json.loads(unpacked(dossier).read("dossier.json"))
    assert (told["portail"], told["fait_le"]) == (SITE, MORNING.isoformat())
    assert MORNING.tzinfo == ZoneInfo("Europe/Paris")


def test_no_file_is_named_after_the_person(dossier):
    names = " ".join(unpacked(dossier).namelist())
    assert [word for word in ("Aubign", "Zo", "bergers") if word in names] == []


def test_a_dossier_just_opened_can_be_taken_home_too():
    names = unpacked(made.confirmed()).namelist()
    assert names == ["LISEZ-MOI.txt", "dossier.json", "agenda.ics", "empreintes.txt"]
