"""Staff verify the journal: the first line that does not hold is named, and the command fails."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from opposition import records
from opposition.domain.vocabulary import Kind
from opposition.management.commands.verify_journal import sentence
from opposition.models import Event
from opposition.records import Break, Fault
from tests.opposition.records import dossiers, tampering
from tests.opposition.records.dossiers import TODAY, said

pytestmark = [pytest.mark.django_db, pytest.mark.db]
NOTHING = "0" * 64


@pytest.fixture
def journal():
    _, fund, _, _ = dossiers.family()
    records.record(fund, *[said(Kind.PRINTED)] * 9, today=TODAY)
    return fund


def run(*words):
    """What it says where the journal holds; else its exit status and its sentence."""
    out = StringIO()
    try:
        call_command("verify_journal", *words, stdout=out)
    except CommandError as error:
        assert out.getvalue() == ""
        return error.returncode, str(error)
    return out.getvalue()


def head(position=9):
    return f"{position}:{bytes(Event.objects.get(position=position).link).hex()}"


def test_an_empty_journal_holds():
    assert run() == f"Le journal tient. Tête\u202f: 0:{NOTHING}\n"


def test_a_journal_that_holds_shows_its_head(journal):
    assert run() == f"Le journal tient. Tête\u202f: {head()}\n"


def test_the_first_line_that_does_not_hold_is_named(journal):
    tampering.disarm()
    tampering.change(4, kind="closed")
    told = "Le journal est rompu\u202f: la ligne 4 a été changée, insérée ou déplacée."
    assert run() == (1, told)


def test_a_head_noted_earlier_shows_that_the_end_was_cut_off(journal):
    noted, earlier = head(), head(5)
    assert run("--known", noted, "--known", earlier) == run()
    tampering.disarm()
    tampering.cut_with_its_head(7)
    assert run() == f"Le journal tient. Tête\u202f: {head(6)}\n"
    told = (1, "Le journal est rompu\u202f: la ligne 7 manque.")
    assert run("--known", noted, "--known", earlier) == told


@pytest.mark.parametrize("text", ["", "9", "9:", f"x:{NOTHING}", f"9:{NOTHING}0", "9:" + "G" * 64])
def test_what_is_no_head_is_refused_kindly(text):
    told = (
        f"--known\u202f: «\u202f{text}\u202f» n’est pas une tête\u202f; écrivez-la comme la "
        "commande l’affiche."
    )
    assert run("--known", text) == (2, told)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.CHANGED, "la ligne 4 a été changée, insérée ou déplacée."),
        (Fault.MISSING, "la ligne 4 manque."),
        (Fault.ADDED, "la ligne 4 vient après la fin connue du journal."),
        (
            Fault.OTHER,
            "la ligne 4 n’est plus celle qui avait été notée\u202f: la suite a été réécrite.",
        ),
    ],
)
def test_every_fault_has_its_words(fault, words):
    assert sentence(Break(4, fault)) == f"Le journal est rompu\u202f: {words}"
