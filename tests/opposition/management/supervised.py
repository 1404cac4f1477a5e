"""A supervisor with played children: `python -m tests.opposition.management.supervised FD CHILD…`.

Each child is a line of sh, that may write to the descriptor FD. TERM ends the supervisor with 0.
"""

import logging
import os
import signal
import sys

from opposition.management import processes


def _end(*_):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(0)


if __name__ == "__main__":
    descriptor, *children = sys.argv[1:]
    logging.basicConfig(format="%(message)s")
    signal.signal(signal.SIGTERM, _end)
    processes.GRACE = 0.5
    processes.keep(
        {f"child {n}": ["sh", "-c", line] for n, line in enumerate(children, 1)},
        descriptors=[int(descriptor)],
        ready=lambda: os.write(int(descriptor), b"ready\n"),
    )
