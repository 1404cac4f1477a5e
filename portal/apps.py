"""The project as an app of its own: only so that its checks and its queues are known."""

from django.apps import AppConfig

from portal import celery, checks


class PortalConfig(AppConfig):
    """Wiring."""

    name = "portal"
    verbose_name = "portail"

    def ready(self) -> None:
        """Enlist the checks and name the tasks' app once, whichever command runs."""
        checks.enlist()
        celery.app.set_default()
