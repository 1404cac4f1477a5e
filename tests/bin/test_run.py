"""`bin/run` as a person uses it: it answers, it ends, it keeps its keys, it refuses kindly."""

import os
import signal

import pytest

from tests.bin.portals import KEYS_MADE, address, answer, children, comes, mailboxes, seed


def end(process, number=signal.SIGTERM):
    """What is left to read once the signal has ended the process, five seconds later at most."""
    process.send_signal(number)
    return process.communicate(timeout=5)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_portal_answers_until_a_signal_ends_it_without_orphan(start, var, number):
    process = start()
    site = address(process)
    assert answer(site)[0] == 200
    assert answer(f"{site}healthz") == (200, b"ok")
    assert end(process, number) == ("", KEYS_MADE.format(var))
    assert process.returncode == 0
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_one_process_keeps_the_time_and_puts_its_mails_in_a_folder(start, var):
    seed(var, "zoe@courriel.example")
    process = start()
    site = address(process)
    assert comes(lambda: mailboxes(var) == ["zoe@courriel.example"])
    (mail,) = var.glob("mails/*")
    assert f"\n{site}dossier/" in mail.read_text()
    assert children(process.pid) == {}
    assert end(process) == ("", "")


def test_the_press_ends_with_the_portal(start, var):
    process = start(DJANGO_SETTINGS_MODULE="tests.bin.printing")
    assert answer(address(process))[0] == 200
    lines = children(process.pid).values()
    assert [line[1:] for line in lines] == [["-m", "letters.press.child"]]
    # Read to the end: the press holds the other end of the pipe for as long as it lives.
    assert end(process) == ("", KEYS_MADE.format(var))
    assert process.returncode == 0


def test_the_keys_are_made_once_and_data_are_for_their_owner_alone(start, var):
    texts = []
    for told in (KEYS_MADE.format(var), ""):
        process = start()
        address(process)
        assert end(process) == ("", told)
        texts.append((var / "secrets.env").read_text())
    assert texts[0] == texts[1]
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in [var, *var.iterdir()]}
    assert modes == {
        "var": "0o700",
        "mails": "0o700",
        "secrets.env": "0o600",
        "portal.sqlite3": "0o600",
    }


def test_a_port_already_taken_is_said_kindly(start):
    first = start()
    port = address(first).rstrip("/").rpartition(":")[2]
    second = start(port=port)
    _, error = second.communicate(timeout=30)
    assert error == (
        f"Le port {port} n’est pas disponible\u202f: il est déjà pris. "
        "Choisissez-en un autre, par exemple\u202f: PORT=8001 bin/run\n"
    )
    assert second.returncode == 1


def test_production_is_not_what_it_starts(start, var):
    process = start(DEMO="false")
    _, error = process.communicate(timeout=30)
    assert error == KEYS_MADE.format(var) + (
        "Cette commande ne lance que la démonstration, et DEMO n’est pas «\u202ftrue\u202f»\u202f: "
        "en production, les pages sont servies par gunicorn (portal.wsgi).\n"
    )
    assert process.returncode == 1
