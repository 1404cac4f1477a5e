"""Reads a page as a list of headings, links and texts, with the standard parser."""

from html.parser import HTMLParser


class Outline(HTMLParser):
    """Headings (level, text), title, addresses and tags of one page."""

    def __init__(self, text):
        super().__init__()
        self.headings, self.links, self.tags, self.title = [], [], [], ""
        self._open = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name in ("href", "src", "action"):
            if name in dict(attrs):
                self.links.append(dict(attrs)[name])
        if tag == "title" or (tag[0] == "h" and tag[1:].isdigit()):
            self._open = tag
            if tag != "title":
                self.headings.append((int(tag[1]), ""))

    def handle_data(self, data):
        if self._open == "title":
            self.title += data
        elif self._open:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def handle_endtag(self, tag):
        if tag == self._open:
            self._open = None


def outline(response):
    """The outline of a response's page."""
    return Outline(response.content.decode())
