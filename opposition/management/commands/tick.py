"""`manage.py tick`: one pass of the engine without Celery, or one a minute."""

import logging
import signal
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError, connections

from opposition import clock, engine
from opposition.management.courtesy import CourteousCommand, RefusalError

BEAT = 60.0  # seconds between two passes
ENDS = (signal.SIGINT, signal.SIGTERM)
log = logging.getLogger(__name__)


class Command(CourteousCommand):
    """`manage.py tick [--loop] [--now ISO]`; ends with 0, or 2 where an option does not go."""

    help = (
        "Fait ce qui est dû, puis envoie les avis en attente. Code de sortie : 0, ou 2 si une "
        "option ne va pas."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Once or for ever; now or, in the demonstration, at another moment."""
        add = parser.add_argument
        add("--loop", action="store_true", help="Recommence chaque minute, jusqu’à Ctrl-C ou TERM.")
        add(
            "--now",
            metavar="DATE",
            help="Comme si l’on était à ce moment, AAAA-MM-JJ ou AAAA-MM-JJTHH:MM, heure de Paris. "
            "Démonstration seulement.",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Refuses before anything is done."""
        now = _moment(options) if options["now"] is not None else None
        if options["loop"]:
            self._loop()
            return
        try:
            self.stdout.write(_pass(now or clock.now()))
        except DatabaseError as error:
            raise CommandError(
                "La base de données est injoignable ou vide. Vérifiez DATABASE_URL, puis : "
                "manage.py migrate"
            ) from error

    def _loop(self) -> None:
        """Signals wait until a pass is over: nothing is cut in the middle."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
        try:
            self._attempt()
            while not signal.sigtimedwait(ENDS, BEAT):
                self._attempt()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _attempt(self) -> None:
        """One pass; a database that does not answer is asked again in a minute."""
        try:
            self.stdout.write(_pass(clock.now()))
            self.stdout.flush()
        except Exception as error:  # noqa: BLE001 - the time goes on
            log.warning("a pass failed (%s): the next one will do it too", type(error).__name__)
        finally:
            connections.close_all()


def _moment(options: dict[str, Any]) -> datetime:
    """The moment asked for, aware, in Paris; RefusalError where there is none."""
    if not settings.DEMO:
        raise RefusalError("--now", "seule la démonstration peut changer d’heure.")
    if options["loop"]:
        raise RefusalError("--now", "cette option ne va pas avec --loop.")
    text = options["now"]
    try:
        asked = datetime.fromisoformat(text)
    except ValueError:
        raise RefusalError(
            "--now", f"« {text} » n’est pas un moment ; écrivez par exemple 2026-11-23T08:00."
        ) from None
    return asked.astimezone(clock.PARIS) if asked.tzinfo else asked.replace(tzinfo=clock.PARIS)


def _pass(now: datetime) -> str:
    """Do all that is due, send what waits; what was done, in a sentence."""
    steps, sent, more = 0, 0, True
    while more and not _told_to_end():
        ticked = engine.tick(now)
        steps, more = steps + ticked.done, ticked.more
    for dispatch in engine.waiting(now):
        if _told_to_end():
            break
        sent += engine.deliver(dispatch, now)
    done = f"{steps} étape accomplie" if steps < 2 else f"{steps} étapes accomplies"
    return f"{done}, {sent} avis remis."


def _told_to_end() -> bool:
    """A signal of `ENDS` waits, which it does only within the loop."""
    return bool(signal.sigpending())
