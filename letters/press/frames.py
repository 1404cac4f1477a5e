"""Messages over a pipe: four bytes of length (big-endian), then the bytes."""

import struct
from typing import BinaryIO

LENGTH = struct.Struct(">I")
MOST = 64 * 1024 * 1024


def write(pipe: BinaryIO, message: bytes) -> None:
    """Sends one message."""
    pipe.write(LENGTH.pack(len(message)) + message)
    pipe.flush()


def read(pipe: BinaryIO) -> bytes | None:
    """The next message; `None` when the other side has closed, also in the middle of one.

    A length above `MOST` is no message of ours: `None` too, and nothing more is read.
    """
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > MOST:
        return None
    message = pipe.read(length)
    return message if len(message) == length else None
