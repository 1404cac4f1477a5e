"""The command that brings the release's addressees into the database, run at every start.

The only command that writes without `--really`: it loads what ships with the release, touches
nothing that staff verified, and a second run changes nothing.
"""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from opposition import directory
from opposition.management.courtesy import CourteousCommand, RefusalError
from opposition.models import Addressee


class Command(CourteousCommand):
    """`manage.py load_directory [--demo]`; exit status 2 when `--demo` meets production."""

    help = (
        "Charge l’annuaire des destinataires livré avec cette version ; sans risque à répéter. "
        "Seule commande qui écrit sans --really : bin/run l’appelle à chaque démarrage."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Nothing but the demo's own bodies."""
        parser.add_argument(
            "--demo",
            action="store_true",
            help="Ajoute une caisse et un Health Data Hub inventés, sur example.org.",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Loads, then says what it did, unless --verbosity 0."""
        if options["demo"] and not settings.DEMO:
            raise RefusalError(
                "--demo",
                "cette option n’est admise que si DEMO=true : un destinataire inventé "
                "n’a pas sa place sur un vrai portail.",
            )
        counts = directory.load(demo=options["demo"])
        if options["verbosity"]:
            self._tell(counts)
        self._warn_of_leftovers(demo=settings.DEMO)

    def _tell(self, counts: directory.Counts) -> None:
        self.stdout.write(
            f"Annuaire. Ajoutés : {counts.created} ; mis à jour : {counts.updated} ; "
            f"inchangés : {counts.unchanged} ; "
            f"vérifiés, laissés tels quels : {counts.kept}."
        )

    def _warn_of_leftovers(self, *, demo: bool) -> None:
        left = 0 if demo else Addressee.objects.invented().count()
        if left:
            self.stderr.write(
                f"Attention : des destinataires inventés restent dans cette base : {left}."
            )
