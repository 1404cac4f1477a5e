"""A notice as a plain mail, through Django's backend: no HTML, no image, nothing that tells when
it is read (EMAIL_* of the settings say which server takes it)."""

import contextlib
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from opposition.channels.base import ChannelError, Parcel, Receipt

LINE = 998  # characters (RFC 5322, 2.1.1)


class _Plain(EmailMessage):
    """A mail whose headers stand on one line each: not every program reads a folded address."""

    def message(self, **options: Any) -> Any:
        made = super().message(**options)
        made.policy = made.policy.clone(max_line_length=LINE)
        return made


def send(parcel: Parcel) -> Receipt:
    """Hand the mail to the server; ChannelError where the server, or the road to it, refuses.

    An error after the last dot leaves it unknown whether the mail was taken: it counts as not
    sent, and the same Message-ID is what makes a second one harmless.
    """
    if not settings.DEFAULT_FROM_EMAIL:
        # The portal's own lack: once it is mended, what waited leaves.
        raise ChannelError("no sender", permanent=False)
    connection = get_connection()
    try:
        taken = _message(parcel, connection).send()
    except SMTPException as error:
        code = _code(error)
        raise ChannelError(_named(error, code), permanent=_refused(error, code)) from error
    except OSError as error:
        raise ChannelError(_named(error), permanent=False) from error
    except ValueError as error:
        # An address or a header that cannot be written down: no server will make it better.
        raise ChannelError(_named(error), permanent=True) from error
    finally:
        # Django leaves open what failed while it was being opened.
        with contextlib.suppress(OSError):
            connection.close()
    if not taken:
        raise ChannelError("nothing taken", permanent=False)
    return Receipt(parcel.message_id)


def _message(parcel: Parcel, connection: BaseEmailBackend) -> EmailMessage:
    headers = {
        "Message-ID": parcel.message_id,
        # RFC 3834: no machine answers it, so that no two machines talk for ever.
        "Auto-Submitted": "auto-generated",
    }
    if parcel.unsubscribe:
        # RFC 8058: the mail program's own button stops the mails by one POST, asking nothing.
        headers["List-Unsubscribe"] = f"<{parcel.unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return _Plain(
        parcel.subject,
        parcel.text,
        to=[parcel.to],
        headers=headers,
        connection=connection,
    )


def _refused(error: SMTPException, code: int) -> bool:
    """5xx on the address or on the mail itself is for good (RFC 5321, 4.2.1).

    Before that the server speaks of us (greeting, password, sender): whoever keeps the portal
    mends it, and the mails then leave.
    """
    return isinstance(error, SMTPRecipientsRefused | SMTPDataError) and 500 <= code < 600


def _code(error: SMTPException) -> int:
    if isinstance(error, SMTPRecipientsRefused):
        return max((code for code, _ in error.recipients.values()), default=0)
    return int(error.smtp_code) if isinstance(error, SMTPResponseException) else 0


def _named(error: Exception, code: int = 0) -> str:
    """The class and the server's number; never its words, which repeat the address."""
    return f"{type(error).__name__} {code}" if code else type(error).__name__
