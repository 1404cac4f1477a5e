"""A request to be followed as a browser sends it, from the letters' page to its own page."""

import re

from opposition.models import AccessLink, Dispatch, Dossier
from tests.opposition.typed import FUND, PERSON, WORDING, sent

PATH = "/suivre/"
NOW = "2026-11-23T10:00:00+01:00"
EMAIL = "zoe@exemple.net"
REFERENCES = {"ref_fund": "7K3M-Q4XD", "ref_hdh": "ACDE-FGHJ"}
REASONS = {**WORDING, "grounds": "Mon métier est rare.", "grounds_consent": "on"}
BY_MAIL = {"by": "courriel", "follow_email": EMAIL, "consent": "on"}
ON_SCREEN = {"by": "fiche", "follow_email": "", "consent": "on"}
MAILBOX = "/suivre/?suite=boite"
ALREADY = "/suivre/?suite=deja"


def answers(*, person=PERSON, fund=FUND, wording=WORDING, **more):
    """What the letters' page carries in its hidden fields."""
    return sent("courriers", person, fund, wording, REFERENCES) | more


def key(client, **parts):
    """The one-time key of the page that the letters' button leads to."""
    page = client.post(PATH, answers(**parts)).content.decode()
    return re.search(r'name="cle" value="([^"]+)"', page)[1]


def form(client, way, **parts):
    """The whole form, with its key: what the last button sends, as often as it is pressed."""
    return answers(**parts) | way | {"cle": key(client, **parts), "suivre": "1"}


def follow(client, way=ON_SCREEN, **parts):
    """The answer to the last button."""
    return client.post(PATH, form(client, way, **parts))


def kept():
    """How many dossiers, links and mails there are."""
    return tuple(model.objects.count() for model in (Dossier, AccessLink, Dispatch))


def code(response):
    """The code that a slip shows."""
    return "-".join(re.findall(r"<span>([0-9A-Z]{4})</span>", response.content.decode()))


def text(response):
    return response.content.decode()
