"""What the forms of every step have in common: nothing typed is lost, nothing unasked is judged."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from letters.address import PostalAddress
from opposition.forms.asked import AskedField


@dataclass(frozen=True)
class Fault:
    """A line of the summary of errors: where it leads, what it is about, what to do."""

    target: str
    label: Any
    sentence: Any


class StepForm(forms.Form):
    """The questions of one step."""

    # Fields that CSS hides must not stop the browser from sending; the server says what lacks.
    use_required_attribute = False
    bound_field_class = AskedField

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.warnings: dict[str, str] = {}

    def remember(self, data: QueryDict) -> None:
        """Shows what was typed before, without judging it yet."""
        if not self.visited(data):
            return
        for name, field in self.fields.items():
            if not field.widget.value_omitted_from_data(data, {}, name):
                self.initial[name] = field.widget.value_from_datadict(data, {}, name)

    def visited(self, data: QueryDict) -> bool:
        """Whether this step was ever sent: a text field always comes, were it empty."""
        return any(name in data for name in self.fields)

    def ignore(self, names: Iterable[str]) -> None:
        """In `clean`: these questions were not asked of this person, whatever they hold."""
        for name in names:
            self.errors.pop(name, None)
            self.cleaned_data.pop(name, None)

    def blame(self, name: str, sentence: str) -> None:
        """Notes an error found after the step was judged."""
        self.add_error(name if name in self.fields else None, sentence)

    @property
    def faults(self) -> list[Fault]:
        """The errors in the order of the page."""
        if not self.is_bound:
            return []
        general = [Fault("parcours", "", sentence) for sentence in self.non_field_errors()]
        return general + [
            Fault(field.target, field.short_label, sentence)  # type: ignore[attr-defined]
            for field in self
            for sentence in field.errors
        ]


def remembered(build: Callable[[QueryDict | None], StepForm], data: QueryDict) -> StepForm:
    """A step seen before shows its answers (and what is noticed of them), else none; no errors."""
    form = build(None)
    if not form.visited(data):
        return form
    judged = build(data)
    if judged.is_valid():
        return judged
    form.remember(data)
    return form


def warn(form: StepForm, defects: Iterable[str], names: Collection[str]) -> None:
    """Puts each defect of an address beside the field that holds the line it quotes."""
    for defect in defects:
        quoted = (n for n in names if f"«\u202f{form.cleaned_data.get(n)}\u202f»" in defect)
        name = next(quoted, next(iter(names)))
        form.warnings[name] = f"{form.warnings.get(name, '')} {defect}".strip()


def defects_of(*lines: str) -> list[str]:
    """What departs from NF Z10-011, a sentence each."""
    return PostalAddress(tuple(line for line in lines if line)).defects
