"""A `mailto:` link: the person's own mail program opens, filled in; the portal sends nothing."""

from urllib.parse import quote


def link(to: str, subject: str, body: str, *, most: int) -> str:
    """The link (RFC 6068: all percent-encoded, lines end in CRLF), or nothing above `most`."""
    lines = body.strip().replace("\r\n", "\n").replace("\n", "\r\n")
    made = f"mailto:{quote(to, safe='@')}?subject={_quoted(subject)}&body={_quoted(lines)}"
    return made if len(made) <= most else ""


def _quoted(text: str) -> str:
    """No-break spaces become plain ones: two to three characters less each, for nothing lost."""
    return quote(text.replace("\u202f", " ").replace("\u00a0", " "), safe="")
