"""What the three valid steps amount to, for the press."""

import re

from opposition.correspondence import Answers
from opposition.forms import persons
from opposition.forms.journey import Journey
from opposition.forms.you import CAPACITY, OF, SELF, YouForm

_CEDEX = re.compile(r"\s+cedex\b.*", re.IGNORECASE)


def answers(journey: Journey) -> Answers:
    """The answers of a journey that reached its letters."""
    wording = journey.wording.cleaned_data
    return Answers(
        citizen=citizen(journey.you),
        represents=represented(journey.you),
        place=place(journey.you),
        fund=journey.fund.body.name,
        bodies=journey.fund.bodies,
        lines=journey.wording.lines,
        grounds=wording["grounds"] or (),
        statements=tuple(wording["statements"]),
        references=journey.references,
        today=journey.today,
    )


def citizen(form: YouForm) -> dict[str, object]:
    """Who signs, with the address where the answer goes."""
    you = form.cleaned_data
    return _person(form, "") | {"address": list(persons.lines(you)), "email": you["email"]}


def place(form: YouForm) -> str:
    """The town at the head of a letter."""
    town = str(form.cleaned_data["town"])
    return _CEDEX.sub("", town) or town


def _person(form: YouForm, prefix: str) -> dict[str, object]:
    found = {name: form.cleaned_data[f"{prefix}{name}"] for name in persons.IDENTITY}
    return found | {"birth_date": found["birth_date"].isoformat()}


def represented(form: YouForm) -> dict[str, object] | None:
    """The person concerned, when somebody else signs."""
    if form.who_is == SELF:
        return None
    return _person(form, OF) | {"capacity": form.cleaned_data[CAPACITY[form.who_is]]}
