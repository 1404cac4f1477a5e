"""`manage.py verify_journal`: whether the journal is still the one that was written."""

import re
from typing import Any

from django.core.management.base import CommandError, CommandParser

from opposition import records
from opposition.management.courtesy import CourteousCommand, RefusalError
from opposition.records import Break, Fault

_FAULTS = {
    Fault.CHANGED: "a été changée, insérée ou déplacée",
    Fault.MISSING: "manque",
    Fault.ADDED: "vient après la fin connue du journal",
    Fault.OTHER: "n’est plus celle qui avait été notée : la suite a été réécrite",
}


class Command(CourteousCommand):
    """Names the first line that does not verify; exit status 1 where there is one."""

    help = (
        "Vérifie la chaîne du journal, ligne après ligne, et nomme la première qui ne tient pas. "
        "Qui note ailleurs la tête affichée, « RANG:MAILLON », peut la redonner plus tard : une "
        "fin coupée se voit alors aussi. Code de sortie : 0 ; 1 si une ligne ne tient pas ; 2 si "
        "une option ne va pas."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """What somebody noted of the chain, elsewhere."""
        parser.add_argument(
            "--known",
            action="append",
            default=[],
            metavar="RANG:MAILLON",
            help="Une tête notée plus tôt ; se répète.",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """One sentence."""
        known = dict(_link(text) for text in options["known"])
        # Before the walk: everything up to this head is then known to hold.
        head = records.head()
        if broken := records.first_break(known=known):
            raise CommandError(sentence(broken), returncode=1)
        self.stdout.write(f"Le journal tient. Tête : {head.length}:{bytes(head.link).hex()}")


def sentence(broken: Break) -> str:
    """Which line, and what is wrong with it."""
    return f"Le journal est rompu : la ligne {broken.position} {_FAULTS[broken.fault]}."


def _link(text: str) -> tuple[int, bytes]:
    read = re.fullmatch(r"([0-9]{1,18}):([0-9a-f]{64})", text)
    if not read:
        raise RefusalError(
            "--known", f"« {text} » n’est pas une tête ; écrivez-la comme la commande l’affiche."
        )
    return int(read[1]), bytes.fromhex(read[2])
