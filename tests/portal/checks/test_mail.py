"""Production writes to people by a server of its own, under its own address."""

import pytest

from portal.checks import mail

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture(autouse=True)
def production(settings):
    settings.EMAIL_BACKEND, settings.DEFAULT_FROM_EMAIL = SMTP, "suivi@portail.example"
    settings.SITE_URL = "https://portail.example"


def found():
    return [fault.id for fault in mail.faults()]


def test_a_portal_that_can_write_passes():
    assert found() == []


@pytest.mark.parametrize("kind", ["console", "dummy", "filebased", "locmem"])
def test_mails_that_stay_here_are_no_mails(settings, kind):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{kind}.EmailBackend"
    assert found() == ["portal.E020"]


def test_a_providers_own_back_end_is_trusted(settings):
    settings.EMAIL_BACKEND = "anymail.backends.provider.EmailBackend"
    assert found() == []


@pytest.mark.parametrize("address", ["", "portail"])
def test_a_mail_has_a_sender(settings, address):
    settings.DEFAULT_FROM_EMAIL = address
    assert found() == ["portal.E021"]


@pytest.mark.parametrize("site", ["", "http://portail.example", "portail.example"])
def test_a_secret_link_travels_over_https(settings, site):
    settings.SITE_URL = site
    assert found() == ["portal.E022"]
