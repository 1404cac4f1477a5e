"""The engine of the letters' texts: an undefined name is an error, everything is escaped."""

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from letters import paths, typography


class _FrenchLoader(FileSystemLoader):
    """Sets the no-break spaces of French typography in the sentences, never in a person's words."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The file, its path, and whether it is unchanged."""
        source, filename, uptodate = super().get_source(environment, template)
        return typography.french(source), filename, uptodate


def _environment(made: Environment) -> Environment:
    made.filters["day"] = typography.day
    made.filters["french"] = typography.french
    return made


HTML = _environment(
    Environment(loader=_FrenchLoader(paths.TEXTS), autoescape=True, undefined=StrictUndefined)
)
# The short forms are pasted into message boxes as plain text: never HTML, hence not escaped.
TEXT = _environment(HTML.overlay(autoescape=False))
