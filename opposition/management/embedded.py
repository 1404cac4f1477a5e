"""The whole portal in one process: pages, clock and worker; without a broker."""

import logging
import socket
import time
from collections.abc import Callable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from waitress import create_server, wasyncore

from opposition.tasks import embedded

THREADS = 4
PATIENCE = 3.0  # seconds left to what is under way when the portal is told to end


def serve(application: WSGIHandler, listener: socket.socket, *, ready: Callable[[], None]) -> None:
    """Serve until SystemExit; then leave `PATIENCE` to the pages and the mails on their way."""
    logging.getLogger("waitress").setLevel(logging.ERROR)  # a page that waits its turn is no news
    sockets: dict[int, Any] = {}
    server = create_server(application, map=sockets, sockets=[listener], threads=THREADS)
    hands = embedded.start()
    try:
        ready()
        wasyncore.loop(timeout=1, map=sockets)
    except SystemExit:
        embedded.end(hands)
        until = time.monotonic() + PATIENCE
        server.task_dispatcher.shutdown(timeout=PATIENCE)
        embedded.join(hands, until - time.monotonic())
    finally:
        wasyncore.close_all(sockets, ignore_all=True)
