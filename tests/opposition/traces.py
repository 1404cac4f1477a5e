"""Where a word typed into a form could stay behind: every table, the cache."""

from django.core.cache import cache
from django.db import connection


def of(canary):
    """The places that hold the word; none is an empty list."""
    return [*_in_tables(canary), *_in_cache(canary)]


def _in_tables(canary):
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            if any(canary in str(row) for row in cursor.fetchall()):
                yield f"table {table}"


def _in_cache(canary):
    kept = getattr(cache, "_cache", {})  # of the memory back end
    if any(canary.encode() in bytes(value) or canary in str(key) for key, value in kept.items()):
        yield "cache"
