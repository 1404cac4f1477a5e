"""A dossier of which everything personal is known: each sealed field holds a word to look for."""

from opposition import records
from opposition.correspondence import followed
from opposition.domain.vocabulary import Channel
from opposition.dossiers import acts, changing, links
from opposition.models import Dossier, Letter
from opposition.models.dossier import Purpose
from opposition.models.mail import Occasion
from tests.opposition import typed
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import MORNING, RECEIVED, SENT

# Every sealed field, by its label, and the word that it holds.
WORDS = {
    "dossier.identity": "D’Aubigné-Nguyễn",
    "dossier.email": made.ADDRESS,
    "dossier.next_email": "neuve@exemple.fr",
    "demand.body": "Caisse des bergers",
    "event.private": "1A 234 567",
    "letter.content": "R. 1461-9",
    "dispatch.content": "mot-de-l-avis",
}


def led() -> Dossier:
    """Opened by mail for a typed fund, its letter posted, its address about to change."""
    dossier = made.confirmed(email=made.ADDRESS, told=made.answers(fund=typed.TYPED_FUND))
    letter = frozen(dossier)
    told = {"on": SENT, "channel": Channel.POST, "letter": letter.id, "number": "1A 234 567"}
    made.act(dossier, "fund", acts.posted, **told)
    told = {"on": RECEIVED, "evidence": made.SLIP}
    made.act(dossier, "fund", acts.received, today=RECEIVED, **told)
    changing.change_email(dossier, "neuve@exemple.fr", now=MORNING)
    said = {"word": "mot-de-l-avis"}
    records.outbox.queue(dossier, Occasion.TIMELINE, cause="test", content=said, now=MORNING)
    links.mint(dossier, Purpose.MAILED)
    return dossier


def frozen(dossier, name="fund") -> Letter:
    """The first letter of a demand, handed out."""
    cases = list(made.cases(dossier).values())
    demand = made.cases(dossier)[name].demand
    written = followed.compose(dossier, cases, demand, f"{name}-objection", today=SENT)
    return followed.freeze(dossier, demand, written, at=MORNING)
