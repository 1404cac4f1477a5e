"""What a person changes of the dossier itself: details, mailbox, mails, and whether to go on."""

from opposition.dossiers.changing.details import Change, mend
from opposition.dossiers.changing.following import keep, mute, resume, stop, unmute
from opposition.dossiers.changing.mailbox import change_email, confirm_email, drop_email

__all__ = [
    "Change",
    "change_email",
    "confirm_email",
    "drop_email",
    "keep",
    "mend",
    "mute",
    "resume",
    "stop",
    "unmute",
]
