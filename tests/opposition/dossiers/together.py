"""Several threads that do the same thing at the same moment, each with its own connection."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

EIGHT = 8


def at_once(*doings):
    """What each of them gave, or the error that it raised."""
    start = Barrier(len(doings))

    def one(doing):
        try:
            start.wait(10)
            return doing()
        except Exception as error:  # noqa: BLE001 - it is what the test looks at
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doings)) as threads:
        return list(threads.map(one, doings))


def eight(doing):
    """Eight times the same."""
    return at_once(*[doing] * EIGHT)
