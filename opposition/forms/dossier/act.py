"""What the forms of all acts share: fields named as the act's arguments, days that can be."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.forms import BoundField, Field
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition.dossiers.acts import faults
from opposition.forms.dossier.subject import Subject
from opposition.forms.fields import DayField
from opposition.forms.resuming.questions import day
from opposition.forms.step import StepForm

Text = str | Promise
Depending = Mapping[str, Mapping[str, Collection[str]]]


@dataclass(frozen=True)
class Asked:
    """A field on the page; `only` is the class under which CSS hides what is not asked."""

    field: BoundField
    only: str


class ActForm(StepForm):
    """One thing that a person says. `lead` says why it matters, or what happens next."""

    title: ClassVar[Text] = ""
    lead: ClassVar[Text] = ""
    button: ClassVar[Text] = _("Noter")
    instead: ClassVar[Text] = _("C’est autre chose ?")
    ways: ClassVar[tuple[str, ...]] = ()  # the acts that may be meant instead
    after: ClassVar[Depending] = {}  # question → field → the answers that make it useful

    def __init__(self, data: QueryDict | None = None, *, subject: Subject, **options: Any) -> None:
        super().__init__(data, **options)
        self.subject = subject
        self.fields |= self.ask()

    def ask(self) -> dict[str, Field]:
        """The questions, in the order of the page."""
        return {}

    def clean(self) -> dict[str, Any]:
        """Leaves out what was not asked; no day in the future, none before the law applied."""
        for question, depending in self.after.items():
            answer = self.cleaned_data.get(question, "")
            self.ignore(name for name, wanted in depending.items() if answer not in wanted)
        for name, field in self.fields.items():
            if isinstance(field, DayField) and (on := self.cleaned_data.get(name)):
                for fault in faults.of_day(on, self.subject.today):
                    self.add_error(name, fault.sentence)
        return self.cleaned_data

    @property
    def word(self) -> str:
        """The act that a valid form asks for."""
        return self.subject.word

    @property
    def told(self) -> dict[str, Any]:
        """The arguments of the act, of a valid form."""
        return dict(self.cleaned_data)

    @property
    def asked(self) -> Iterator[Asked]:
        """The fields as the page shows them."""
        depending = {name for fields in self.after.values() for name in fields}
        for field in self:
            yield Asked(field, f"for-{field.name}" if field.name in depending else "")

    @property
    def notes(self) -> tuple[str, ...]:
        """What else is to be known before answering."""
        return ()


class DatedForm(ActForm):
    """A fact and its day; `when` and `missing` are the question and what is said without it."""

    when: ClassVar[Text] = ""
    missing: ClassVar[Text] = ""

    def ask(self) -> dict[str, Field]:
        """The day first."""
        return {"on": day(self.when, missing=self.missing)}
