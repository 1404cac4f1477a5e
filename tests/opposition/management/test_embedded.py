"""One process: it answers, keeps the time, and leaves a page on its way a moment to end."""

import signal
import socket
import threading
import urllib.request
from time import sleep

import pytest

from opposition.management import embedded

pytestmark = pytest.mark.django_db(transaction=True)


def slow(_environ, start_response):
    """A page that is still being written when the portal is told to end."""
    signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)
    sleep(0.5)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"whole"]


@pytest.fixture(autouse=True)
def told_by_a_signal():
    def end(*_):
        raise SystemExit(0)

    before = signal.signal(signal.SIGUSR1, end)
    yield
    signal.signal(signal.SIGUSR1, before)


def test_a_page_on_its_way_is_given_whole_and_both_threads_end():
    answers = []

    def ask():
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
            answers.append(answer.read())

    visitor = threading.Thread(target=ask)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        embedded.serve(slow, listener, ready=visitor.start)
    visitor.join(20)
    assert answers == [b"whole"]
    threads = {thread.name: thread for thread in threading.enumerate()}
    assert "clock" not in threads
    if "worker" in threads:  # it only waits, so it is not waited for
        threads["worker"].join(10)
        assert not threads["worker"].is_alive()
