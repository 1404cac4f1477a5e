"""The portal as production runs it: gunicorn, a worker for each queue, beat; over Redis."""

import socket
import sys
import urllib.request
from collections.abc import Callable

from django.core.management.base import CommandError

from opposition.management import processes

QUEUES = ("timeline", "mail", "letters")
PATIENCE = 60  # seconds for gunicorn to answer the first time
ROOT_IS_FINE = "ignore:You're running the worker"  # in a demonstration; production has a user
ALONE = ("--without-gossip", "--without-mingle", "--without-heartbeat")


def serve(listener: socket.socket, *, ready: Callable[[], None]) -> None:
    """Keep all processes until SystemExit; `ready` is called once pages are answered."""

    def answered() -> None:
        _await(listener.getsockname()[1])
        ready()

    descriptor = listener.fileno()
    processes.keep(commands(descriptor), descriptors=[descriptor], ready=answered)


def commands(descriptor: int) -> dict[str, list[str]]:
    """Each process by name; gunicorn takes the socket that is already listening."""
    celery = [sys.executable, "-W", ROOT_IS_FINE, "-m", "celery", "--app", "portal"]
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "python:portal.gunicorn"]
    return {
        "gunicorn": [*gunicorn, "--bind", f"fd://{descriptor}", "portal.wsgi"],
        **{queue: [*celery, *_worker(queue)] for queue in QUEUES},
        "beat": [*celery, "beat"],
    }


def _worker(queue: str) -> list[str]:
    return ["worker", "--queues", queue, "--hostname", f"{queue}@%h", "--concurrency", "1", *ALONE]


def _await(port: int) -> None:
    """Wait for the first answer: until then the socket holds who asks."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE).close()
    except OSError as error:
        raise CommandError(f"Le portail ne répond pas\u202f: {error}.") from error
