"""The press child: reads a letter's HTML on stdin, answers a PDF or an error on stdout, again.

It dies with its parent, and every letter has 20 s of processor time within 1 GB of addresses.
"""

import os
import resource
import sys
import threading
import time

from letters.press import frames
from letters.press.renderer import Renderer, RenderingError

PDF, ERROR, READY = b"P", b"E", b"R"
CPU_SECONDS = 20
MEMORY = 1024 * 1024 * 1024


def main() -> None:
    """Serves until stdin closes."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    # What anything else prints must not mix with the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    renderer = Renderer()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    frames.write(answers, READY)
    while (html := frames.read(sys.stdin.buffer)) is not None:
        frames.write(answers, answer(renderer, html))


def answer(renderer: Renderer, html: bytes) -> bytes:
    """The PDF of one letter, or why there is none."""
    _allow(CPU_SECONDS)
    try:
        return PDF + renderer.pdf(html.decode("utf-8"))
    except RenderingError as error:
        return ERROR + str(error).encode("utf-8")
    except MemoryError:
        return ERROR + b"the letter needs too much memory"


def _allow(seconds: int) -> None:
    """RLIMIT_CPU counts a life, not a letter: the soft limit moves with what is already used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _end_with(parent: int) -> None:
    """Ends this process when its parent is gone, even in the middle of a letter.

    Not PR_SET_PDEATHSIG: that one fires when the parent's *thread* that started the press ends.
    """
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


if __name__ == "__main__":
    main()
