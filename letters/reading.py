"""JSON in, `Facts` out: the shape of the facts, and what is impossible among them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from letters import history
from letters.address import MAX_LINES
from letters.facts import (
    Already,
    Body,
    Capacity,
    Citizen,
    Earlier,
    Facts,
    FactsError,
    Represented,
)
from letters.reader import Reader

OLDEST = date(1890, 1, 1)


def parse(raw: Any) -> Facts:
    """Facts from the JSON object of `manage.py letter --facts`; `FactsError` names the key."""
    reader = Reader(raw)
    facts = Facts(
        citizen=reader.part("citizen", _citizen, needed=True),  # type: ignore[arg-type]
        addressee=reader.part("addressee", _body, needed=True),  # type: ignore[arg-type]
        place=reader.text("place", needed=True),
        date=reader.day("date"),
        reference=_reference(reader),
        represents=reader.part("represents", _represented),
        registered_mail=reader.text("registered_mail", most=30),
        grounds=reader.texts("grounds", most=8, length=2000),
        statements=_statements(reader),
        earlier=reader.parts("earlier", history.earlier, most=20),
        disclose_identity=reader.yes_no("disclose_identity"),
        court_seized=reader.yes_no("court_seized"),
        fund=reader.text("fund"),
        already=reader.part("already", _already),
    )
    reader.done()
    _check(facts)
    return facts


def _reference(reader: Reader) -> str:
    """What Code 128 can hold too: plain ASCII."""
    reference = reader.text("reference", most=20, needed=True)
    if not reference.isascii():
        raise FactsError(
            reader.key("reference"),
            "la référence s’écrit en lettres sans accent, chiffres, tirets.",
        )
    return reference


def _person(reader: Reader) -> dict[str, Any]:
    return {
        "given_names": reader.text("given_names"),
        "birth_name": reader.text("birth_name", needed=True),
        "usual_name": reader.text("usual_name"),
        "birth_date": reader.day("birth_date"),
        "birth_place": reader.text("birth_place", needed=True),
    }


def _citizen(reader: Reader) -> Citizen:
    return Citizen(
        **_person(reader),
        address=reader.texts("address", most=MAX_LINES, length=80, needed=True),
        email=reader.text("email", most=254),
    )


def _represented(reader: Reader) -> Represented:
    code = reader.text("capacity", needed=True)
    if code not in set(Capacity):
        known = ", ".join(Capacity)
        raise FactsError(reader.key("capacity"), f"cette qualité n’est pas admise ({known}).")
    return Represented(**_person(reader), capacity=Capacity(code))


def _body(reader: Reader) -> Body:
    return Body(
        name=reader.text("name", needed=True),
        service=reader.text("service"),
        address=reader.texts("address", most=MAX_LINES, length=80, needed=True),
    )


def _already(reader: Reader) -> Already:
    return Already(date=reader.day("date"), body=reader.text("body", needed=True))


def _statements(reader: Reader) -> tuple[str, ...] | None:
    """The ids chosen; `None` where the key is absent: all that hold on the letter's date."""
    if reader.take("statements") is None:
        return None
    return reader.texts("statements", most=50, length=60)


def _check(facts: Facts) -> None:
    _check_birth("citizen.birth_date", facts.citizen.birth_date, facts.date)
    if facts.represents:
        _check_represented(facts.represents, facts.date)
    if facts.already and facts.already.date > facts.date:
        raise FactsError("already.date", "cette date est après celle du courrier.")
    for i, earlier in enumerate(facts.earlier):
        _check_order(f"earlier[{i}]", earlier, facts.date)


def _check_birth(key: str, born: date, on: date) -> None:
    if not OLDEST <= born <= on:
        raise FactsError(key, "cette date de naissance est impossible.")


def _check_represented(person: Represented, today: date) -> None:
    _check_birth("represents.birth_date", person.birth_date, today)
    if person.capacity.of_a_child and age(person.birth_date, today) >= 18:
        raise FactsError(
            "represents.birth_date", "cette personne est majeure\u202f: elle agit elle-même."
        )


def _check_order(path: str, earlier: Earlier, today: date) -> None:
    """What went before, went before: sent, then received, then answered, none after the letter."""
    answered = earlier.answer.date if earlier.answer else None
    past: Mapping[str, date | None] = {
        "sent_on": earlier.sent_on,
        "received_on": earlier.received_on,
        "answer.date": answered,
    }
    for name, day in past.items():
        if day and day > today:
            raise FactsError(f"{path}.{name}", "cette date est après celle du courrier.")
        if day and day < earlier.sent_on:
            raise FactsError(f"{path}.{name}", "cette date est avant celle de l’envoi.")
    if earlier.due_on and earlier.due_on < (earlier.received_on or earlier.sent_on):
        raise FactsError(f"{path}.due_on", "l’échéance est avant la réception.")


def age(born: date, on: date) -> int:
    """Full years lived on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
