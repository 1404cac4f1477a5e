"""Answers → facts → the letters that a person sends: to their fund, to the Health Data Hub."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from letters import catalogue, compose, enclosures, reading
from letters.compose import Letter
from letters.facts import FactsError
from opposition.correspondence.answers import KEYS, Answers
from opposition.models.addressee import Addressee


@dataclass(frozen=True)
class Request:
    """One letter and the body it goes to; `short` is empty for a letter that has no short form.

    `facts` is all that the letter was made from, as JSON would hold it; `enclosures` is what the
    person puts with it, as the letter lists it.
    """

    name: str
    body: Addressee
    letter: Letter
    short: str
    reference: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    enclosures: tuple[str, ...] = ()


class LetterError(ValueError):
    """A letter cannot be written: which one, and the fact that is missing or impossible."""

    def __init__(self, name: str, error: FactsError) -> None:
        super().__init__(f"{name}: {error.key}")  # no value: this may reach a log
        self.name, self.fact, self.sentence = name, error.key, error.message


def write(answers: Answers) -> list[Request]:
    """The letters in the order of the form; `LetterError` names the first fact at fault."""
    return [_one(answers, name) for name in answers.bodies]


def _one(answers: Answers, name: str) -> Request:
    return made(name, KEYS[name], answers.bodies[name], raw(answers, name))


def made(name: str, key: str, body: Addressee, told: Mapping[str, Any]) -> Request:
    """One letter of the catalogue from its facts as JSON; `LetterError` names the fact at fault."""
    try:
        facts = reading.parse(told)
        letter = compose.letter(key, facts)
        short = compose.short(key, facts) if catalogue.get(key).short else ""
    except FactsError as error:
        raise LetterError(name, error) from error
    return Request(
        name=name,
        body=body,
        letter=letter,
        short=short,
        reference=facts.reference,
        facts=told,
        enclosures=tuple(enclosures.of(catalogue.get(key), facts)),
    )


def stamped(request: Request, word: str) -> Request:
    """The same letter, whose print bears a word above each page; without a word, the very same."""
    if not word:
        return request
    sheet = compose.stamped(request.letter.sheet, word)
    return replace(request, letter=replace(request.letter, sheet=sheet))


def raw(answers: Answers, name: str) -> dict[str, Any]:
    """One letter's facts as JSON would hold them."""
    body = answers.bodies[name]
    offered = catalogue.get(KEYS[name]).statements
    found = {
        "citizen": dict(answers.citizen),
        "addressee": {
            "name": body.letter_name,
            "service": body.letter_service,
            "address": list(answers.lines[name]),
        },
        "place": answers.place,
        "date": answers.today.isoformat(),
        "reference": answers.references[name],
        "fund": answers.fund,
        "grounds": list(answers.grounds),
        # An empty list, not an absence: absent would mean all that the letter offers (rule 5).
        "statements": [chosen for chosen in answers.statements if chosen in offered],
    }
    return found | ({"represents": dict(answers.represents)} if answers.represents else {})
