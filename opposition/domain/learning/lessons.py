"""The table of lessons: which function learns from which kind of line."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from opposition.domain.events import Event
from opposition.domain.learning import replies, sending
from opposition.domain.standing import Notified, Standing
from opposition.domain.vocabulary import BODY_WRITES, Kind, Party


def learn(standing: Standing, event: Event) -> Standing:
    """The standing with what this line says added to it; never fails, whatever the line."""
    if event.by is not Party.PORTAL or standing.quiet_since is None:
        standing = replace(standing, quiet_since=event.happened_at)
    if event.kind in BODY_WRITES:
        standing = sending.heard(standing, event)
    if reply := event.facts.get("reply"):
        standing = replies.message(standing, event, reply)
    lesson = _LESSONS.get(event.kind)
    return lesson(standing, event) if lesson else standing


def _confirmed(standing: Standing, event: Event) -> Standing:
    return replace(standing, confirmed_on=event.happened_at)


def _withdrawn(standing: Standing, _: Event) -> Standing:
    return replace(standing, withdrawn=True)


def _notified(standing: Standing, event: Event) -> Standing:
    if not (step := event.facts.get("step")):
        return standing
    done = Notified(step, event.happened_at)
    return replace(standing, notified=(*standing.notified, done))


_LESSONS: Mapping[Kind, Callable[[Standing, Event], Standing]] = {
    Kind.CONFIRMED: _confirmed,
    Kind.SENT: sending.sent,
    Kind.RETURNED: sending.returned,
    Kind.RECEIVED: sending.received,
    Kind.PROOF_ASKED: sending.proof_asked,
    Kind.ID_ASKED: sending.id_asked,
    Kind.ID_GIVEN: sending.id_given,
    Kind.EXTENDED: sending.extended,
    Kind.REDIRECTED: replies.redirected,
    Kind.LIMITED: replies.limited,
    Kind.ANSWERED: replies.answered,
    Kind.NOTHING_CAME: sending.nothing_came,
    Kind.COVERED: replies.covered,
    Kind.INCOMPLETE: replies.incomplete,
    Kind.CONTESTED: replies.contested,
    Kind.REMINDER_SENT: sending.reminder_sent,
    Kind.REMINDER_SKIPPED: sending.reminder_skipped,
    Kind.WITHDRAWN: _withdrawn,
    Kind.FILED: replies.filed,
    Kind.CNIL_REGISTERED: replies.cnil_registered,
    Kind.CNIL_NEWS: replies.cnil_news,
    Kind.CNIL_OUTCOME: replies.cnil_outcome,
    Kind.NOTIFIED: _notified,
}
