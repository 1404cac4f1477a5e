"""Reads what went before a letter: each object of `earlier`."""

from letters import catalogue, needs
from letters.address import MAX_LINES
from letters.facts import Answer, Earlier, Evidence, FactsError
from letters.reader import Reader

NOTICE_DEFECTS = ("reasons", "complaint", "remedy")  # what GDPR 12(4) asks of a refusal


def earlier(reader: Reader) -> Earlier:
    """One letter that went before, its receipt, its due date, its answer."""
    return Earlier(
        key=_key(reader),
        addressee=reader.text("addressee", needed=True),
        sent_on=reader.day("sent_on"),
        address=reader.texts("address", most=MAX_LINES, length=80),
        received_on=reader.day_or_none("received_on"),
        evidence=_evidence(reader),
        due_on=reader.day_or_none("due_on"),
        due_why=reader.texts("due_why", most=12, length=400),
        answer=reader.part("answer", _answer),
    )


def _key(reader: Reader) -> str:
    key = reader.text("key", needed=True)
    if key not in catalogue.all_texts():
        known = ", ".join(catalogue.all_texts())
        raise FactsError(reader.key("key"), f"ce courrier n’existe pas ({known}).")
    return key


def _evidence(reader: Reader) -> str:
    """A code of `Evidence`, or free words; an estimate is no evidence (rule 2)."""
    words = reader.text("evidence", most=200)
    if "estim" in words.casefold():
        raise FactsError(
            reader.key("evidence"), "une date estimée n’est pas une preuve de réception."
        )
    return Evidence(words).label if words in set(Evidence) else words


def _answer(reader: Reader) -> Answer:
    missing = reader.texts("missing", most=len(NOTICE_DEFECTS), length=20)
    for i, word in enumerate(missing):
        if word not in NOTICE_DEFECTS:
            known = ", ".join(NOTICE_DEFECTS)
            raise FactsError(f"{reader.key('missing')}[{i}]", f"la valeur attendue est {known}.")
    code = reader.text("code", needed=True)
    if code not in needs.CODES:
        known = ", ".join(needs.CODES)
        raise FactsError(reader.key("code"), f"ce code de réponse est inconnu ({known}).")
    return Answer(
        code=code,
        date=reader.day("date"),
        quote=reader.text("quote", most=300),
        missing=missing,
    )
