"""Logs without identities: what is printed is chosen, what is not chosen is not printed."""

import logging
from collections.abc import ItemsView, Iterator
from traceback import walk_tb
from types import FrameType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

OURS = ("letters", "opposition", "portal")


class Bare(logging.Formatter):
    """Time, level, logger, place in the code, status and route; never a value a person gave.

    Messages of our own loggers are printed whole (they hold ids only); of others the template
    without its arguments, and of requests only status and route. Paths may hold a secret link
    and exceptions a name: the pattern of the route and the class of the exception stand for them.
    """

    def format(self, record: logging.LogRecord) -> str:
        place = f"{record.module}:{record.lineno}"
        head = (self.formatTime(record), record.levelname, record.name, place)
        line = " ".join((*head, *_what(record), *_where(record)))
        return "\n".join((_printable(line), *_trace(record)))


class Nothing(SafeExceptionReporterFilter):
    """Django's error report (shown with DEBUG only) without settings, form, cookies or locals."""

    def is_active(self, request: HttpRequest | None) -> bool:  # noqa: ARG002
        return True

    def get_safe_settings(self) -> dict[str, Any]:
        return {}

    def get_safe_request_meta(self, request: HttpRequest) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def get_safe_cookies(self, request: HttpRequest) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def get_traceback_frame_variables(
        self,
        request: HttpRequest | None,  # noqa: ARG002
        tb_frame: FrameType,  # noqa: ARG002
    ) -> ItemsView[str, Any]:
        return dict[str, Any]().items()


def _what(record: logging.LogRecord) -> Iterator[str]:
    if record.name.split(".")[0] in OURS:
        yield record.getMessage()
    elif record.args and not hasattr(record, "request"):
        # Without arguments the values may be inside the message already.
        yield str(record.msg)


def _where(record: logging.LogRecord) -> Iterator[str]:
    if hasattr(record, "status_code"):
        yield f"status={record.status_code}"
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest):
        match = request.resolver_match
        yield f"route={match.route if match else '-'}"


def _trace(record: logging.LogRecord) -> Iterator[str]:
    """The exception and its causes: class and frames, without message, source line or local."""
    error = record.exc_info[1] if record.exc_info else None
    while error:
        yield f"  {type(error).__module__}.{type(error).__qualname__}"
        for frame, line in walk_tb(error.__traceback__):
            yield f"    {frame.f_code.co_filename}:{line} {frame.f_code.co_name}"
        error = error.__cause__ or error.__context__


def _printable(text: str) -> str:
    """One record is one line: no line break and no terminal code of a stranger gets through."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
