"""Staff note a verified address; without --really nothing is written, and errors are kind."""

import os
import subprocess
import sys
from datetime import date, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from opposition import clock, directory
from opposition.models import Addressee

pytestmark = [pytest.mark.django_db, pytest.mark.db]

HUB = """\
Plateforme des données de santé (Health Data Hub) [hdh-dpd]
  9 RUE GEORGES PITARD
  75015 PARIS
  dpd@health-data-hub.fr
  Source : github indsante/Documentation-SNDS A_propos/mentions_legales.md (siège) et \
A_propos/politique_de_confidentialite.md (DPD)
  Vu : 2020-11-24 (siège) / 2021-04-26 (DPD)
"""


@pytest.fixture(autouse=True)
def loaded():
    directory.load()


def run(key="hdh-dpd", *words, on="2026-11-20", by="equipe@example.org"):
    out = StringIO()
    call_command("verify_addressee", key, "--on", on, "--by", by, *words, stdout=out)
    return out.getvalue().replace("\u202f", " ")


def refusal(*args, **options):
    with pytest.raises(CommandError) as error:
        run(*args, **options)
    assert Addressee.objects.verified().count() == 0
    return error.value.returncode, str(error.value).replace("\u202f", " ")


def test_without_really_it_says_what_it_would_do_and_does_nothing():
    assert run() == HUB + (
        "Serait noté : vérifié le 20 novembre 2026 par equipe@example.org. "
        "Rien n’est écrit sans --really.\n"
    )
    assert Addressee.objects.verified().count() == 0


def test_with_really_it_notes_who_and_when():
    said = run("hdh-dpd", "--really")
    assert said == HUB + "Noté : vérifié le 20 novembre 2026 par equipe@example.org.\n"
    verified = Addressee.objects.verified().values_list("key", "verified_on", "verified_by")
    assert list(verified) == [("hdh-dpd", date(2026, 11, 20), "equipe@example.org")]


def test_today_is_admitted():
    run("hdh-dpd", "--really", on=clock.today().isoformat())
    assert Addressee.objects.get(pk="hdh-dpd").verified_on == clock.today()


@pytest.mark.parametrize("really", [[], ["--really"]])
@pytest.mark.parametrize(
    ("key", "options", "sentence"),
    [
        (
            "hdh-dpo",
            {},
            "KEY : aucun destinataire « hdh-dpo ». Peut-être : hdh-dpd",
        ),
        ("zzz", {}, "KEY : aucun destinataire « zzz »."),
        (
            "cnam-dpo",
            {},
            "KEY : la fiche « cnam-dpo » n’a ni adresse, ni boîte, ni formulaire en ligne : ",
        ),
        (
            "hdh-dpd",
            {"on": "20/11/2026"},
            "--on : « 20/11/2026 » n’est pas une date ; écrivez par exemple 2026-11-21.",
        ),
        (
            "hdh-dpd",
            {"on": "2026-02-30"},
            "--on : « 2026-02-30 » n’est pas une date ; écrivez par exemple 2026-11-21.",
        ),
        (
            "hdh-dpd",
            {"on": "2999-01-02"},
            "--on : le 2 janvier 2999 n’est pas encore venu.",
        ),
        (
            "hdh-dpd",
            {"by": "equipe"},
            "--by : « equipe » n’est pas une adresse électronique.",
        ),
    ],
)
def test_what_is_wrong_is_said_with_status_2_and_nothing_is_written(key, options, sentence, really):
    status, said = refusal(key, *really, **options)
    assert status == 2
    assert said[: len(sentence)] == sentence


def test_tomorrow_is_refused():
    tomorrow = clock.today() + timedelta(days=1)
    assert refusal(on=tomorrow.isoformat())[0] == 2


WORDS = ("--on", "2026-11-20", "--by", "equipe@example.org")
UNREADY = (
    "KEY : l’annuaire est vide ou illisible. D’abord manage.py migrate, "
    "puis manage.py load_directory."
)


def test_an_empty_directory_is_said_to_be_empty():
    Addressee.objects.all().delete()
    assert refusal() == (2, UNREADY)


def test_without_tables_the_shell_gets_the_same_sentence_and_status_2(tmp_path):
    end = subprocess.run(
        [sys.executable, "manage.py", "verify_addressee", "hdh-dpd", "--really", *WORDS],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    said = end.stderr.replace("\u202f", " ")
    assert (end.returncode, end.stdout, said) == (2, "", f"{UNREADY}\n")
