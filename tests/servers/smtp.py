"""A private mail server (RFC 5321) that follows a script: what it answers, and where it hangs up.

`with smtp.serving(RCPT="550 no such user") as server:` answers 550 to each RCPT; a script of
several lines is played one connection after the other, the last one over and over. `HANG_UP` ends
the connection without a word, `SILENCE` answers nothing for as long as the client waits.
"""

import contextlib
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import ClassVar

HANG_UP, SILENCE = "hang up", "silence"
USUAL = {"EHLO": "250 here", "DATA": "354 go on", "DOT": "250 taken", "QUIT": "221 bye"}


@dataclass(frozen=True)
class Taken:
    """One mail that was answered with 250, or handed over before the line was cut."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)


@dataclass
class Server:
    """Where it listens, the commands it was given, the mails that it took."""

    port: int = 0
    script: dict[str, tuple[str, ...]] = field(default_factory=dict)
    mails: list[Taken] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    connections: int = 0

    def reply(self, command: str, connection: int) -> str:
        lines = self.script.get(command, (USUAL.get(command, "250 fine"),))
        return lines[min(connection, len(lines)) - 1]


class _HangUpError(Exception):
    """The script says to end here."""


class _Conversation(socketserver.StreamRequestHandler):
    told: ClassVar[Server]

    def handle(self) -> None:
        self.told.connections += 1
        self.number = self.told.connections
        self.sender, self.recipients = "", []
        with contextlib.suppress(_HangUpError, ConnectionError):
            self.say("HELLO", "220 here")
            while line := self.rfile.readline().decode("ascii").strip():
                verb = line.partition(" ")[0].upper()
                self.told.commands.append(verb)
                self.obey(verb, line)
                if verb == "QUIT":
                    return

    def obey(self, verb: str, line: str) -> None:
        if verb == "RSET":
            self.recipients = []
        said = self.say(verb)
        address = line.partition(":")[2].partition(">")[0].lstrip("<")
        if verb == "MAIL":
            self.sender = address
        elif verb == "RCPT" and said.startswith("2"):
            self.recipients.append(address)
        elif verb == "DATA" and said.startswith("3"):
            self.take()

    def take(self) -> None:
        content = b""
        while (line := self.rfile.readline()) != b".\r\n":
            content += line.removeprefix(b".") if line.startswith(b"..") else line
        reply = self.told.reply("DOT", self.number)
        if reply[0] not in "45":
            self.told.mails.append(Taken(self.sender, tuple(self.recipients), content))
        self.say("DOT")

    def say(self, command: str, otherwise: str = "") -> str:
        known = otherwise and command not in self.told.script
        reply = otherwise if known else self.told.reply(command, self.number)
        if reply == SILENCE:
            self.rfile.read()  # until the client has had enough
        if reply in (HANG_UP, SILENCE):
            raise _HangUpError
        self.wfile.write(f"{reply}\r\n".encode())
        return reply


class _Threads(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = True


@contextlib.contextmanager
def serving(**script: str | tuple[str, ...]) -> Iterator[Server]:
    """A server on a free port of this machine, ended with the block."""
    told = Server(script={k: (v,) if isinstance(v, str) else v for k, v in script.items()})
    conversation = type("Conversation", (_Conversation,), {"told": told})
    with _Threads(("127.0.0.1", 0), conversation) as server:
        told.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socketserver.TCPServer(("127.0.0.1", 0), None) as nobody:
        return nobody.server_address[1]
