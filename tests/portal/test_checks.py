"""What production refuses, one fault at a time; what the demonstration lets pass."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.core import checks as django_checks

from opposition import vault
from opposition.models import Addressee, Dossier
from portal import checks

PUBLISHER = {
    "name": "Les Amis",
    "address": "",
    "contact": "a@b.example",
    "host": "H",
    "director": "",
}


@pytest.fixture(autouse=True)
def production(settings):
    """Settings with which nothing is wrong: each test breaks one."""
    settings.DEMO = False
    settings.DEBUG = False
    settings.SECRET_KEY = "k" * 32 + "0123456789abcdef" * 2
    settings.VAULT_KEYS = "1:" + "v" * 43
    settings.INDEX_KEY = "i" * 43
    settings.ALLOWED_HOSTS = ["portail.example", "www.portail.example"]
    settings.PUBLISHER = PUBLISHER
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "suivi@portail.example"
    settings.SITE_URL = "https://portail.example"


def ids(faults):
    return [fault.id for fault in faults]


def test_nothing_is_wrong_with_good_settings():
    assert checks.deployment() == []


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("SECRET_KEY", "", "portal.E001"),
        ("SECRET_KEY", "k" * 49, "portal.E002"),
        ("VAULT_KEYS", "", "portal.E010"),
        ("INDEX_KEY", "", "portal.E015"),
        ("DEBUG", True, "portal.E004"),
        ("ALLOWED_HOSTS", ["*"], "portal.E005"),
        ("ALLOWED_HOSTS", ["portail.example", "*.example"], "portal.E005"),
        ("ALLOWED_HOSTS", [".portail.example"], "portal.E005"),
        ("ALLOWED_HOSTS", [], "portal.E005"),
        ("PUBLISHER", {**PUBLISHER, "name": ""}, "portal.E006"),
        ("PUBLISHER", {**PUBLISHER, "contact": " "}, "portal.E006"),
        ("PUBLISHER", {**PUBLISHER, "host": ""}, "portal.E006"),
    ],
)
def test_production_is_refused_with(settings, name, value, fault):
    setattr(settings, name, value)
    assert ids(checks.deployment()) == [fault]


@pytest.mark.parametrize(
    ("name", "value", "faults"),
    [
        ("SECRET_KEY", "", ["portal.E001"]),  # a key that is missing is missing everywhere
        ("SECRET_KEY", "short", []),
        ("VAULT_KEYS", "", ["portal.E010"]),
        ("INDEX_KEY", "", ["portal.E015"]),
        ("DEBUG", True, []),
        ("ALLOWED_HOSTS", ["*"], []),
        ("PUBLISHER", dict.fromkeys(PUBLISHER, ""), []),
    ],
)
def test_the_demonstration_needs_its_keys_and_no_publisher(settings, name, value, faults):
    settings.DEMO = True
    setattr(settings, name, value)
    assert ids(checks.deployment()) == faults


def test_every_missing_publisher_variable_is_named(settings):
    settings.PUBLISHER = dict.fromkeys(PUBLISHER, "")
    [fault] = checks.publisher()
    assert fault.msg == (
        "Qui publie et qui héberge le portail n’est pas dit\u202f: "
        "PUBLISHER_NAME, PUBLISHER_CONTACT, PUBLISHER_HOST."
    )


def test_the_libraries_of_the_press_are_here():
    assert checks.press() == []


def test_a_missing_library_is_named_with_the_line_that_installs_it():
    [fault] = checks.press([*checks.LIBRARIES, "libnulle-part.so.0"])
    assert fault.id == "portal.E003"
    assert fault.msg == "Il manque pour fabriquer les PDF\u202f: libnulle-part.so.0."
    assert fault.hint == (
        "apt-get install --no-install-recommends "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


def test_style_sheets_must_have_been_collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    assert ids(checks.static_files()) == ["portal.E007"]
    (tmp_path / "staticfiles.json").write_text("{}")
    assert checks.static_files() == []


def hub(**facts):
    Addressee.objects.create(key=checks.HDH, kind="hdh", name="Plateforme", **facts)


@pytest.mark.django_db
def test_the_address_of_the_platform_must_have_been_verified():
    assert ids(checks.directory(databases=["default"])) == ["portal.E009"]
    hub()
    [fault] = checks.directory(databases=["default"])
    assert fault.id == "portal.E009"
    assert "manage.py verify_addressee hdh-dpd --on DATE --by EMAIL --really" in fault.hint


@pytest.mark.django_db
def test_a_verified_address_is_enough():
    hub(verified_on=date(2026, 11, 20), verified_by="equipe@portail.example")
    assert checks.directory(databases=["default"]) == []


def test_the_directory_is_asked_only_where_a_database_may_be():
    assert checks.directory() == []


def test_the_demonstration_has_an_invented_platform(settings):
    settings.DEMO = True
    assert checks.directory(databases=["default"]) == []


@pytest.mark.django_db
@pytest.mark.parametrize("demo", [True, False])
def test_dossiers_sealed_by_other_keys_stop_every_start(settings, capsys, demo):
    owner = uuid4()
    settings.VAULT_KEYS = "1:" + "w" * 43
    sealed = {"key": vault.new_key(owner), "identity": b"", "person_index": b""}
    when = datetime(2026, 11, 23, tzinfo=UTC)
    Dossier.objects.create(id=owner, submission=uuid4(), opened_at=when, **sealed)
    settings.DEMO, settings.VAULT_KEYS = demo, "1:" + "v" * 43
    assert ids(checks.dossiers()) == []
    assert ids(checks.dossiers(databases=["default"])) == ["portal.E019"]
    with pytest.raises(SystemExit):
        checks.refuse_to_start()
    assert capsys.readouterr().err.splitlines()[0] == (
        "portal.E019 VAULT_KEYS n’ouvre pas les dossiers de cette base. "
        "Rendez à VAULT_KEYS toutes les clés qui ont servi."
    )


def test_the_checks_are_those_of_a_deployment_and_not_of_each_command():
    enlisted = django_checks.registry.registry.get_checks(include_deployment_checks=True)
    everyday = django_checks.registry.registry.get_checks()
    ours = {checks.deployment, checks.directory, checks.dossiers}
    assert ours <= set(enlisted)
    assert not ours & set(everyday)


@pytest.mark.django_db
def test_a_demonstration_in_order_starts(settings):
    settings.DEMO = True
    assert checks.refuse_to_start() is None


@pytest.mark.django_db
def test_each_fault_is_one_sentence_and_the_process_ends(settings, tmp_path, capsys):
    settings.SECRET_KEY = ""
    settings.STATIC_ROOT = tmp_path
    with pytest.raises(SystemExit) as end:
        checks.refuse_to_start()
    assert end.value.code == 3
    lines = capsys.readouterr().err.splitlines()
    assert [line.split()[0] for line in lines] == ["portal.E001", "portal.E007", "portal.E009"]


@pytest.mark.django_db
def test_production_in_order_starts(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "staticfiles.json").write_text("{}")
    hub(verified_on=date(2026, 11, 20), verified_by="equipe@portail.example")
    assert checks.refuse_to_start() is None
