"""The database's own clock: leases, `recorded_at`, the life of a link. No offset ever moves it."""

from datetime import UTC, datetime

from django.db import connection

_ASK = {
    "postgresql": "SELECT clock_timestamp()",
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')",
}


def now() -> datetime:
    """The present moment, aware; one for all workers (SQLite: the host's)."""
    with connection.cursor() as cursor:
        cursor.execute(_ASK[connection.vendor])
        (told,) = cursor.fetchone() or (None,)
    if isinstance(told, datetime):
        return told
    return datetime.fromisoformat(str(told)).replace(tzinfo=UTC)
