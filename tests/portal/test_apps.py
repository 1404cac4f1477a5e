"""The project is known to Django, and its checks with it."""

from django.apps import apps
from django.core.checks import registry

from portal import checks


def test_the_checks_are_enlisted_when_the_portal_is_ready():
    assert apps.get_app_config("portal").verbose_name == "portail"
    assert checks.deployment in registry.registry.get_checks(include_deployment_checks=True)
