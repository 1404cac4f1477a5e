"""The start-up command loads the directory, says what it did, and invents nothing in production."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from opposition.models import Addressee

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def run(*words):
    out, err = StringIO(), StringIO()
    call_command("load_directory", *words, stdout=out, stderr=err)
    return plain(out.getvalue()), plain(err.getvalue())


def plain(text):
    return text.replace("\u202f", " ")


def said(added, unchanged):
    return (
        f"Annuaire. Ajoutés : {added} ; mis à jour : 0 ; inchangés : {unchanged} ; "
        "vérifiés, laissés tels quels : 0.\n"
    )


def test_it_says_what_it_did_the_first_and_the_second_time():
    assert run() == (said(156, 0), "")
    assert run() == (said(0, 156), "")


def test_it_can_be_silent():
    assert run("--verbosity", "0") == ("", "")
    assert Addressee.objects.count() == 156


def test_it_invents_nobody_unless_told():
    run()
    assert Addressee.objects.invented().count() == 0
    run("--demo")
    assert Addressee.objects.invented().count() == 2


def test_it_refuses_to_invent_on_a_real_portal(settings):
    settings.DEMO = False
    with pytest.raises(CommandError) as error:
        run("--demo")
    assert error.value.returncode == 2
    assert plain(str(error.value)) == (
        "--demo : cette option n’est admise que si DEMO=true : un destinataire inventé "
        "n’a pas sa place sur un vrai portail."
    )
    assert Addressee.objects.count() == 0


def test_it_warns_of_what_a_demo_left_on_a_real_portal(settings):
    run("--demo")
    settings.DEMO = False
    assert run()[1] == "Attention : des destinataires inventés restent dans cette base : 2.\n"
