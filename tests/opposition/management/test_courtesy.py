"""Refusals of the commands: one French sentence, exit status 2, an empty standard output."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from opposition.management import courtesy


class Sorry(courtesy.CourteousCommand):
    """A command that wants a colour and always refuses it."""

    def add_arguments(self, parser):
        parser.add_argument("--colour", required=True, help="Une couleur.")

    def handle(self, *_args, **options):
        raise courtesy.RefusalError("--colour", f"pas de {options['colour']}.")


HELP = "l’aide : manage.py sorry --help"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--colour", "bleu"], "--colour : pas de bleu."),
        ([], f"--colour : cette option est nécessaire ({HELP})."),
        (
            ["--colour"],
            f"--colour : cette option attend une valeur, écrite juste après elle ({HELP}).",
        ),
        (
            ["--colour", "bleu", "--shape"],
            f"--shape : la commande ne connaît pas cette option ({HELP}).",
        ),
        (["--col", "bleu"], f"--colour : cette option est nécessaire ({HELP})."),
        (
            ["--colour", "bleu", "--verbosity", "9"],
            f"-v/--verbosity : cette valeur n’est pas comprise ({HELP}).",
        ),
    ],
)
def test_a_refusal_is_one_sentence_on_stderr_and_status_2(arguments, sentence, capsys):
    with pytest.raises(SystemExit) as end:
        Sorry().run_from_argv(["manage.py", "sorry", *arguments])
    printed = capsys.readouterr()
    assert (end.value.code, printed.out, printed.err) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize("arguments", [["--colour", "bleu"], []])
def test_called_from_code_a_refusal_is_an_exception_with_its_status(arguments):
    with pytest.raises(CommandError) as refusal:
        call_command(Sorry(), *arguments)
    assert refusal.value.returncode == 2


def test_what_argparse_says_otherwise_is_passed_on():
    assert str(courtesy.misuse("not seen before", "manage.py sorry")) == (
        "manage.py sorry : cette ligne n’est pas comprise (not seen before)."
    )


def test_the_help_speaks_only_french(capsys):
    with pytest.raises(SystemExit) as end:
        Sorry().run_from_argv(["manage.py", "sorry", "--help"])
    assert (end.value.code, capsys.readouterr().out) == (
        0,
        (
            "usage: manage.py sorry --colour COLOUR [-h]\n\n"
            "options:\n  --colour COLOUR  Une couleur.\n  -h, --help       Affiche cette aide.\n"
        ),
    )
