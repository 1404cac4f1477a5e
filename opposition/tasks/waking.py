"""Asking for a tick now, so that a person who has just confirmed does not wait for the beat."""

import logging
import threading

from celery import current_app
from django.conf import settings

from opposition.tasks.jobs import tick

# A page waits for this: half a second to connect, half a second to answer, and no second try.
HASTE = {
    "transport_options": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5, "max_retries": 0}
}
log = logging.getLogger(__name__)

# Without a broker the thread that keeps the time (embedded.py) listens to this, or nobody does.
bell = threading.Event()


def wake() -> None:
    """Called by views once what is due is committed. Never raises: the next beat does it too."""
    if not settings.REDIS_URL:
        bell.set()
        return
    try:
        # A connection of its own: a worker's waits longer, and tries again for ever.
        with current_app.connection_for_write(settings.REDIS_URL, **HASTE) as connection:
            tick.apply_async(connection=connection, retry=False)
    except Exception as error:  # noqa: BLE001 - a broker fails in many ways, a page in none
        # Its class alone: the message would name the broker's address.
        fault = type(error).__name__
        log.warning("no broker to wake the engine up (%s): the next beat will", fault)
