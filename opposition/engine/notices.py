"""The four mails that the portal sends to a person, composed at the moment when they leave.

The links are made now: the secret exists in the mail alone, of which no copy is kept (rule 3).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from opposition import records, vault
from opposition.channels.base import Parcel
from opposition.clock import PARIS
from opposition.domain import french
from opposition.domain.vocabulary import State, StepKind
from opposition.dossiers import links
from opposition.engine import sentences
from opposition.engine.sentences import Paragraph
from opposition.models import Demand, Dispatch, Dossier
from opposition.models.addressee import Kind
from opposition.models.dossier import Purpose
from opposition.models.mail import Occasion

UNCONFIRMED = timedelta(hours=48)  # then the dossier is shredded (rule 19)


@dataclass(frozen=True)
class Notice:
    """One mail before its frame: to whom, what about, and the values of its template."""

    to: str
    subject: str
    values: Mapping[str, Any]
    unsubscribe: str = field(default="")


def parcel(row: Dispatch) -> Parcel | None:
    """The mail, with fresh links; None where nobody is to have it any more.

    Writes the links' fingerprints. ImproperlyConfigured without SITE_URL.
    """
    occasion = Occasion(row.occasion)
    notice = _WRITERS[occasion](row)
    if notice is None:
        return None
    text = render_to_string(f"opposition/notices/{occasion}.txt", dict(notice.values))
    return Parcel(
        row.message_id, notice.to, notice.subject, text.strip() + "\n", notice.unsubscribe
    )


def _confirm(row: Dispatch) -> Notice | None:
    """Asked for when the dossier was opened; once confirmed there is nothing to confirm."""
    dossier = row.dossier
    to = _address(dossier)
    if to is None or dossier.confirmed_at is not None:
        return None
    until = (dossier.opened_at + UNCONFIRMED).astimezone(PARIS)
    values = {
        "link": _link("confirming", dossier, Purpose.CONFIRM),
        "day": french.long_date(until.date()),
        "hour": f"{until.hour}\u00a0h\u00a0{until.minute:02}",
        "site": _site(),
    }
    return Notice(to, _("Confirmez votre demande de suivi"), values)


def _timeline(row: Dispatch) -> Notice | None:
    """What the tick has to tell; nothing of what was closed since, nothing once muted."""
    dossier = row.dossier
    to = _address(dossier)
    if to is None or dossier.muted_at is not None or dossier.confirmed_at is None:
        return None
    told = _still_open(dossier, records.outbox.content(row)["steps"])
    if not told:
        return None
    steps = [StepKind(said["step"]) for _demand, said in told]
    mute = _link("muting", dossier, Purpose.MUTE)
    values = {
        "paragraphs": _paragraphs(told),
        "link": _link("entering", dossier, Purpose.MAILED),
        "mute": mute,
    }
    return Notice(to, sentences.subject(steps), values, unsubscribe=mute)


def _link_again(row: Dispatch) -> Notice | None:
    """Asked for by the person, muted or not."""
    dossier = row.dossier
    to = _address(dossier)
    if to is None or dossier.confirmed_at is None:
        return None
    values = {"link": _link("entering", dossier, Purpose.MAILED), "site": _site()}
    return Notice(to, _("Votre lien"), values)


def _new_address(row: Dispatch) -> Notice | None:
    """To the new address, which is nobody's until its own mailbox has answered."""
    dossier = row.dossier
    if dossier.next_email is None:
        return None
    key = vault.unwrap(dossier.key, dossier.id)
    to = vault.unseal(key, dossier.next_email, label="dossier.next_email", owner=dossier.id)
    values = {"link": _link("confirming_email", dossier, Purpose.EMAIL), "site": _site()}
    return Notice(to, _("Confirmez votre nouvelle adresse"), values)


_WRITERS: Mapping[Occasion, Callable[[Dispatch], Notice | None]] = {
    Occasion.CONFIRM: _confirm,
    Occasion.TIMELINE: _timeline,
    Occasion.LINK: _link_again,
    Occasion.EMAIL: _new_address,
}

Said = Mapping[str, Any]


def _still_open(dossier: Dossier, steps: Iterable[Said]) -> list[tuple[Demand, Said]]:
    """Each step with its demand, save those of demands that were closed meanwhile."""
    alive = Demand.objects.filter(dossier=dossier).exclude(state=State.CLOSED)
    demands = alive.in_bulk([UUID(said["demand"]) for said in steps])
    return [
        (demands[UUID(said["demand"])], said) for said in steps if UUID(said["demand"]) in demands
    ]


def _paragraphs(told: Iterable[tuple[Demand, Said]]) -> list[Paragraph]:
    return [
        sentences.paragraph(
            Kind(demand.kind),
            demand.reference,
            StepKind(said["step"]),
            day=date.fromisoformat(said["day"]) if said["day"] else None,
            again=said["round"] > 1,
        )
        for demand, said in told
    ]


def _address(dossier: Dossier) -> str | None:
    if dossier.email is None:
        return None
    key = vault.unwrap(dossier.key, dossier.id)
    return vault.unseal(key, dossier.email, label="dossier.email", owner=dossier.id)


def _link(view: str, dossier: Dossier, purpose: Purpose) -> str:
    secret = links.mint(dossier, purpose)
    return _site() + reverse(f"opposition:{view}", args=[secret])


def _site() -> str:
    """The portal's own address; never that of a request, which a stranger may choose (U5)."""
    if not settings.SITE_URL:
        raise ImproperlyConfigured("SITE_URL is empty: a mail needs the address of its links")
    return str(settings.SITE_URL).rstrip("/")
