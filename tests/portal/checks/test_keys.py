"""Each fault of a key is one French sentence that says where it is and never what the key is."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from opposition import vault
from opposition.models import Dossier
from portal.checks import keys

NARROW, FIXED = "\u202f", "\u00a0"
V, W, INDEX = "v" * 43, "w" * 43, "i" * 43
HINT = (
    f"bin/run en fait, ou bien{NARROW}: python -m portal.keys var. "
    f"Une clé qui a servi ne se remplace pas{NARROW}: ce qu’elle a scellé serait perdu."
)


@pytest.fixture(autouse=True)
def in_order(settings):
    settings.DEMO = False
    settings.VAULT_KEYS = f"1:{V}"
    settings.INDEX_KEY = INDEX


def told(faults):
    return [(fault.id, fault.msg) for fault in faults]


def missing(name):
    english = f"{name} is missing, the portal cannot start"
    return f"{name} manque, le portail ne peut pas démarrer ({english})."


def test_good_keys_have_no_fault():
    assert keys.sealing_keys() == []


@pytest.mark.parametrize("demo", [True, False])
@pytest.mark.parametrize(
    ("text", "number", "sentence"),
    [
        ("", 10, missing("VAULT_KEYS")),
        (
            f"1:{V},{W}",
            11,
            "VAULT_KEYS, clé n°_2 : il faut VERSION:CLÉ, la clé en base64url.",
        ),
        (f"1:{V[1:]}", 12, "VAULT_KEYS, clé n°_1 : une clé compte 32 octets."),
        (f"1:{V},1:{W}", 13, "VAULT_KEYS, clé n°_2 : une autre porte déjà cette version."),
        (f"1:{V},2:{V}", 14, "VAULT_KEYS, clé n°_2 : la même clé porte déjà une autre version."),
    ],
)
def test_what_is_wrong_with_the_keys_of_the_vault(settings, demo, text, number, sentence):
    settings.DEMO, settings.VAULT_KEYS = demo, text
    sentence = sentence.replace(" :", f"{NARROW}:").replace("°_", f"°{FIXED}")
    [fault] = keys.sealing_keys()
    assert (fault.id, fault.msg, fault.hint) == (f"portal.E{number:03}", sentence, HINT)


@pytest.mark.parametrize("demo", [True, False])
@pytest.mark.parametrize(
    ("text", "number", "sentence"),
    [
        ("", 15, missing("INDEX_KEY")),
        (f"1:{INDEX}", 16, "INDEX_KEY doit être écrite en base64url."),
        (INDEX[1:], 17, "INDEX_KEY doit compter 32 octets."),
        (V, 18, f"INDEX_KEY est aussi une clé de VAULT_KEYS{NARROW}: il en faut une autre."),
    ],
)
def test_what_is_wrong_with_the_key_of_the_index(settings, demo, text, number, sentence):
    settings.DEMO, settings.INDEX_KEY = demo, text
    [fault] = keys.sealing_keys()
    assert (fault.id, fault.msg, fault.hint) == (f"portal.E{number:03}", sentence, HINT)


def test_every_fault_is_told_and_no_key(settings):
    settings.VAULT_KEYS = f"1:{V},1:{W},3:{V}-,x:{W},5:{V}"
    settings.INDEX_KEY = f"{V}-"
    faults = keys.sealing_keys()
    assert [fault.id[-2:] for fault in faults] == ["13", "12", "11", "14", "17"]
    words = " ".join(f"{fault.msg} {fault.hint}" for fault in faults)
    assert not any(key[:8] in words for key in (V, W, INDEX))


@pytest.mark.parametrize(
    ("demo", "key", "number"),
    [
        (True, "", 1),
        (False, "", 1),
        (True, "short", None),
        (False, "k" * 49, 2),
        (False, "k" * 50, None),
    ],
)
def test_the_signing_key(settings, demo, key, number):
    settings.DEMO, settings.SECRET_KEY = demo, key
    sentences = {
        1: missing("SECRET_KEY"),
        2: "SECRET_KEY compte moins de 50 caractères.",
    }
    expected = [(f"portal.E{number:03}", sentences[number])] if number else []
    assert told(keys.secret_key()) == expected


def dossier(owner, key=None):
    Dossier.objects.create(
        id=owner,
        key=key or vault.new_key(owner),
        identity=b"",
        person_index=b"",
        submission=uuid4(),
        consent_version="1",
        opened_at=datetime(2026, 11, 23, tzinfo=UTC),
    )


UNREADABLE = [("portal.E019", "VAULT_KEYS n’ouvre pas les dossiers de cette base.")]


@pytest.mark.db
@pytest.mark.django_db
def test_keys_that_open_the_dossiers_are_right(settings):
    assert keys.open_what_is_stored() == []
    dossier(uuid4())
    settings.VAULT_KEYS = f"1:{V},2:{W}"
    dossier(uuid4())
    assert keys.open_what_is_stored() == []


@pytest.mark.db
@pytest.mark.django_db
@pytest.mark.parametrize("demo", [True, False])
@pytest.mark.parametrize("keys_of_another", [f"1:{W}", f"2:{V}"])
def test_the_keys_of_another_portal_are_refused(settings, demo, keys_of_another):
    for _ in range(3):
        dossier(uuid4())
    settings.DEMO, settings.VAULT_KEYS = demo, keys_of_another
    [fault] = keys.open_what_is_stored()
    assert told([fault]) == UNREADABLE
    assert fault.hint == "Rendez à VAULT_KEYS toutes les clés qui ont servi."


@pytest.mark.django_db
def test_one_dossier_that_does_not_open_is_enough():
    dossier(uuid4())
    dossier(UUID(int=7), key=b"nothing")
    assert told(keys.open_what_is_stored()) == UNREADABLE


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "1:short"])
def test_where_the_keys_are_already_at_fault_no_dossier_is_looked_at(
    settings, django_assert_num_queries, text
):
    dossier(uuid4())
    settings.VAULT_KEYS = text
    with django_assert_num_queries(0):
        assert keys.open_what_is_stored() == []
