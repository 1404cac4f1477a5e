"""Step 1: for whom one writes, who one is, where the answer goes (rule 16 for the young)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from letters.facts import CAPACITY_LABELS, Capacity
from letters.reading import age
from opposition.forms import persons
from opposition.forms.step import StepForm, defects_of, warn

SELF, CHILD, WARD = "self", "child", "ward"
OF = "represents_"
ALONE, OF_AGE = 15, 18  # research data: alone from 15 (rule 16); majority (Code civil, art. 388)
CAPACITY = {CHILD: "capacity_child", WARD: "capacity_ward"}


def _capacities(*, of_a_child: bool) -> list[tuple[str, str]]:
    return [(str(c), CAPACITY_LABELS[c]) for c in Capacity if c.of_a_child is of_a_child]


class YouForm(StepForm):
    """The identity of the person concerned, and of whoever represents them."""

    who = forms.ChoiceField(
        label=_("Pour qui écrivez-vous ?"),
        choices=[
            (SELF, _("Pour moi")),
            (CHILD, _("Pour mon enfant mineur")),
            (WARD, _("Pour une personne majeure protégée")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("dites pour qui vous écrivez.")},
    )
    capacity_child = forms.ChoiceField(
        label=_("Votre lien avec l’enfant"),
        choices=_capacities(of_a_child=True),
        widget=forms.RadioSelect,
        error_messages={"required": _("dites à quel titre vous agissez.")},
    )
    capacity_ward = forms.ChoiceField(
        label=_("À quel titre agissez-vous ?"),
        choices=_capacities(of_a_child=False),
        widget=forms.RadioSelect,
        error_messages={"required": _("dites à quel titre vous agissez.")},
    )

    def __init__(self, data: QueryDict | None = None, *, today: date, **options: Any) -> None:
        super().__init__(data, **options)
        self.today = today
        self.fields |= persons.identity(prefix=OF, own=False)
        self.fields |= persons.identity() | persons.address()

    def clean(self) -> dict[str, Any]:
        """Leaves out what was not asked, then holds dates and ages against today."""
        self._leave_out()
        for name in (f"{OF}birth_date", "birth_date"):
            self._check(name, lambda born: persons.check_birth(born, self.today))
        self._check("birth_date", self._check_own_age)
        self._check(f"{OF}birth_date", self._check_their_age)
        if not {"street", "hamlet"} & set(self.errors) and not self._has_place():
            self.add_error("street", now("indiquez une rue, un lieu-dit ou une boîte postale."))
        if not self.errors:
            address = persons.lines(self.cleaned_data)
            name = persons.full_name(self.cleaned_data)
            warn(self, defects_of(name, *address), ("birth_name", *persons.ADDRESS))
        return self.cleaned_data

    def _leave_out(self) -> None:
        who = self.cleaned_data.get("who", SELF)
        self.ignore(name for kind, name in CAPACITY.items() if kind != who)
        if who == SELF:
            self.ignore(f"{OF}{name}" for name in persons.IDENTITY)

    def _check(self, name: str, check: Any) -> None:
        if name in self.cleaned_data:
            try:
                check(self.cleaned_data[name])
            except ValidationError as error:
                self.add_error(name, error)

    def _check_own_age(self, born: date) -> None:
        years = age(born, self.today)
        if self.who_is == SELF and years < ALONE:
            raise ValidationError(
                _(
                    "vous avez moins de 15 ans : demandez à l’un de vos parents de remplir ce "
                    "formulaire avec vous, en choisissant « Pour mon enfant mineur »."
                )
            )
        if self.who_is == WARD and years < OF_AGE:
            raise ValidationError(_("seule une personne majeure peut en représenter une autre."))

    def _check_their_age(self, born: date) -> None:
        years = age(born, self.today)
        if self.who_is == CHILD and years >= OF_AGE:
            raise ValidationError(
                _("cette personne est majeure : elle remplit elle-même ce formulaire.")
            )
        if self.who_is == WARD and years < OF_AGE:
            raise ValidationError(
                _("cette personne est mineure : choisissez « Pour mon enfant mineur ».")
            )

    def _has_place(self) -> bool:
        return bool(self.cleaned_data.get("street") or self.cleaned_data.get("hamlet"))

    @property
    def who_is(self) -> str:
        """For whom: one of SELF, CHILD, WARD, or nothing yet."""
        return str(self.cleaned_data.get("who", ""))

    @property
    def minor_alone(self) -> bool:
        """15 to 17, for oneself: the parents may see what comes back (rule 16)."""
        return self.who_is == SELF and age(self.cleaned_data["birth_date"], self.today) < OF_AGE

    @property
    def child_may_act_alone(self) -> bool:
        """A parent writes for a child of 15 or more, who need not be told of it."""
        if self.who_is != CHILD:
            return False
        return age(self.cleaned_data[f"{OF}birth_date"], self.today) >= ALONE

    @property
    def theirs(self) -> Iterator[BoundField]:
        """The identity of the person represented."""
        return (self[f"{OF}{name}"] for name in persons.IDENTITY)

    @property
    def own(self) -> Iterator[BoundField]:
        """The identity of whoever fills the form in."""
        return (self[name] for name in persons.IDENTITY)

    @property
    def address(self) -> Iterator[BoundField]:
        """The lines of the postal address, without code and town."""
        return (self[name] for name in persons.ADDRESS[:4])
