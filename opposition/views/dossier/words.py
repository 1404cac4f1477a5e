"""What the pages of a dossier call things: bodies, turns, acts; closed lists in plain French."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import UNSENT, Party, Question, State, Track
from opposition.models.addressee import Kind
from opposition.records import Case

Text = str | Promise


@dataclass(frozen=True)
class Called:
    """A kind of body as its title says it, and with « à » before it."""

    title: Text
    to: Text


BODIES: Mapping[str, Called] = {
    Kind.FUND: Called(_("Votre caisse"), _("à votre caisse")),
    Kind.HDH: Called(_("Le Health Data Hub"), _("au Health Data Hub")),
    Kind.CNAM: Called(_("La CNAM"), _("à la CNAM")),
    Kind.CNIL: Called(_("La CNIL"), _("à la CNIL")),
}

# What a person may say, by the word of its address: the words of its button.
ACTS: Mapping[str, Text] = {
    "poste": _("Je l’ai envoyé"),
    "deja-ecrit": _("J’avais déjà écrit de mon côté"),
    "revenu": _("Il m’est revenu"),
    "recu": _("Il est arrivé : voici quel jour"),
    "accuse": _("J’ai demandé un accusé de réception"),
    "rien": _("Non, rien reçu"),
    "repondu": _("J’ai reçu une réponse"),
    "identite": _("On me demande qui je suis"),
    "identite-donnee": _("J’ai donné ces précisions"),
    "delai": _("On me demande plus de temps"),
    "renvoi": _("On me renvoie à un autre organisme"),
    "couvre": _("Oui, elle couvre tout"),
    "incomplet": _("Il en manque une partie"),
    "conteste": _("Je la conteste"),
    "rappel": _("J’ai envoyé un rappel"),
    "sans-rappel": _("Je me passe de rappel"),
    "depose": _("J’ai déposé la plainte"),
    "cnil-enregistre": _("La CNIL a enregistré ma plainte"),
    "cnil-nouvelles": _("La CNIL m’a donné des nouvelles"),
    "cnil-decision": _("La CNIL a décidé"),
}

# What the page says once it is done; the address holds the word alone (`?fait=poste`).
DONE: Mapping[str, Text] = {
    **dict.fromkeys(ACTS, _("C’est noté. Les dates ci-dessous en tiennent compte.")),
    "corriger": _("La ligne est corrigée. Les dates sont recalculées."),
    "annuler": _("La ligne est barrée. Les dates sont recalculées."),
    "coordonnees": _("Vos corrections valent pour les prochains courriers."),
    "courriel": _("C’est noté. Une adresse nouvelle vaut une fois confirmée depuis sa boîte."),
    "avis": _("C’est noté : vos avis par courriel suivent ce choix."),
    "liens": _("Les anciens liens n’ouvrent plus rien."),
    "arreter": _("Le suivi est arrêté. Vos courriers restent valables."),
    "reprendre": _("Le suivi reprend."),
    "garder": _("C’est noté : le suivi continue."),
    "confirmer": _("Votre suivi est confirmé."),
}

_TURNS: Mapping[Party, Text] = {
    Party.CITIZEN: _("C’est à vous."),
    Party.PORTAL: _("C’est au portail : rien à faire."),
    Party.REVIEWER: _("L’équipe du portail s’en occupe : rien à faire."),
}


def act(case: Case, name: str) -> Text:
    """The words of the button of one act."""
    again = name == "poste" and case.standing.sending.sent_on is not None
    return _("Je l’ai renvoyé") if again else ACTS[name]


def called(case: Case) -> Called:
    """How the page calls the body of a demand."""
    return BODIES[case.demand.kind]


def about(case: Case) -> str:
    """What a complaint's card says of the demand behind it."""
    return now("À propos de la demande adressée %(body)s") % {"body": called(case).to}


def turn(case: Case) -> Text:
    """Whose turn it is, in one sentence; nothing once closed, or while a complaint waits."""
    plan = case.plan
    if plan.turn is None or _held(case):
        return ""
    if plan.turn is not Party.ADDRESSEE:
        return _TURNS[plan.turn]
    if plan.state is State.SENT:
        return _("Le courrier est en chemin : rien à faire.")
    if plan.state is State.FILED:
        return _("C’est à la CNIL de se prononcer.")
    return now("C’est %(body)s de répondre.") % {"body": called(case).to}


def question(case: Case) -> Text:
    """What is asked of the person; nothing when it is asked of somebody else, or of nobody."""
    asked = case.plan.question
    mine = asked is not None and case.plan.turn is Party.CITIZEN
    return asked.label if asked and mine else ""


def asked(case: Case) -> Question | None:
    """The question that is open and the person's to answer."""
    return case.plan.question if case.plan.turn is Party.CITIZEN else None


def _held(case: Case) -> bool:
    """A complaint that waits for its lock, or for the person's wish."""
    return case.standing.track is not Track.REQUEST and case.plan.state in UNSENT
