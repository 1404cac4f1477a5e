"""Somebody inside their dossier, on a given day: reads its pages, presses their buttons."""

import html
import re

import time_machine
from django.apps import apps
from django.http import HttpResponse

from opposition.dossiers import links
from opposition.models.dossier import Purpose
from opposition.views.following import entry
from tests.opposition.dossiers import made

HIDDEN = re.compile(r'<input type="hidden" name="(vu|ligne|courrier)" value="([^"]*)">')
ERROR = re.compile(r'<p class="error" id="id_([\w-]+)-error">Erreur : (.*?) </p>')
INSIDE = ("coordonnees", "courriel", "avis", "liens", "arreter", "effacer", "export")


class Insider:
    """`day` is the civil day that the portal believes in; `name` of a demand as `made.cases`."""

    def __init__(self, client, dossier, day, purpose=Purpose.MAILED):
        self.client, self.dossier, self.day = client, dossier, day
        self.link = links.find(links.mint(dossier, purpose), purpose)
        self.entered = None  # the day on which the cookie was given: it lasts a few hours

    def get(self, path):
        return self._ask(self.client.get, path)

    def head(self, path):
        return self._ask(self.client.head, path)

    def post(self, path, data=None):
        return self._ask(self.client.post, path, data or {})

    def case(self, name):
        return made.cases(self.dossier, self.day)[name]

    def path(self, name, word):
        return f"/dossier/{self.case(name).demand.reference}/{word}/"

    def open(self, name, word, line=None):
        """The page of an act: what its form carries along."""
        query = f"?ligne={line}" if line else ""
        page = text(self.get(self.path(name, word) + query))
        return dict(HIDDEN.findall(page))

    def say(self, name, word, line=None, **data):
        """Opens the page of an act, fills it in, presses its button."""
        return self.post(self.path(name, word), self.open(name, word, line) | data)

    def lines(self, name, last=1):
        return made.lines(self.case(name), last=last)

    def count(self, name):
        return len(self.case(name).lines)

    def now(self):
        """Ten o’clock on that day."""
        return time_machine.travel(f"{self.day}T10:00:00+01:00", tick=False)

    def _ask(self, verb, *told):
        with self.now():
            if self.entered != self.day:
                self.client.cookies.update(entry.enter(HttpResponse(), self.link).cookies)
                self.entered = self.day
            return verb(*told)


def text(response):
    return response.content.decode()


def plain(words):
    """With plain spaces, as one writes them in a test."""
    return words.replace("\u202f", " ").replace("\u00a0", " ")


def errors(response):
    """By field: the sentence beside it; by "": what stands in the summary alone."""
    page = plain(text(response))
    found = {name: html.unescape(said) for name, said in ERROR.findall(page)}
    general = re.findall(r'<a href="#parcours">(.*?)</a>', page)
    return found | ({"": html.unescape(general[0])} if general else {})


def done(response, word, reference=""):
    """Whether the answer leads back to the dossier, saying that it is done."""
    place = f"#{reference}" if reference else ""
    return (response.status_code, response["Location"]) == (303, f"/dossier/?fait={word}{place}")


def everything():
    """All rows of all tables of the portal."""
    models = apps.get_app_config("opposition").get_models()
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}
