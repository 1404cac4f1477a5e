"""`/healthz` answers by whatever name it is called, and asks nobody else."""

import pytest


@pytest.mark.parametrize("method", ["get", "head"])
def test_it_answers_without_database_name_or_https(client, settings, method):
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["portail.example"]
    answer = getattr(client, method)("/healthz", headers={"host": "10.0.0.7:8000"})
    assert answer.status_code == 200
    assert answer.content == (b"ok" if method == "get" else b"")
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.cookies.output() == ""


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("post", "/healthz", 404), ("delete", "/healthz", 405), ("get", "/healthz/x", 404)],
)
def test_nothing_else_is_answered_by_it(client, method, path, status):
    assert getattr(client, method)(path).status_code == status
