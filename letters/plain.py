"""The words of a letter as plain text: the same words as on paper, for a message box or a mail."""

from html.parser import HTMLParser

_BLOCKS = {"p", "li", "h1", "h2", "div", "ul", "ol", "section", "article", "blockquote"}
_SPACED = {"h1", "h2", "ul", "ol", "blockquote", "div", "section"}
_SILENT = {"svg", "title"}


class _Words(HTMLParser):
    """Collects lines; lists keep their numbers or dashes, drawings say nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.lists: list[int | None] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BLOCKS and self.lines[-1]:
            self.lines.append("")
        if tag in {"h1", "h2"} and self.lines[-2:-1] != [""]:
            self.lines.append("")
        if tag in {"ul", "ol"}:
            marked = tag == "ol"
            plain = any(name == "class" for name, _ in attrs)
            self.lists.append(0 if marked else (-1 if not plain else None))
        if tag == "li":
            self.lines[-1] += self._marker()

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        if tag in {"ul", "ol"}:
            self.lists.pop()
        if tag in _BLOCKS and self.lines[-1]:
            self.lines.append("")
        if tag in _SPACED and self.lines[-2:] != ["", ""]:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        joined = f"{self.lines[-1]}{data}".replace("\n", " ")
        self.lines[-1] = " ".join(part for part in joined.split(" ") if part)
        if joined.endswith(" ") and self.lines[-1]:
            self.lines[-1] += " "

    def _marker(self) -> str:
        current = self.lists[-1] if self.lists else None
        if current is None:
            return ""
        if current < 0:
            return "- "
        self.lists[-1] = current + 1
        return f"{current + 1}. "


def text(article: str) -> str:
    """The letter's words, a paragraph a line, without markup."""
    words = _Words()
    words.feed(article)
    words.close()
    lines = [line.strip() for line in words.lines]
    kept = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    return "\n".join(kept).strip() + "\n"
