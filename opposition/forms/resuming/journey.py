"""The steps of `/reprendre/`, and what the answers given so far amount to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import cast

from django.http import QueryDict

from opposition.correspondence import references
from opposition.correspondence.resuming import Case, History, Option, options, read
from opposition.forms.fund import records
from opposition.forms.resuming.address import AddressForm
from opposition.forms.resuming.answers import AnswersForm
from opposition.forms.resuming.bodies import Bodies, BodiesForm, OwnFundForm, chosen
from opposition.forms.resuming.choice import ChoiceForm
from opposition.forms.resuming.dates import DatesForm
from opposition.forms.resuming.names import NAMES
from opposition.forms.resuming.replies import RepliesForm
from opposition.forms.resuming.signer import SignerForm
from opposition.forms.step import StepForm
from opposition.forms.wording import unchecked
from opposition.models.addressee import Addressee

BODIES, FUND, DATES, REPLIES, ANSWERS, CHOICE, ADDRESS, YOU, LETTER = STEPS = (
    *("organismes", "caisse", "dates", "nouvelles", "reponse", "possible"),
    *("adresse", "vous", "courrier"),
)
REFERENCE = "ref"


@dataclass
class Resuming:
    """One request's view of the way: the step to show, the forms judged on the way to it."""

    data: QueryDict
    today: date
    step: str = BODIES
    forms: dict[str, StepForm] = field(default_factory=dict)

    @property
    def form(self) -> StepForm | None:
        """The questions of the step to show; the letter asks none."""
        return self.forms.get(self.step)

    @property
    def asked(self) -> BodiesForm:
        """Step « organismes »."""
        return cast("BodiesForm", self.forms[BODIES])

    @property
    def fund(self) -> OwnFundForm | None:
        """Step « caisse », not asked of who wrote to the Health Data Hub alone."""
        return cast("OwnFundForm | None", self.forms.get(FUND))

    @property
    def dates(self) -> DatesForm:
        """Step « dates »."""
        return cast("DatesForm", self.forms[DATES])

    @property
    def replies(self) -> RepliesForm:
        """Step « nouvelles »: whether something came back."""
        return cast("RepliesForm", self.forms[REPLIES])

    @property
    def answers(self) -> AnswersForm | None:
        """Step « réponse », asked only of who received one."""
        return cast("AnswersForm | None", self.forms.get(ANSWERS))

    @property
    def choice(self) -> ChoiceForm:
        """Step « possible »."""
        return cast("ChoiceForm", self.forms[CHOICE])

    @property
    def address(self) -> AddressForm | None:
        """Step « adresse », for a reminder to a body whose address nobody has verified."""
        return cast("AddressForm | None", self.forms.get(ADDRESS))

    @property
    def you(self) -> SignerForm:
        """Step « vous »."""
        return cast("SignerForm", self.forms[YOU])

    def asks(self, step: str) -> bool:
        """Whether the answers before this step make its questions useful."""
        if step == FUND:
            return "fund" in self.asked.cleaned_data["to"]
        if step == ANSWERS:
            return bool(self.replies.answered)
        return step != ADDRESS or bool(unchecked(self.addressees))

    @cached_property
    def known(self) -> dict[str, Addressee]:
        """The funds that the answers name, and the Health Data Hub: one query."""
        return records({self.data.get(name, "") for name in ("fund", "listed")})

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies written to."""
        return chosen(self.asked, self.fund, self.known)

    @cached_property
    def dated(self) -> list[Case]:
        """The cases as the dates alone tell them: whether a date has passed."""
        return [read(history, self.today) for history in self.dates.histories]

    @cached_property
    def cases(self) -> list[Case]:
        """The cases with what the person says of what came back."""
        return [read(self._told(history), self.today) for history in self.dates.histories]

    def _told(self, history: History) -> History:
        if self.answers and history.name in self.answers.bodies:
            return replace(history, reply=self.answers.reply(history.name))
        return replace(history, nothing_came=self.replies.is_silent(history.name))

    @cached_property
    def options(self) -> list[Option]:
        """The letters that the law opens today."""
        return options(self.cases)

    @property
    def option(self) -> Option:
        """The one chosen."""
        return self.choice.option

    @property
    def addressees(self) -> Bodies:
        """The body that a reminder goes to; a complaint goes to the CNIL, whose record is ours."""
        option = self.option
        return {} if option.is_complaint else {case.name: case.body for case in option.cases}

    @cached_property
    def reference(self) -> str:
        """The new letter's: the one posted when it has the right shape, else a new one."""
        posted = self.data.get(REFERENCE, "")
        return posted if references.is_one(posted) else references.draw()

    @property
    def carried(self) -> Iterator[tuple[str, str]]:
        """The hidden fields: every known answer that this step does not show, as it was typed."""
        shown = self.form.fields if self.form else ()
        for name in NAMES:
            if name not in shown:
                yield from ((name, value) for value in self.data.getlist(name))
        if self.data:
            yield REFERENCE, self.reference
