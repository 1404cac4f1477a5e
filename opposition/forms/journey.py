"""The four steps in their order: which one to show, and what to carry on to the next.

Nothing is kept between two requests: all answers travel in the posted form, those of earlier steps
in hidden fields, and each step is judged again at every request. A forged, missing or stale answer
leads back to its step, with a sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import cast

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition import directory
from opposition.correspondence import KEYS, LetterError
from opposition.correspondence import references as marks
from opposition.forms import blame
from opposition.forms.fund import OTHER, FundForm, records
from opposition.forms.step import StepForm, remembered
from opposition.forms.wording import FIELDS, WordingForm
from opposition.forms.you import YouForm
from opposition.models.addressee import Addressee

YOU, FUND, WORDING, LETTERS = STEPS = ("vous", "caisse", "adresses", "courriers")
TITLES: dict[str, str | Promise] = {
    YOU: _("Vous"),
    FUND: _("Votre caisse"),
    WORDING: _("Adresses et raisons"),
    LETTERS: _("Vos courriers"),
}
STEP, BACK = "etape", "retour"  # the step that was sent; the button that goes back


@dataclass
class Journey:
    """One request's view of the way: the step to show, the forms judged on the way to it."""

    data: QueryDict
    today: date
    step: str = YOU
    forms: dict[str, StepForm] = field(default_factory=dict)

    @property
    def you(self) -> YouForm:
        """Step 1."""
        return cast("YouForm", self.forms[YOU])

    @property
    def fund(self) -> FundForm:
        """Step 2."""
        return cast("FundForm", self.forms[FUND])

    @property
    def wording(self) -> WordingForm:
        """Step 3."""
        return cast("WordingForm", self.forms[WORDING])

    @property
    def form(self) -> StepForm | None:
        """The questions of the step to show; the letters ask none."""
        return self.forms.get(self.step)

    @property
    def carried(self) -> Iterator[tuple[str, str]]:
        """The hidden fields: every known answer that this step does not show, as it was typed."""
        shown = self.form.fields if self.form else ()
        for name in NAMES:
            if name not in shown:
                yield from ((name, value) for value in self.data.getlist(name))
        if self.data:
            yield from ((f"ref_{name}", drawn) for name, drawn in self.references.items())

    @cached_property
    def known(self) -> dict[str, Addressee]:
        """The records that the answers name, and the Health Data Hub's: one query, or none."""
        keys = {self.data.get(name, "") for name in ("fund", "listed")} - {""}
        return records(keys) if keys else {}

    @cached_property
    def references(self) -> dict[str, str]:
        """The letters' references: those posted when they have the right shape, else new ones.

        They are drawn with the second page, so that the letters' page can be reloaded as it is.
        """
        posted = {name: self.data.get(f"ref_{name}", "") for name in KEYS}
        return {n: text if marks.is_one(text) else marks.draw() for n, text in posted.items()}

    def blame(self, error: LetterError) -> None:
        """Goes back to the step, and to the field, whose answer a letter cannot take."""
        self.step, name = blame.place(error)
        if self.step == WORDING and name not in self.wording.fields:
            self.step, name = FUND, "fund"  # a verified record, or an address typed in step 2
        if self.step == FUND and error.name == "fund":
            name = self._typed(error)
        self.forms[self.step].blame(name, error.sentence)
        if self.step == FUND:
            self.fund.propose(_proposed(self))

    def _typed(self, error: LetterError) -> str:
        if self.fund.cleaned_data["fund"] != OTHER:
            return "fund"
        return "other_lines" if error.fact.startswith("addressee.address") else "other_name"


def resolve(data: QueryDict, today: date) -> Journey:
    """Judges the steps up to the one that was asked for; the first that does not hold is shown."""
    journey = Journey(data, today)
    wanted = _wanted(data)
    for step in STEPS[:wanted]:
        journey.step = step
        journey.forms[step] = BUILD[step](journey, data)
        if not journey.forms[step].is_valid():
            break
    else:
        journey.step = STEPS[wanted]
        if journey.step != LETTERS:
            journey.forms[journey.step] = remembered(partial(BUILD[journey.step], journey), data)
    if journey.step == FUND:
        journey.fund.propose(_proposed(journey))
    return journey


def _wanted(data: QueryDict) -> int:
    """The index of the step asked for; what makes no sense leads to the first."""
    sent = data.get(STEP, "")
    if sent not in STEPS:
        return 0
    here = STEPS.index(sent)
    return max(here - 1, 0) if BACK in data else min(here + 1, STEPS.index(LETTERS))


def _you(journey: Journey, data: QueryDict | None) -> StepForm:
    return YouForm(data, today=journey.today)


def _fund(journey: Journey, data: QueryDict | None) -> StepForm:
    return FundForm(data, known=journey.known)


def _wording(journey: Journey, data: QueryDict | None) -> StepForm:
    return WordingForm(data, bodies=journey.fund.bodies, today=journey.today)


BUILD = {YOU: _you, FUND: _fund, WORDING: _wording}


def _proposed(journey: Journey) -> list[Addressee]:
    return directory.funds_for(journey.you.cleaned_data["postal_code"])


NAMES = (
    *YouForm(today=date.min).fields,
    *FundForm(known={}).fields,
    *(f"{name}_{key}" for name in KEYS for key in FIELDS),
    *WordingForm.base_fields,
)
