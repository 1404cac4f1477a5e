"""What every process of the portal does before it serves a page or takes a task."""

from django.db import connections
from django.utils.module_loading import import_string

from portal import checks

# By name: a Celery worker reads this file before Django is set up.
REPLAY = "opposition.dossiers.tombstones.replay"


def prepare() -> None:
    """Refuse to run with a fault; erase again what a restored backup has brought back.

    SystemExit with one sentence per fault. No connection is left open: a server may fork.
    """
    checks.refuse_to_start()
    import_string(REPLAY)()
    connections.close_all()
