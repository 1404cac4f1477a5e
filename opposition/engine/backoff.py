"""How long a mail that could not leave waits before it is tried again, and when it is given up."""

from datetime import timedelta

FIRST = timedelta(minutes=1)
LONGEST = timedelta(hours=6)
GIVE_UP = timedelta(days=5)  # the order of magnitude of RFC 5321, 4.5.4.1
_DOUBLINGS = 9  # 1 min × 2⁹ is beyond the longest wait already


def after(attempt: int) -> timedelta | None:
    """The wait after that many failed attempts: 1, 2, 4 … minutes, 6 hours at most.

    None once all the waits together reach five days. It depends on the number of attempts alone,
    so that a mail which kills its worker each time comes to an end too.
    """
    if attempt < 1 or sum(map(_wait, range(1, attempt + 1)), timedelta()) >= GIVE_UP:
        return None
    return _wait(attempt)


def _wait(attempt: int) -> timedelta:
    return min(FIRST * (1 << min(attempt - 1, _DOUBLINGS)), LONGEST)
