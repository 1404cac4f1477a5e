"""A field as the page shows it: hint, reason, warning and error, tied to it for who listens."""

from typing import Any

from django.forms import BoundField


class AskedField(BoundField):
    """Adds to Django's field why it is asked, and what is noticed without being wrong."""

    @property
    def why(self) -> Any:
        """The reason that stands beside the field (rule: the least is asked, and why)."""
        return getattr(self.field, "why", "")

    @property
    def short_label(self) -> Any:
        """What the summary of errors calls the field; a question needs no name, its answer does."""
        found = getattr(self.field, "short_label", self.label)
        return "" if str(found).endswith("?") else found

    @property
    def optional(self) -> bool:
        """Whether the page may say so; one of several that cannot all be empty does not."""
        return not self.field.required and not getattr(self.field, "one_of_several", False)

    @property
    def warning(self) -> str:
        """What departs from a norm and stops nobody."""
        warnings: dict[str, str] = getattr(self.form, "warnings", {})
        return warnings.get(self.name, "")

    @property
    def told_by(self) -> dict[str, str]:
        """The ids of the paragraphs that are there, by what they say."""
        said = {"hint": self.help_text, "why": self.why, "warning": self.warning}
        said["error"] = self.errors
        return {name: f"{self.auto_id}-{name}" for name, text in said.items() if text}

    @property
    def aria_describedby(self) -> str:
        """What a screen reader adds after the label."""
        return " ".join(self.told_by.values())

    @property
    def target(self) -> str:
        """The id that a link to this field leads to: of a group, its first choice."""
        return f"{self.auto_id}_0" if self.use_fieldset else str(self.auto_id)
