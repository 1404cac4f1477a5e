"""The way through the steps of `/reprendre/`; some are asked only after certain answers.

As at `/s-opposer/`, nothing is kept between two requests: all answers travel in the posted form,
those of other steps in hidden fields, and each step is judged again at every request. A letter
that the law does not open today cannot be reached by any answer.
"""

from collections.abc import Callable
from datetime import date
from functools import partial

from django.http import QueryDict

from opposition import directory
from opposition.forms.journey import BACK, STEP
from opposition.forms.resuming.address import AddressForm
from opposition.forms.resuming.answers import AnswersForm
from opposition.forms.resuming.bodies import BodiesForm, OwnFundForm
from opposition.forms.resuming.choice import ChoiceForm
from opposition.forms.resuming.dates import DatesForm
from opposition.forms.resuming.journey import (
    ADDRESS,
    ANSWERS,
    BODIES,
    CHOICE,
    DATES,
    FUND,
    LETTER,
    REPLIES,
    STEPS,
    YOU,
    Resuming,
)
from opposition.forms.resuming.replies import RepliesForm
from opposition.forms.resuming.signer import SignerForm
from opposition.forms.step import StepForm, remembered


def resolve(data: QueryDict, today: date) -> Resuming:
    """Judges the steps up to the one that was sent; the first that does not hold is shown."""
    journey = Resuming(data, today)
    sent = data.get(STEP, "")
    here = STEPS.index(sent) if sent in STEPS else -1
    back = BACK in data or here < 0
    if _holds(journey, STEPS[: max(here, 0)] if back else STEPS[: here + 1]) and not back:
        journey.step = next((s for s in STEPS[here + 1 :] if journey.asks(s)), LETTER)
    if journey.step not in (*journey.forms, LETTER):
        build = partial(BUILD[journey.step], journey)
        journey.forms[journey.step] = remembered(build, data)
    propose(journey)
    return journey


def _holds(journey: Resuming, steps: tuple[str, ...]) -> bool:
    """Whether each step in turn is valid; the last one looked at becomes the step to show."""
    for step in steps:
        if step == LETTER or not journey.asks(step):
            continue
        journey.step = step
        journey.forms[step] = BUILD[step](journey, journey.data)
        if not journey.forms[step].is_valid():
            return False
    return True


def propose(journey: Resuming) -> None:
    """The funds of the place, where the step to show is theirs."""
    if journey.step == FUND and journey.fund:
        journey.fund.propose(directory.funds_for(journey.asked.cleaned_data["postal_code"]))


def _answers(journey: Resuming, data: QueryDict | None) -> StepForm:
    answered = journey.replies.answered
    histories = {h.name: h for h in journey.dates.histories if h.name in answered}
    return AnswersForm(data, histories=histories, today=journey.today)


def _dates(journey: Resuming, data: QueryDict | None) -> StepForm:
    return DatesForm(data, bodies=journey.bodies, today=journey.today)


def _address(journey: Resuming, data: QueryDict | None) -> StepForm:
    return AddressForm(data, bodies=journey.addressees, today=journey.today)


def _signer(journey: Resuming, data: QueryDict | None) -> StepForm:
    return SignerForm(data, today=journey.today, option=journey.option)


BUILD: dict[str, Callable[[Resuming, QueryDict | None], StepForm]] = {
    BODIES: lambda _, data: BodiesForm(data),
    FUND: lambda journey, data: OwnFundForm(data, known=journey.known),
    DATES: _dates,
    REPLIES: lambda journey, data: RepliesForm(data, cases=journey.dated),
    ANSWERS: _answers,
    CHOICE: lambda journey, data: ChoiceForm(data, options=journey.options),
    ADDRESS: _address,
    YOU: _signer,
}
