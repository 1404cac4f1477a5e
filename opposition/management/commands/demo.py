"""`manage.py demo`: what `bin/run` starts: one process, or with REDIS_URL those of production."""

import errno
import os
import signal
import socket
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.core.servers.basehttp import get_internal_wsgi_application
from django.db import connections

from opposition.management import embedded, separate
from opposition.management.courtesy import CourteousCommand

HOST = "127.0.0.1"  # a demonstration is for this machine alone
REASONS = {errno.EADDRINUSE: "il est déjà pris", errno.EACCES: "il est réservé à root"}
ENDS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


class Command(CourteousCommand):
    """`manage.py demo [--port N]`; ends with 0 on Ctrl-C or TERM, with 1 where it cannot start."""

    help = (
        "Lance le portail de démonstration : un seul processus ; si REDIS_URL est donnée, "
        "les processus de la production, tous arrêtés avec celui-ci."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The port alone."""
        parser.add_argument("--port", type=_port, default=8000, help="8000 ; 0 : un port libre.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Takes the port, prepares the data, serves; portal.wsgi runs the checks of a start."""
        if not settings.DEMO:
            raise CommandError(
                "Cette commande ne lance que la démonstration, et DEMO n’est pas « true » : "
                "en production, les pages sont servies par gunicorn (portal.wsgi)."
            )
        listener = _listen(options["port"])  # first: two portals never share one port
        here = f"http://{HOST}:{listener.getsockname()[1]}/"
        for number in ENDS:
            signal.signal(number, _end)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_directory", demo=True, verbosity=0)
        settings.EMAIL_FILE_PATH.mkdir(mode=0o700, parents=True, exist_ok=True)
        application = get_internal_wsgi_application()  # refuses here what it cannot start with
        connections.close_all()
        _be_called(here)
        serve = separate.serve if settings.REDIS_URL else partial(embedded.serve, application)
        serve(listener, ready=partial(self._tell, here))

    def _tell(self, here: str) -> None:
        self.stdout.write(f"Le portail répond sur {here} (Ctrl-C pour arrêter)")
        self.stdout.flush()


def _port(text: str) -> int:
    """A TCP port, from 0 to 65535; ValueError otherwise."""
    if text.isdecimal() and int(text) <= 65_535:
        return int(text)
    raise ValueError(text)


def _be_called(here: str) -> None:
    """The links of its mails lead here, from this process and from those that it starts."""
    settings.SITE_URL = os.environ["SITE_URL"] = settings.SITE_URL or here


def _end(_number: int, _frame: object) -> None:
    """End the process as a command that succeeded; a second signal changes nothing."""
    for number in ENDS:
        signal.signal(number, signal.SIG_IGN)
    raise SystemExit(0)


def _listen(port: int) -> socket.socket:
    """Take the port; whoever asks from now on waits for an answer instead of being refused."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        why = REASONS.get(error.errno or 0, str(error))
        raise CommandError(
            f"Le port {port} n’est pas disponible : {why}. "
            "Choisissez-en un autre, par exemple : PORT=8001 bin/run"
        ) from error
