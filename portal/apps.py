"""The project as an app of its own: only so that its checks are known."""

from django.apps import AppConfig

from portal import checks


class PortalConfig(AppConfig):
    """Wiring."""

    name = "portal"
    verbose_name = "portail"

    def ready(self) -> None:
        """Enlist the checks once, whichever command runs."""
        checks.enlist()
