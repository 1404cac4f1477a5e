"""A command that refuses kindly: one French sentence on stderr, exit status 2, an empty stdout."""

import re
from argparse import SUPPRESS
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser

_MISUSES = (
    (r"the following arguments are required: (.+)", "cette option est nécessaire"),
    (r"argument (\S+): expected .*", "cette option attend une valeur, écrite juste après elle"),
    (r"unrecognized arguments: (.+)", "la commande ne connaît pas cette option"),
    (r"argument (\S+): .*", "cette valeur n’est pas comprise"),
)


class RefusalError(CommandError):
    """An input that cannot be used: names the option, then says why; exit status 2."""

    def __init__(self, option: str, sentence: str) -> None:
        super().__init__(f"{option} : {sentence}", returncode=2)


class CourteousCommand(BaseCommand):
    """Base of the commands that read no database; their help and their refusals are in French."""

    requires_system_checks = ()

    def add_base_argument(self, parser: CommandParser, *args: Any, **kwargs: Any) -> None:
        """Django's own options still work; their English help is left out."""
        super().add_base_argument(parser, *args, **{**kwargs, "help": SUPPRESS})

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Django's parser, with a French help and French refusals."""
        parser = super().create_parser(
            prog_name, subcommand, add_help=False, allow_abbrev=False, **kwargs
        )
        parser.add_argument("-h", "--help", action="help", help="Affiche cette aide.")

        def refuse(message: str) -> NoReturn:
            refusal = misuse(message, parser.prog)
            if not parser.called_from_command_line:
                raise refusal
            parser.exit(2, f"{refusal}\n")

        parser.error = refuse  # type: ignore[method-assign]
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Runs the command; from a shell, a refusal is printed without the exception's name."""
        try:
            return super().execute(*args, **options)
        except CommandError as refusal:
            if not getattr(self, "_called_from_command_line", False):
                raise
            self.stderr.write(str(refusal))
            raise SystemExit(refusal.returncode) from None


def misuse(message: str, program: str) -> RefusalError:
    """What argparse says in English, said in French with the name of the option."""
    for pattern, sentence in _MISUSES:
        if found := re.fullmatch(pattern, message):
            return RefusalError(found[1], f"{sentence} (l’aide : {program} --help).")
    return RefusalError(program, f"cette ligne n’est pas comprise ({message}).")
