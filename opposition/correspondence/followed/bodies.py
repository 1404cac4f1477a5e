"""Whom a demand writes to: the directory's record, and what the person said beside it."""

import json
from collections.abc import Iterable
from copy import copy
from uuid import UUID

from opposition import vault
from opposition.models.addressee import Addressee
from opposition.models.demand import Demand

LABEL = "demand.body"
TYPED = ("name", "letter_name", "letter_service")  # of a body that the directory lacks


def seal_body(body: Addressee, lines: Iterable[str], key: bytes, owner: UUID) -> bytes | None:
    """What the demand `owner` keeps of its body: a typed one whole, of a listed one the lines
    that the person confirmed. None where the directory says it all: its corrections then count.
    """
    lines = list(lines)
    # Asked again: the body given may bear lines that were mended before.
    listed = Addressee.objects.filter(pk=body.pk).first() if body.pk else None
    if listed and listed.lines == lines:
        return None
    told: dict[str, object] = {} if body.pk else {name: getattr(body, name) for name in TYPED}
    text = json.dumps({**told, "lines": lines}, ensure_ascii=False)
    return vault.seal(key, text, label=LABEL, owner=owner)


def body_of(demand: Demand, key: bytes) -> Addressee:
    """The body as the next letter addresses it: a copy that nobody saves."""
    told = {}
    if demand.body is not None:
        told = json.loads(vault.unseal(key, demand.body, label=LABEL, owner=demand.id))
    if demand.addressee is None:
        return Addressee(kind=demand.kind, seat=demand.seat, **told)
    body = copy(demand.addressee)
    body.lines = list(told.get("lines", body.lines))
    return body
