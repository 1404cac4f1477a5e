"""`manage.py rebuild`: state and due date of every demand, made again from the journals."""

from datetime import datetime
from typing import Any

from django.core.management.base import CommandError, CommandParser

from opposition import clock, records
from opposition.management.courtesy import CourteousCommand
from opposition.records.caches import Cache


class Command(CourteousCommand):
    """Says what differs; exit status 1 where something does and was not written."""

    help = (
        "Recalcule l’état et l’échéance de chaque demande d’après son journal, et dit ce qui "
        "diffère : l’identifiant de la demande, ce qui est noté → ce que dit le journal. "
        "Code de sortie : 0, ou 1 si des différences restent, faute de --really."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Nothing but the usual word."""
        parser.add_argument(
            "--really", action="store_true", help="Écrit ; sinon, la commande dit seulement."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """One line per difference, as it is found."""
        count = 0
        for found in records.rebuild(today=clock.today(), really=options["really"]):
            count += 1
            self.stdout.write(f"{found.demand} : {told(found.old)} → {told(found.new)}")
        if not count:
            self.stdout.write("Chaque demande est telle que son journal la dit.")
        elif options["really"]:
            self.stdout.write(f"Corrigées : {count}.")
        else:
            raise CommandError(
                f"Demandes qui diffèrent de leur journal : {count}. Rien n’est écrit sans "
                "--really.",
                returncode=1,
            )


def told(cache: Cache) -> str:
    """A state and a due date, as short as a log wants them."""
    return f"{cache.state} {_moment(cache.due_at)}"


def _moment(due_at: datetime | None) -> str:
    return due_at.astimezone(clock.PARIS).isoformat(timespec="minutes") if due_at else "—"
