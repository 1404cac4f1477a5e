"""What every way out of the portal takes, gives back, and says when it fails."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Parcel:
    """What leaves: whole, frozen, composed before any connection is opened.

    `message_id` is the same at each attempt, so that whoever gets it twice can tell. What is
    personal or secret stays out of the value's `repr`, hence out of every log.
    """

    message_id: str
    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    unsubscribe: str = field(default="", repr=False)  # a link that stops such mails by one POST


@dataclass(frozen=True)
class Receipt:
    """What the way out gave back: the proof that it took the parcel, not that anyone read it."""

    reference: str


class ChannelError(Exception):
    """The parcel did not leave. `code` names the failure and nobody: it is stored and logged.

    `permanent`: the other side refused this parcel for good; otherwise later may do better.
    """

    def __init__(self, code: str, *, permanent: bool) -> None:
        super().__init__(code)
        self.code = code
        self.permanent = permanent


Channel = Callable[[Parcel], Receipt]
