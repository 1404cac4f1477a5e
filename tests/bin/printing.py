"""The demonstration's settings, with a site whose every page starts the press."""

from letters import press
from portal.settings import *  # noqa: F403

WSGI_APPLICATION = "tests.bin.printing.application"


def application(_environ, start_response):
    press.warm()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ready"]
