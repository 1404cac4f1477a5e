"""Secret links: drawn here, found again by a keyed hash, never stored (rule 3).

Their life is session time, counted by the database's own clock: the demonstration's offset moves
none of it. Looking one up is the same work whatever is wrong with it.
"""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from opposition import vault
from opposition.correspondence.references import ALPHABET
from opposition.models import AccessLink, Dossier, moment
from opposition.models.dossier import Purpose

RANDOM = 24  # bytes of a mailed secret
GROUPS, SIGNS = 7, 4  # of a printed one: 28 signs out of 24, more than 128 bits

LIVES: Mapping[Purpose, timedelta | None] = {
    Purpose.CONFIRM: timedelta(hours=48),  # as long as what it confirms is kept (rule 19)
    Purpose.MAILED: timedelta(days=60),  # each mail brings its own (design §6)
    Purpose.PRINTED: None,  # as long as the dossier: without e-mail it is the only way in
    Purpose.EMAIL: timedelta(hours=48),
    Purpose.MUTE: timedelta(days=60),  # as the mail that brings it
}
# A link that has done its work still answers a double click or a second tab, then nothing.
GRACE = timedelta(minutes=10)
OPENING = (Purpose.MAILED, Purpose.PRINTED)


def mint(dossier: Dossier, purpose: Purpose) -> str:
    """A new secret; it is said once, here. A printed one is in groups of four, to be typed."""
    secret = _printed() if purpose is Purpose.PRINTED else secrets.token_urlsafe(RANDOM)
    made, life = moment.now(), LIVES[purpose]
    AccessLink.objects.create(
        dossier=dossier,
        purpose=purpose,
        fingerprint=_fingerprint(purpose, secret),
        made_at=made,
        expires_at=made + life if life else None,
    )
    return secret


def find(secret: str, purpose: Purpose) -> AccessLink | None:
    """The live link of this secret; None for an unknown, expired or revoked one, or of another
    purpose: nobody learns which."""
    return _live(fingerprint=_fingerprint(purpose, secret), purpose=purpose)


def entry(secret: str) -> AccessLink | None:
    """The link that opens a dossier, mailed or typed from the slip with or without its dashes."""
    prints = [_fingerprint(purpose, secret) for purpose in OPENING]
    return _live(fingerprint__in=prints, purpose__in=OPENING)


def revoke(dossier: Dossier, but: AccessLink | None = None) -> None:
    """Every link of the dossier stops working, save the one that the person has just used."""
    now = moment.now()
    links = AccessLink.objects.live(at=now).filter(dossier=dossier)
    (links.exclude(id=but.id) if but else links).update(revoked_at=now)


def printed(dossier: Dossier) -> bool:
    """Whether a slip opens the dossier: without e-mail it is the only way back (rule 3)."""
    live = AccessLink.objects.live(at=moment.now())
    return live.filter(dossier=dossier, purpose=Purpose.PRINTED).exists()


def withdraw(dossier: Dossier, *purposes: Purpose) -> None:
    """The links of these purposes stop working."""
    now = moment.now()
    links = AccessLink.objects.live(at=now).filter(dossier=dossier, purpose__in=purposes)
    links.update(revoked_at=now)


def spend(dossier: Dossier, purpose: Purpose) -> None:
    """The links of this purpose have done their work: they lapse after `GRACE`."""
    until = moment.now() + GRACE
    links = AccessLink.objects.filter(dossier=dossier, purpose=purpose, expires_at__gt=until)
    links.update(expires_at=until)


def _live(**which: Any) -> AccessLink | None:
    links = AccessLink.objects.live(at=moment.now()).filter(**which)
    return links.select_related("dossier").first()


def _fingerprint(purpose: Purpose, secret: str) -> bytes:
    """What is typed from paper comes in any case, with or without dashes and spaces."""
    if purpose is Purpose.PRINTED:
        secret = "".join(sign for sign in secret.upper() if sign.isalnum())
    return vault.fingerprint(purpose, secret)


def _printed() -> str:
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(SIGNS)) for _ in range(GROUPS))
    return "-".join(groups)
