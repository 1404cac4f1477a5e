"""A visitor without JavaScript: reads pages, fills forms in, presses buttons, keeps cookies."""

import http.cookiejar
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser

PATIENCE = 60  # seconds for a portal that was killed to answer again


@dataclass
class Button:
    """A way to send a form: its words, what it adds, where it sends it instead."""

    form: str
    name: str
    value: str
    action: str
    words: str = ""


@dataclass
class Form:
    """A form as the page shows it: where it goes, what stands in it."""

    key: str
    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    """Forms, buttons and links of a page, in its order."""

    def __init__(self):
        super().__init__()
        self.forms, self.buttons, self.links = {}, [], []
        self._form = self._select = self._area = self._button = self._link = None
        self._count = 0

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._count += 1
            self._form = given.get("id") or f"form{self._count}"
            method = given.get("method", "get").lower()
            self.forms[self._form] = Form(self._form, given.get("action", ""), method)
        elif tag == "a" and "href" in given:
            self._link = [given["href"], ""]
            self.links.append(self._link)
        elif tag in {"input", "select", "textarea", "option", "button"}:
            getattr(self, f"_{tag}_tag")(given)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "a":
            self._link = None
        elif tag == "button":
            self._button = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea" and self._area:
            self._field(*self._area)
            self._area = None

    def handle_data(self, data):
        if self._area:
            self._area[1] += data
        if self._button:
            self._button.words += data
        if self._link:
            self._link[1] += data

    def _field(self, name, value, form=None):
        key = form or self._form
        if key in self.forms and name:
            self.forms[key].names.add(name)
            if value is not None:
                self.forms[key].fields.append((name, value))

    def _input_tag(self, given):
        kind, value = given.get("type", "text"), given.get("value", "")
        if kind in {"checkbox", "radio"}:
            value = given.get("value", "on") if "checked" in given else None
        self._field(given.get("name"), value, given.get("form"))

    def _select_tag(self, given):
        self._select = given.get("name")
        self._field(self._select, None)

    def _option_tag(self, given):
        if "selected" in given and self._select:
            self._field(self._select, given.get("value", ""))

    def _textarea_tag(self, given):
        self._area = [given.get("name"), ""]

    def _button_tag(self, given):
        form = given.get("form") or self._form
        name, value = given.get("name", ""), given.get("value", "")
        self._button = Button(form, name, value, given.get("formaction", ""))
        self.buttons.append(self._button)


class Visitor:
    """One person's browser; it asks again while the portal is away."""

    def __init__(self, site):
        self.site = site
        self.jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.jar)
        )
        self.path, self.status, self.html, self.body = "", 0, "", b""

    def get(self, path):
        """Opens a page; True when it is one."""
        return self._ask(path, None)

    def press(self, words, **answers):
        """Fills the form of the button of these words in and sends it; None leaves a field out."""
        button = self.button(words)
        return self._send(button, answers)

    def button(self, words):
        """The first button whose words hold these."""
        for button in self._read().buttons:
            if words in " ".join(button.words.split()):
                return button
        raise AssertionError(f"no button « {words} » at {self.path}:\n{self.text}")

    def follow(self, words):
        """Follows the first link whose words hold these."""
        for href, told in self._read().links:
            if words in " ".join(told.split()):
                return self.get(urllib.parse.urljoin(self.path, href))
        raise AssertionError(f"no link « {words} » at {self.path}:\n{self.text}")

    def links(self):
        """Where the page leads."""
        return [href for href, _told in self._read().links]

    @property
    def text(self):
        """The words of the page's main part, on one line."""
        found = re.search(r"<main.*?</main>", self.html, re.DOTALL)
        bare = re.sub(r"<[^>]+>", " ", found[0] if found else self.html)
        return " ".join(bare.replace("&nbsp;", " ").replace("&#x27;", "'").split())

    def _read(self):
        reader = _Reader()
        reader.feed(self.html)
        return reader

    def _send(self, button, answers):
        form = self._read().forms[button.form]
        if unknown := answers.keys() - form.names:
            raise AssertionError(f"no question {unknown} in {form.key} at {self.path}")
        data = [(name, value) for name, value in form.fields if name not in answers]
        for name, value in answers.items():
            many = value if isinstance(value, list) else [value]
            data += [(name, one) for one in many if one is not None]
        if button.name:
            data.append((button.name, button.value))
        action = button.action or form.action or self.path
        target = urllib.parse.urljoin(self.path, action)
        if form.method == "get":
            return self.get(f"{target.split('?')[0]}?{urllib.parse.urlencode(data)}")
        return self._ask(target, urllib.parse.urlencode(data).encode())

    def _ask(self, path, data):
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return self._once(path, data)
            except (urllib.error.URLError, ConnectionError, http.client.HTTPException, OSError):
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def _once(self, path, data):
        headers = {"Origin": self.site} if data is not None else {}
        request = urllib.request.Request(self.site + path, data, headers)  # noqa: S310
        try:
            answer = self._opener.open(request, timeout=PATIENCE)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        with answer:
            body = answer.read()
            self.status, self.body = answer.status, body
            self.path = answer.url.removeprefix(self.site)
            self.html = body.decode() if "html" in answer.headers["Content-Type"] else ""
        return self.status
