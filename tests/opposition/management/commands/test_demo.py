"""The demonstration refuses what it cannot do; `tests/bin/test_run.py` shows what it does."""

import socket

import pytest
from django.core.management import CommandError, call_command

PRODUCTION = (
    "Cette commande ne lance que la démonstration, et DEMO n’est pas «\u202ftrue\u202f»\u202f: "
    "en production, les pages sont servies par gunicorn (portal.wsgi)."
)


def test_it_never_serves_a_real_portal(settings):
    settings.DEMO = False
    with pytest.raises(CommandError) as error:
        call_command("demo")
    assert (str(error.value), error.value.returncode) == (PRODUCTION, 1)


@pytest.mark.parametrize("port", ["", "abc", "-1", "65536", "8000.5", "²"])
def test_a_port_is_a_number_up_to_65535(port):
    with pytest.raises(CommandError) as error:
        call_command("demo", f"--port={port}")
    assert str(error.value).startswith("--port")
    assert error.value.returncode == 2


def test_it_touches_no_data_where_the_port_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError) as error:
            call_command("demo", port=port)
    assert error.value.returncode == 1
    assert str(error.value) == (
        f"Le port {port} n’est pas disponible\u202f: il est déjà pris. "
        "Choisissez-en un autre, par exemple\u202f: PORT=8001 bin/run"
    )
