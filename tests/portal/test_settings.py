"""What the environment makes of the mail's settings; the others are met in the tests of each."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKED = ("BACKEND", "HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "FILE_PATH", "TIMEOUT")
ASK = f"""
from django.conf import settings
found = {{name: getattr(settings, "EMAIL_" + name) for name in {ASKED}}}
tls = getattr(settings, "EMAIL_USE_TLS"), getattr(settings, "EMAIL_USE_SSL")
print({{**found, "FILE_PATH": str(settings.EMAIL_FILE_PATH), "FROM": settings.DEFAULT_FROM_EMAIL,
        "TLS, SSL": tls}})
"""
MAILS = "django.core.mail.backends"


def settings_of(tmp_path, **more):
    of_the_mail = {"EMAIL_URL", "EMAIL_FROM"}
    env = {key: value for key, value in os.environ.items() if key not in of_the_mail}
    ours = {"DJANGO_SETTINGS_MODULE": "portal.settings", "VAR_DIR": str(tmp_path), "DEMO": ""}
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env={**env, **ours, **more},
        capture_output=True,
        text=True,
        check=True,
    )
    return ast.literal_eval(done.stdout)


def test_without_a_server_mails_are_files_and_in_the_demonstration_they_have_a_sender(tmp_path):
    real, demo = settings_of(tmp_path), settings_of(tmp_path, DEMO="true")
    assert real["BACKEND"] == demo["BACKEND"] == f"{MAILS}.filebased.EmailBackend"
    assert real["FILE_PATH"] == demo["FILE_PATH"] == f"{tmp_path}/mails"
    assert (real["FROM"], demo["FROM"]) == ("", "portail@example.org")


@pytest.mark.parametrize(
    ("scheme", "encryption"),
    [("smtp", (False, False)), ("smtp+tls", (True, False)), ("smtp+ssl", (False, True))],
)
def test_a_server_is_named_by_one_address(tmp_path, scheme, encryption):
    url = f"{scheme}://portail:p%40ss@smtp.example:587"
    assert settings_of(tmp_path, EMAIL_URL=url, EMAIL_FROM="Portail <a@portail.example>") == {
        "BACKEND": f"{MAILS}.smtp.EmailBackend",
        "HOST": "smtp.example",
        "PORT": 587,
        "HOST_USER": "portail",
        "HOST_PASSWORD": "p@ss",
        "FILE_PATH": f"{tmp_path}/mails",
        "TIMEOUT": 20,
        "FROM": "Portail <a@portail.example>",
        "TLS, SSL": encryption,
    }
