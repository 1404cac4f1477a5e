"""Another e-mail address: it waits, sealed, until its own mailbox has confirmed it."""

from datetime import date, datetime
from secrets import token_hex

from django.db import transaction

from opposition import records, vault
from opposition.domain.vocabulary import OPEN, Kind, Party
from opposition.dossiers import limits, links, mailboxes
from opposition.models import Dossier
from opposition.models.dossier import Purpose
from opposition.models.mail import Occasion, Status
from opposition.records import Entry


def change_email(dossier: Dossier, email: str, *, now: datetime) -> None:
    """Asks the new mailbox, unless it was asked too often; nothing changes until it answers.

    `now` is civil. Dossier.DoesNotExist if erased.
    """
    index = vault.blind("email", email)
    with transaction.atomic():
        locked = records.lock(dossier.id)
        if mailboxes.waiting(locked) != email:
            _await(locked, email)
        if limits.may_move(locked, index, now):
            cause = f"{limits.email_cause(index)}{locked.id}:{token_hex(8)}"
            records.outbox.queue(locked, Occasion.EMAIL, cause=cause, content=None, now=now)
    dossier.refresh_from_db()


def confirm_email(dossier: Dossier, *, today: date) -> None:
    """The new mailbox has answered: it takes the old one's place; idempotent.

    Links that were mailed to the old one stop working, those on paper do not; mails that were
    stopped stay stopped. Dossier.DoesNotExist if erased.
    """
    with transaction.atomic():
        locked = records.lock(dossier.id)
        if locked.next_email is not None:
            _swap(locked)
            links.withdraw(locked, Purpose.MAILED, Purpose.MUTE, Purpose.CONFIRM)
            links.spend(locked, Purpose.EMAIL)
            line = Entry(Kind.EMAIL_CHANGED, today, Party.CITIZEN)
            ongoing = locked.demands.filter(state__in=OPEN)
            records.record_all(((one, line) for one in ongoing), today=today)
    dossier.refresh_from_db()


def drop_email(dossier: Dossier, *, today: date) -> bool:
    """No mailbox any more: what was mailed opens nothing, what waits to leave is dropped.

    False, and nothing changes, without a slip: nobody could come back. Dossier.DoesNotExist if
    erased.
    """
    with transaction.atomic():
        locked = records.lock(dossier.id)
        if not links.printed(locked):
            return False
        if locked.email is not None or locked.next_email is not None:
            locked.email = locked.email_index = locked.next_email = None
            locked.save(update_fields=["email", "email_index", "next_email"])
            links.withdraw(locked, Purpose.MAILED, Purpose.MUTE, Purpose.EMAIL, Purpose.CONFIRM)
            locked.dispatches.filter(status=Status.DUE).update(status=Status.DROPPED)
            line = Entry(Kind.EMAIL_CHANGED, today, Party.CITIZEN)
            ongoing = locked.demands.filter(state__in=OPEN)
            records.record_all(((one, line) for one in ongoing), today=today)
    dossier.refresh_from_db()
    return True


def _await(dossier: Dossier, email: str) -> None:
    """What an earlier wish has sent confirms nothing more: a link proves one mailbox only."""
    key = vault.unwrap(dossier.key, dossier.id)
    dossier.next_email = mailboxes.seal_next(email, key, dossier.id)
    dossier.save(update_fields=["next_email"])
    links.withdraw(dossier, Purpose.EMAIL)
    earlier = dossier.dispatches.filter(occasion=Occasion.EMAIL, status=Status.DUE)
    earlier.update(status=Status.DROPPED)


def _swap(dossier: Dossier) -> None:
    key = vault.unwrap(dossier.key, dossier.id)
    fresh = mailboxes.seal(mailboxes.waiting(dossier), key, dossier.id)
    dossier.email, dossier.email_index = fresh["email"], fresh["email_index"]
    dossier.next_email = None
    dossier.save(update_fields=["email", "email_index", "next_email"])
