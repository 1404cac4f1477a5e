"""What a letter may say: frozen values, complete before a letter is begun.

`letters/reading.py` makes them from JSON and refuses what is missing, unknown or impossible.
Dates are civil dates; texts are already stripped, in Unicode NFC.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FactsError(ValueError):
    """A fact missing, unknown or impossible; `key` is its path, such as `earlier[0].due_on`."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(f"{key} : {message}")
        self.key = key
        self.message = message


class Capacity(StrEnum):
    """By what right a person acts for another (rule 16; never under curatelle)."""

    MOTHER = "mother"
    FATHER = "father"
    GUARDIAN = "guardian"
    TUTOR = "tutor"
    AUTHORISED_RELATIVE = "authorised_relative"
    MANDATARY = "mandatary"

    @property
    def label(self) -> str:
        """The words of the identity table."""
        return CAPACITY_LABELS[self]

    @property
    def of_a_child(self) -> bool:
        """Whether the person represented is a minor."""
        return self in {Capacity.MOTHER, Capacity.FATHER, Capacity.GUARDIAN}


CAPACITY_LABELS = {
    Capacity.MOTHER: "mère, titulaire de l’autorité parentale",
    Capacity.FATHER: "père, titulaire de l’autorité parentale",
    Capacity.GUARDIAN: "autre titulaire de l’autorité parentale ou de la tutelle d’un enfant",
    Capacity.TUTOR: "représentation dans le cadre d’une tutelle",
    Capacity.AUTHORISED_RELATIVE: "représentation dans le cadre d’une habilitation familiale",
    Capacity.MANDATARY: "représentation dans le cadre d’un mandat de protection future",
}


class Evidence(StrEnum):
    """How a date of receipt is known, in the words a complaint prints (rule 2)."""

    SIGNED_RETURN_SLIP = "signed_return_slip"
    TRACKING = "tracking"
    ACKNOWLEDGEMENT = "acknowledgement"
    DECLARED = "declared"

    @property
    def label(self) -> str:
        """The words printed in a chronology."""
        return EVIDENCE_LABELS[self]


EVIDENCE_LABELS = {
    Evidence.SIGNED_RETURN_SLIP: "avis de réception signé",
    Evidence.TRACKING: "suivi postal",
    Evidence.ACKNOWLEDGEMENT: "accusé de réception par courriel ou par messagerie ameli",
    Evidence.DECLARED: "date déclarée",
}


@dataclass(frozen=True)
class Person:
    """An identity as the letters need it, and no more."""

    given_names: str
    birth_name: str
    birth_date: date
    birth_place: str
    usual_name: str = ""

    @property
    def full_name(self) -> str:
        """Given names and the name in use; a person may have no given name."""
        return f"{self.given_names} {self.usual_name or self.birth_name}".strip()


@dataclass(frozen=True)
class Citizen(Person):
    """The person who writes and signs: identity, and where the answer goes."""

    address: tuple[str, ...] = ()
    email: str = ""


@dataclass(frozen=True)
class Represented(Person):
    """The person whose data are meant, when somebody else signs."""

    capacity: Capacity = Capacity.MOTHER


@dataclass(frozen=True)
class Body:
    """The addressee: name, service, and the lines of its address (the last: postal code, town)."""

    name: str
    address: tuple[str, ...]
    service: str = ""


@dataclass(frozen=True)
class Answer:
    """A body's reply: its code and date, a line quoted, what it lacks of RGPD, art. 12(4)."""

    code: str
    date: date
    quote: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Earlier:
    """A letter that went before: to whom, when, received when and how that is known, due when."""

    key: str
    addressee: str
    sent_on: date
    address: tuple[str, ...] = ()
    received_on: date | None = None
    evidence: str = ""
    due_on: date | None = None
    due_why: tuple[str, ...] = ()
    answer: Answer | None = None


@dataclass(frozen=True)
class Already:
    """A request made before, of which this letter asks the confirmation (rule 13)."""

    date: date
    body: str


@dataclass(frozen=True)
class Facts:
    """All that one letter says of a person and a case."""

    citizen: Citizen
    addressee: Body
    place: str
    date: date
    reference: str
    represents: Represented | None = None
    registered_mail: str = ""
    grounds: tuple[str, ...] = ()
    statements: tuple[str, ...] | None = None
    earlier: tuple[Earlier, ...] = ()
    disclose_identity: bool | None = None
    court_seized: bool | None = None
    fund: str = ""
    already: Already | None = None

    @property
    def concerned(self) -> Person:
        """The person whose data the letter is about."""
        return self.represents or self.citizen
