"""`manage.py proof`: every letter printed with invented citizens, for human eyes."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from letters import compose, press, samples
from opposition.management.courtesy import CourteousCommand, RefusalError


class Command(CourteousCommand):
    """Fills a folder with one PDF and one text per letter and sample."""

    help = "Imprime chaque courrier avec des personnes inventées, en PDF et en texte."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("folder", metavar="DOSSIER", help="Le dossier à remplir.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Letter after letter, by the same press as for everybody."""
        folder = Path(options["folder"])
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RefusalError("DOSSIER", f"il ne peut être créé ({error.strerror}).") from error
        try:
            for key, names in samples.PROOFS.items():
                for name in names:
                    self._print(folder, key, name)
        finally:
            press.close()

    def _print(self, folder: Path, key: str, name: str) -> None:
        letter = compose.letter(key, samples.facts(name))
        file = folder / f"{key}.{name}.pdf"
        file.write_bytes(press.render(letter.sheet))
        file.with_suffix(".txt").write_text(letter.text, "utf-8")
        self.stdout.write(str(file))
