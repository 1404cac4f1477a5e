"""`manage.py states`: writes domain/STATES.md from the tables of the machine, or checks it."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from opposition.domain import diagram
from opposition.management.courtesy import CourteousCommand

PAGE = Path(__file__).resolve().parents[2] / "domain" / "STATES.md"


class Command(CourteousCommand):
    """Writes the page of the states; with --check, writes nothing and says whether it is true."""

    help = (
        "Écrit la page des états (opposition/domain/STATES.md) à partir de machine.py. "
        "Code de sortie\u202f: 0, ou 1 avec --check si la page ne dit plus la même chose."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Only the check."""
        parser.add_argument(
            "--check", action="store_true", help="N’écrit rien\u202f; compare la page à machine.py."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Writes, or refuses a page that is not what the tables say."""
        if not options["check"]:
            PAGE.write_text(diagram.page(), encoding="utf-8")
            self.stdout.write(f"{PAGE.name} est écrit.")
            return
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != diagram.page():
            raise CommandError(
                f"{PAGE.name} ne dit plus ce que dit machine.py\u202f: lancez manage.py states.",
                returncode=1,
            )
        self.stdout.write(f"{PAGE.name} dit ce que dit machine.py.")
