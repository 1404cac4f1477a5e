"""The one app of the portal, as Django knows it."""

from django.apps import AppConfig


class OppositionConfig(AppConfig):
    """Everything the portal stores."""

    name = "opposition"
    verbose_name = "opposition"
    default_auto_field = "django.db.models.BigAutoField"
