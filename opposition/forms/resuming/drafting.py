"""What the valid steps amount to, for the press; and which question a refusal is about."""

import re

from opposition.correspondence import LetterError
from opposition.correspondence.resuming import Draft
from opposition.correspondence.resuming.facts import earlier
from opposition.forms import answering, blame
from opposition.forms.fund import OTHER
from opposition.forms.resuming import way
from opposition.forms.resuming.journey import ADDRESS, ANSWERS, CHOICE, DATES, FUND, YOU, Resuming
from opposition.forms.resuming.signer import BEFORE
from opposition.models.addressee import Addressee

_EARLIER = re.compile(r"earlier\[(\d+)\]\.(.+)")
# A fact of an earlier letter, the step that asks it, its question.
_ASKED = {
    "sent_on": (DATES, "sent_on"),
    "received_on": (DATES, "received_on"),
    "evidence": (DATES, "how"),
    "answer.date": (ANSWERS, "on"),
    "answer.quote": (ANSWERS, "quote"),
}


def draft(journey: Resuming, authority: Addressee) -> Draft:
    """The draft of a journey that reached its letter; `authority` is the CNIL's record."""
    option = journey.option
    case = option.cases[0]
    to = authority if option.is_complaint else case.body
    lines = journey.address.lines[case.name] if journey.address else tuple(to.lines)
    own = "" if option.is_complaint else case.history.reference
    return Draft(
        option=option,
        cases=tuple(journey.cases),
        addressee=to,
        lines=lines,
        citizen=answering.citizen(journey.you),
        represents=answering.represented(journey.you),
        place=answering.place(journey.you),
        fund=journey.fund.body.name if journey.fund else "",
        reference=own or journey.reference,
        court_seized=journey.you.court_seized,
        disclose_identity=journey.you.disclose_identity,
        complained_on=journey.you.complained_on,
        today=journey.today,
    )


def accuse(journey: Resuming, error: LetterError) -> None:
    """Goes back to the step, and to the field, whose answer the letter cannot take."""
    step, name = _place(journey, error)
    if step not in journey.forms:
        step, name = CHOICE, ""
    journey.step = step
    journey.forms[step].blame(name, error.sentence)
    way.propose(journey)


def _place(journey: Resuming, error: LetterError) -> tuple[str, str]:
    if found := _EARLIER.fullmatch(error.fact):
        told, place = earlier(journey.option, journey.cases), int(found[1])
        if place >= len(told):  # after them comes the complaint sent before
            return YOU, BEFORE
        body, _entry = told[place]
        step, question = _ASKED.get(found[2], (CHOICE, ""))
        return step, f"{body}_{question}"
    step, name = blame.place(error)
    if step == "adresses":
        return _address(journey)
    return step, _typed(journey, "other_name") if step == FUND else name


def _address(journey: Resuming) -> tuple[str, str]:
    """Asked at its own step, or typed with the name of a body that the directory lacks."""
    if journey.address:
        return ADDRESS, f"{journey.option.cases[0].name}_lines"
    return FUND, _typed(journey, "other_lines")


def _typed(journey: Resuming, question: str) -> str:
    typed = journey.fund is not None and journey.fund.cleaned_data["fund"] == OTHER
    return question if typed else "fund"
