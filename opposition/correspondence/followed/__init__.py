"""The letters of a followed dossier: written from its journals, frozen once handed out, kept."""

from opposition.correspondence.followed.bodies import body_of, seal_body
from opposition.correspondence.followed.files import (
    LostFileError,
    forget_files,
    keep,
    made_again,
    pdf,
    strays,
)
from opposition.correspondence.followed.freezing import (
    freeze,
    frozen,
    posted,
    thaw,
    unfreeze,
    unposted,
)
from opposition.correspondence.followed.handover import pieces
from opposition.correspondence.followed.identity import (
    Identity,
    identity_of,
    read_identity,
    seal_identity,
)
from opposition.correspondence.followed.locks import LockedError, because, letters_of
from opposition.correspondence.followed.shelf import Written, file_name, written
from opposition.correspondence.followed.writing import Complaint, accused, compose, options

__all__ = [
    "Complaint",
    "Identity",
    "LockedError",
    "LostFileError",
    "Written",
    "accused",
    "because",
    "body_of",
    "compose",
    "file_name",
    "forget_files",
    "freeze",
    "frozen",
    "identity_of",
    "keep",
    "letters_of",
    "made_again",
    "options",
    "pdf",
    "pieces",
    "posted",
    "read_identity",
    "seal_body",
    "seal_identity",
    "strays",
    "thaw",
    "unfreeze",
    "unposted",
    "written",
]
