"""`manage.py demo`: the whole portal in one process, on SQLite; what `bin/run` starts."""

import errno
import logging
import signal
import socket
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.core.servers.basehttp import get_internal_wsgi_application
from waitress import create_server, wasyncore

from opposition.management.courtesy import CourteousCommand

HOST = "127.0.0.1"  # a demonstration is for this machine alone
THREADS = 4
REASONS = {errno.EADDRINUSE: "il est déjà pris", errno.EACCES: "il est réservé à root"}
ENDS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
PATIENCE = 3  # seconds left to the pages being served when the portal is told to end


class Command(CourteousCommand):
    """`manage.py demo [--port N]`; ends with 0 on Ctrl-C or TERM, with 1 where it cannot start."""

    help = "Lance le portail de démonstration : un seul processus, sur SQLite."

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
        for number in ENDS:
            signal.signal(number, _end)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_directory", demo=True, verbosity=0)
        application = get_internal_wsgi_application()  # refuses here what it cannot start with
        port = listener.getsockname()[1]
        self.stdout.write(f"Le portail répond sur http://{HOST}:{port}/ (Ctrl-C pour arrêter)")
        self.stdout.flush()
        _serve(application, listener)


def _port(text: str) -> int:
    """A TCP port, from 0 to 65535; ValueError otherwise."""
    if text.isdecimal() and int(text) <= 65_535:
        return int(text)
    raise ValueError(text)


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


def _serve(application: WSGIHandler, listener: socket.socket) -> None:
    """Serve until a signal; then leave `PATIENCE` to the pages on their way."""
    logging.getLogger("waitress").setLevel(logging.ERROR)  # a page that waits its turn is no news
    sockets: dict[int, Any] = {}
    server = create_server(application, map=sockets, sockets=[listener], threads=THREADS)
    try:
        wasyncore.loop(timeout=1, map=sockets)
    except SystemExit:
        server.task_dispatcher.shutdown(timeout=PATIENCE)
