"""What is learned of what comes in: the body's answers, the person's word on them, the CNIL."""

from dataclasses import replace

from opposition.domain.events import Event, code_of, scopes_of
from opposition.domain.learning import sending
from opposition.domain.standing import Answer, Standing
from opposition.domain.vocabulary import ASKED, Kind


def message(standing: Standing, event: Event, reply: str) -> Standing:
    """An incoming message waits from the line that matched it to the line that says what it is."""
    pending = {name: on for name, on in standing.pending.items() if name != reply}
    if event.kind is Kind.REPLY_MATCHED:
        pending[reply] = event.happened_at
    return replace(standing, pending=pending)


def redirected(standing: Standing, event: Event) -> Standing:
    return sending.update(_answers(standing, event), redirected_on=event.happened_at)


def limited(standing: Standing, event: Event) -> Standing:
    return sending.update(_answers(standing, event), limited_on=event.happened_at)


def answered(standing: Standing, event: Event) -> Standing:
    """An answer on the merits waits for the person's word, whatever was said of earlier ones."""
    standing = _answers(standing, event)
    return replace(standing, answered_on=event.happened_at, judged=False, covered=False)


def _answers(standing: Standing, event: Event) -> Standing:
    """The latest word on each scope (rule 6)."""
    answer = Answer(code_of(event), event.happened_at)
    per_scope = dict.fromkeys(scopes_of(event), answer)
    return replace(standing, answers={**standing.answers, **per_scope})


def covered(standing: Standing, _: Event) -> Standing:
    return replace(standing, judged=True, covered=True, missing=frozenset())


def incomplete(standing: Standing, event: Event) -> Standing:
    missing = event.facts.get("scopes") or ASKED
    return replace(standing, judged=True, missing=missing)


def contested(standing: Standing, event: Event) -> Standing:
    return replace(standing, judged=True, contested_on=event.happened_at)


def filed(standing: Standing, event: Event) -> Standing:
    return replace(standing, filed_on=standing.filed_on or event.happened_at)


def cnil_registered(standing: Standing, event: Event) -> Standing:
    """Who registers a complaint has received it; its three months go on (CE n° 491493)."""
    return filed(standing, event)


def cnil_news(standing: Standing, event: Event) -> Standing:
    return replace(filed(standing, event), cnil_news=(*standing.cnil_news, event.happened_at))


def cnil_outcome(standing: Standing, event: Event) -> Standing:
    return replace(filed(standing, event), cnil_outcome=event.facts.get("outcome"))
