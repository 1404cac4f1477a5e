"""Rule 2: what to write and where to go while nothing shows that a letter arrived."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from opposition.channels import mailto, ways
from opposition.correspondence.followed import Identity
from opposition.domain import french
from opposition.domain.vocabulary import Track
from opposition.models import Addressee
from opposition.records import Case
from opposition.views.dossier import ways_on


@dataclass(frozen=True)
class Proof:
    """The three ways: a text to copy and its mail, then two addresses."""

    text: str
    mailto: str
    asked: str
    declare: str
    again: str


def ways_to(case: Case, identity: Identity, body: Addressee) -> Proof | None:
    """Nothing while the plan offers none; the CNIL registers a complaint and says so by itself."""
    if not case.plan.proof_ways or case.standing.track is not Track.REQUEST:
        return None
    text = asking(case, identity)
    subject = _("Accusé de réception, demande %(ref)s") % {"ref": case.demand.reference}
    most = ways.ways()["mail"].most or 0
    return Proof(
        text=text,
        mailto=mailto.link(body.mailbox, subject, text, most=most) if body.mailbox else "",
        asked=ways_on.act(case, "accuse"),
        declare=ways_on.act(case, "recu"),
        again=ways_on.letter(case, ways_on.first(case)),
    )


def asking(case: Case, identity: Identity) -> str:
    """The few words that ask for an acknowledgement (CRPA, art. L. 112-3, R. 112-5)."""
    sent = case.standing.sending.sent_on
    told = _(
        "Madame, Monsieur,\n\n"
        "Le %(day)s, je vous ai adressé une demande d’opposition à la réutilisation de données de "
        "santé (personne concernée : %(name)s ; référence : %(reference)s).\n\n"
        "Merci de m’en accuser réception par écrit, en indiquant le jour où vous l’avez reçue "
        "(code des relations entre le public et l’administration, art. L. 112-3).\n\n"
        "%(signer)s"
    )
    return told % {
        "day": french.day(sent) if sent else "…",
        "name": identity.name,
        "reference": case.demand.reference,
        "signer": _signer(identity),
    }


def _signer(identity: Identity) -> str:
    who = identity.citizen
    return f"{who['given_names']} {who.get('usual_name') or who['birth_name']}".strip()
