"""The story that began it all, as steps of one visitor: the fund is silent, gets two reminders,
then answers « registered, for the rest ask the hub »; the hub is silent; the CNIL is seized.

Each step may be taken again after a crash: it looks where it stands before it does anything.
"""

import re
import time
from dataclasses import dataclass, field
from datetime import date, timedelta

MONTHS = [
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
]
PATIENCE = 300  # seconds for a mail: where its worker was killed, a lease of 120 s has to lapse


@dataclass
class Person:
    """What one person types, word by word; every word is theirs alone."""

    identity: dict
    email: str
    fund: dict
    addresses: dict
    number: str = "RK123456789FR"
    quote: str = "Votre opposition est enregistrée"
    cnil_number: str = "26-01234"
    consents: dict = field(default_factory=lambda: {"consent": "on"})


class Story:
    """One person's way through the portal, from the first page to the CNIL."""

    def __init__(self, visitor, person):
        self.v, self.person = visitor, person
        self.refs, self.pdfs, self.seen_pages = {}, {}, {}
        self.began = None

    # --- where and when --------------------------------------------------------------------

    def today(self):
        """The day that the demonstration's bar tells."""
        told = re.search(r"nous sommes le <strong>\w+ (\d+)\w* (\w+) (\d+)</strong>", self.v.html)
        return date(int(told[3]), MONTHS.index(told[2]) + 1, int(told[1]))

    def day(self, days):
        """A day of the story, as one types it."""
        return (self.began + timedelta(days)).strftime("%d/%m/%Y")

    def here(self):
        """The day that it is there, as one types it: a move asked for twice moves twice."""
        self.v.get("/dossier/")
        return self.today().strftime("%d/%m/%Y")

    def travel_on(self, days):
        """So many days from here, wherever a move asked for twice has led."""
        self.v.get("/dossier/")
        self.travel_to((self.today() - self.began).days + days)

    def travel_to(self, days):
        """Day after day, or week after week, until that day of the story."""
        self.v.get("/dossier/")
        while self.today() < self.began + timedelta(days):
            left = self.began + timedelta(days) - self.today()
            self.v.press("+ 1 semaine" if left >= timedelta(7) else "+ 1 jour")
            self.v.get("/dossier/")

    def open(self, body, letter):
        """The page of a letter."""
        return self.v.get(f"/dossier/{self.refs[body]}/courrier/{letter}/")

    def say(self, body, act, button, **told):
        """An act, unless the dossier says already that it was done."""
        self.v.get(f"/dossier/{self.refs[body]}/{act}/")
        assert self.v.status == 200, f"{act}: {self.v.status} {self.v.text}"
        self.v.press(button, **told)
        assert self.v.path.startswith("/dossier/?"), f"{act}: {self.v.path} {self.v.text}"
        return self.v.text

    def download(self, body, letter, name):
        """The PDF of a letter's page; the same bytes each time."""
        self.open(body, letter)
        self.v.press("Télécharger le PDF")
        assert self.v.body.startswith(b"%PDF"), f"{letter}: {self.v.status} {self.v.text}"
        self.pdfs.setdefault(name, self.v.body)

    # --- the steps -----------------------------------------------------------------------------

    def fill_the_form(self):
        self.v.get("/s-opposer/")
        self.began = self.began or self.today()
        self.v.press("Continuer", **self.person.identity)
        self.v.press("Continuer", **self.person.fund)
        self.v.press("Voir mes courriers", **self.person.addresses)
        assert "Vos courriers sont prêts" in self.v.text, self.v.text

    def ask_to_be_followed(self):
        if "Suivre mes demandes" not in self.v.text:
            self.fill_the_form()
        self.v.press("Suivre mes demandes")
        reached = {"by": "courriel", "follow_email": self.person.email}
        self.v.press("Suivre mes demandes", **reached, **self.person.consents)
        assert self.v.path == "/suivre/?suite=boite", self.v.text

    def confirm(self):
        self.v.get(self.mailed("/confirmer/"))
        if "Oui, suivre mes demandes" in self.v.text:
            self.v.press("Oui, suivre mes demandes")
        else:  # confirmed just before the portal died: the browser has its cookie, or asks again
            self.v.get("/dossier/")
        if self.v.path != "/dossier/":
            self.come_back()
        letters = re.findall(r"/dossier/([\w-]+)/courrier/(fund|hdh)-objection/", self.v.html)
        self.refs = {name: reference for reference, name in letters}
        assert set(self.refs) == {"fund", "hdh"}, self.v.text

    def mailed(self, kind, but=()):
        """The newest link of that kind that was mailed to this person."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if fresh := [link for link in self.links(kind) if link not in but]:
                return fresh[0]
            time.sleep(0.1)
        raise AssertionError(f"no mail with {kind}:\n{self.v.text}")

    def links(self, kind):
        """The links of that kind in the mails to this person, the newest first."""
        self.v.get("/demo/courriels/")
        own = [part for part in self.v.html.split("<article") if self.person.email in part]
        return re.findall(rf'href="({kind}[\w-]{{22,}}/)"', "".join(own))

    def come_back(self):
        """The browser lost its cookie: a new link is asked for."""
        before = self.links("/dossier/")
        self.v.get("/retrouver/")
        self.v.press("Recevoir un lien", email=self.person.email)
        self.v.get(self.mailed("/dossier/", but=before))

    def send_both(self):
        self.download("fund", "fund-objection", "fund")
        self.download("hdh", "hdh-objection", "hdh")
        left = "Oui, je l’ai envoyé"
        self.say("fund", "poste", left, on=self.day(0), channel="ameli")
        number = self.person.number
        self.say("hdh", "poste", left, on=self.day(0), channel="post", number=number)

    def both_received(self):
        self.travel_to(4)
        told = {"on": self.day(1), "evidence": "acknowledgement"}
        self.say("fund", "recu", "Noter", **told)
        self.say("hdh", "recu", "Noter", on=self.day(3), evidence="signed_return_slip")

    def nothing_came(self):
        self.travel_to(42)
        self.say("fund", "rien", "Non, je n’ai rien reçu")
        self.say("hdh", "rien", "Non, je n’ai rien reçu")

    def first_reminder(self):
        self.download("fund", "reminder-1", "reminder-1")
        self.say("fund", "rappel", "Oui, je l’ai envoyé", on=self.here(), channel="ameli")

    def second_reminder(self):
        self.travel_on(18)
        self.say("fund", "rien", "Non, je n’ai rien reçu")
        self.download("fund", "reminder-2", "reminder-2")
        self.say("fund", "rappel", "Oui, je l’ai envoyé", on=self.here(), channel="ameli")

    def the_fund_answers(self):
        self.travel_on(6)
        self.say(
            "fund",
            "repondu",
            "Noter",
            on=self.here(),
            code="REGISTERED_SNDS",
            scopes=["fund"],
            quote=self.person.quote,
            redirected="on",
        )
        self.say("fund", "couvre", "Noter", verdict="couvre")

    def the_complaint(self):
        self.travel_on(1)
        self.v.get("/dossier/")
        found = re.search(r"/dossier/([\w-]+)/courrier/cnil-complaint-silence/", self.v.html)
        self.refs["cnil"] = found[1]
        self.open("cnil", "cnil-complaint-silence")
        if "Télécharger le PDF" not in self.v.text:
            self.v.press("Voir la plainte", court="no", disclose="yes")
        self.v.press("Télécharger le PDF")
        assert self.v.body.startswith(b"%PDF"), self.v.text
        self.pdfs["complaint"] = self.v.body
        told = {"on": self.here(), "online": "en-ligne", "number": self.person.cnil_number}
        self.say("cnil", "depose", "Oui, je l’ai déposée", **told)

    def steps(self):
        """In the order of the story."""
        return [
            self.fill_the_form,
            self.ask_to_be_followed,
            self.confirm,
            self.send_both,
            self.both_received,
            self.nothing_came,
            self.first_reminder,
            self.second_reminder,
            self.the_fund_answers,
            self.the_complaint,
        ]
