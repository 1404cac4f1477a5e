"""What is learned of the letter's last sending: its way, its receipt, its clock, its reminders."""

from dataclasses import replace

from opposition.domain.events import Event
from opposition.domain.standing import IdentityCheck, Sending, Standing
from opposition.domain.vocabulary import Evidence


def depart(standing: Standing, event: Event) -> Standing:
    """A sending that counts: the old one's receipt, reminders and words are left behind."""
    departure = Sending(event.ordinal, event.happened_at, event.facts.get("channel"))
    return replace(standing, sending=departure)


def concerns_letter(standing: Standing, event: Event) -> bool:
    """Whether what came back is the letter itself, in its last sending, and not a reminder.

    Two strange cases take no receipt away: a bounce of the mail that was since replaced by post,
    and one that comes after the body has written back.
    """
    line = standing.sending.line
    same = event.facts.get("of", line) == line
    return same and standing.sending.heard_on is None


def heard(standing: Standing, event: Event) -> Standing:
    """Whoever writes back has received the letter, on that day at the latest (rule 2)."""
    standing = update(standing, heard_on=event.happened_at)
    if standing.sending.proved:
        return standing
    received_on = event.facts.get("received_on", event.happened_at)
    return update(standing, received_on=received_on, evidence=Evidence.ACKNOWLEDGEMENT)


def sent(standing: Standing, event: Event) -> Standing:
    """A copy, or a sending learned of after its effects: it only fills what was not known."""
    if standing.sending.sent_on:
        return standing
    channel = event.facts.get("channel")
    return update(standing, line=event.ordinal, sent_on=event.happened_at, channel=channel)


def come_back(standing: Standing, event: Event) -> Standing:
    """The letter came back: a later bounce removes the receipt (rule 2)."""
    return update(standing, returned_on=event.happened_at, received_on=None, evidence=None)


def returned(standing: Standing, event: Event) -> Standing:
    """A reminder that came back was no reminder."""
    reminders = standing.sending.reminders
    kept = {line: on for line, on in reminders.items() if line != event.facts.get("of")}
    return update(standing, reminders=kept)


def received(standing: Standing, event: Event) -> Standing:
    """The stronger evidence wins; between equals the later date, so that no lateness is asserted
    too early."""
    evidence = event.facts.get("evidence", Evidence.ESTIMATED)
    known, on = standing.sending.evidence, standing.sending.received_on
    if known and on and (known.rank, on) >= (evidence.rank, event.happened_at):
        return standing
    return update(standing, received_on=event.happened_at, evidence=evidence)


def proof_asked(standing: Standing, event: Event) -> Standing:
    return update(standing, proof_asked_on=event.happened_at)


def id_asked(standing: Standing, event: Event) -> Standing:
    """Asked twice is asked once."""
    if standing.identity_awaited:
        return standing
    check = IdentityCheck(event.happened_at)
    return update(standing, identity=(*standing.sending.identity, check))


def id_given(standing: Standing, event: Event) -> Standing:
    if not standing.identity_awaited:
        return standing
    *before, last = standing.sending.identity
    given = replace(last, given=event.happened_at)
    return update(standing, identity=(*before, given))


def extended(standing: Standing, event: Event) -> Standing:
    """The first notice is the one that may have come in time (GDPR 12(3))."""
    if standing.sending.extended_on:
        return standing
    return update(standing, extended_on=event.happened_at)


def nothing_came(standing: Standing, event: Event) -> Standing:
    return update(standing, nothing_came_on=event.happened_at)


def reminder_sent(standing: Standing, event: Event) -> Standing:
    reminders = {**standing.sending.reminders, event.ordinal: event.happened_at}
    return update(standing, reminders=reminders)


def reminder_skipped(standing: Standing, event: Event) -> Standing:
    return update(standing, skipped_on=event.happened_at)


def update(standing: Standing, **changes: object) -> Standing:
    """The standing with these facts of its sending changed."""
    return replace(standing, sending=replace(standing.sending, **changes))  # type: ignore[arg-type]
