"""`manage.py letter`: one letter printed from facts, without a database."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from letters import catalogue, compose, press, reading
from letters.facts import Facts, FactsError
from opposition.management.courtesy import CourteousCommand, RefusalError


class Command(CourteousCommand):
    """Writes the PDF, or the words with --text; refuses before anything is written."""

    help = (
        "Imprime un courrier à partir de faits (JSON). Code de sortie : 0, ou 2 si un fait manque, "
        "est inconnu ou impossible ; rien n’est alors écrit."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The letter, the facts, and what to make of them."""
        parser.add_argument("key", metavar="COURRIER", help=", ".join(catalogue.all_texts()))
        parser.add_argument("--facts", required=True, metavar="FICHIER.json", help="Les faits.")
        parser.add_argument("--out", metavar="FICHIER", help="Le fichier à écrire (PDF ou texte).")
        parser.add_argument("--text", action="store_true", help="Le texte, sans mise en page.")
        parser.add_argument("--short", action="store_true", help="Avec --text : la forme courte.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Facts in, one letter out; an address that departs from the norm is told on stderr."""
        _check(options)
        facts = _facts(options["facts"])
        try:
            letter = compose.letter(options["key"], facts)
            content = _content(letter, facts, options)
        except catalogue.UnknownLetterError as unknown:
            raise RefusalError("COURRIER", str(unknown)) from unknown
        except FactsError as error:
            raise RefusalError(error.key, error.message) from error
        except press.PressError as error:
            raise RefusalError(
                "--out", f"le courrier n’a pas pu être imprimé ({error})."
            ) from error
        for defect in letter.defects:
            self.stderr.write(f"addressee.address : {defect}")
        if options["out"]:
            _write(Path(options["out"]), content)
        else:
            self.stdout.write(content.decode("utf-8"), ending="")


def _check(options: dict[str, Any]) -> None:
    if options["short"] and not options["text"]:
        raise RefusalError("--short", "cette option va avec --text.")
    if not options["text"] and not options["out"]:
        raise RefusalError("--out", "indiquez le fichier PDF à écrire.")


def _facts(path: str) -> Facts:
    try:
        raw = json.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise RefusalError("--facts", f"ce fichier ne peut être lu ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:
        raise RefusalError("--facts", "ce fichier n’est pas du JSON en UTF-8.") from error
    try:
        return reading.parse(raw)
    except FactsError as error:
        raise RefusalError(error.key, error.message) from error


def _content(letter: compose.Letter, facts: Facts, options: dict[str, Any]) -> bytes:
    if options["short"]:
        return compose.short(letter.key, facts).encode("utf-8")
    if options["text"]:
        return letter.text.encode("utf-8")
    try:
        return press.render(letter.sheet)
    finally:
        press.close()


def _write(path: Path, content: bytes) -> None:
    """All or nothing: a reader never sees half a letter."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".letter-")
    except OSError as error:
        raise RefusalError("--out", f"ce dossier ne peut être écrit ({error.strerror}).") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise RefusalError("--out", f"ce fichier ne peut être écrit ({error.strerror}).") from error
