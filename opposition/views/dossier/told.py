"""One line of a journal in plain words: what happened, and what stands beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from opposition.domain.events import Event, code_of, scopes_of
from opposition.domain.vocabulary import ASKED, ONLY_THE_PERSON, Kind, Party, Scope, Track
from opposition.forms.resuming.answers import DEFECTS
from opposition.views.dossier import steps

Text = str | Promise


@dataclass(frozen=True)
class Said:
    """A line about to be told: the fact, the track of its demand, its private part opened."""

    event: Event
    track: Track
    private: Mapping[str, str]


BY: Mapping[Party, Text] = {
    Party.CITIZEN: lazy("noté par vous"),
    Party.ADDRESSEE: lazy("écrit par l’organisme"),
    Party.PORTAL: lazy("noté par le portail"),
    Party.REVIEWER: lazy("noté par l’équipe du portail"),
}
# Their words say who: « Vous avez… », « Le portail a… ».
_SAY_WHO = ONLY_THE_PERSON | {
    *(Kind.CONFIRMED, Kind.PROOF_ASKED, Kind.ID_GIVEN, Kind.REMINDER_SKIPPED, Kind.KEPT),
    *(Kind.WITHDRAWN, Kind.NOTIFIED, Kind.CLOSED),
}

_PLAIN: Mapping[Kind, Text] = {
    Kind.CONFIRMED: lazy("Vous avez confirmé le suivi"),
    Kind.PRINTED: lazy("Courrier téléchargé"),
    Kind.RETURNED: lazy("L’envoi est revenu"),
    Kind.PROOF_ASKED: lazy("Vous avez demandé un accusé de réception"),
    Kind.REPLY_MATCHED: lazy("Un message est arrivé, à confirmer"),
    Kind.REPLY_SET_ASIDE: lazy("Message mis de côté"),
    Kind.ACKNOWLEDGED: lazy("Accusé de réception"),
    Kind.ID_GIVEN: lazy("Vous avez donné les précisions demandées"),
    Kind.REDIRECTED: lazy("On vous renvoie à un autre organisme"),
    Kind.LIMITED: lazy("Rappel de ce que la loi réserve"),
    Kind.NOTHING_CAME: lazy("Vous avez dit n’avoir rien reçu"),
    Kind.COVERED: lazy("Vous avez dit que la réponse couvre votre demande"),
    Kind.CONTESTED: lazy("Vous contestez la réponse"),
    Kind.REMINDER_SKIPPED: lazy("Vous avez préféré ne pas envoyer de rappel"),
    Kind.KEPT: lazy("Vous avez prolongé le suivi"),
    Kind.WITHDRAWN: lazy("Vous avez retiré votre demande"),
    Kind.MENDED: lazy("Coordonnées corrigées, pour les prochains courriers"),
    Kind.EMAIL_CHANGED: lazy("Adresse électronique du suivi changée"),
    Kind.MUTED: lazy("Avis par courriel arrêtés"),
    Kind.UNMUTED: lazy("Avis par courriel repris"),
    Kind.FILED: lazy("Plainte déposée"),
    Kind.CNIL_REGISTERED: lazy("Plainte enregistrée"),
    Kind.CNIL_NEWS: lazy("Nouvelles de la CNIL"),
    Kind.REOPENED: lazy("Suivi repris"),
    Kind.CORRECTED: lazy("Ligne corrigée"),
}
# The sealed parts, in the order in which they are shown.
_BESIDE: Mapping[str, Text] = {
    "number": lazy("numéro %s"),
    "how": lazy("connu par : %s"),
    "quote": lazy("« %s »"),
    "missing": lazy("il y manque : %s"),
}


def words(said: Said) -> str:
    """What happened."""
    tell = _TOLD.get(said.event.kind)
    return tell(said) if tell else str(_PLAIN[said.event.kind])


def by(said: Said) -> Text:
    """By whom it was noted, where the words do not say it."""
    return "" if said.event.kind in _SAY_WHO else BY[said.event.by]


def beside(said: Said) -> list[str]:
    """What only the person and their dossier know of it: a number, a sentence quoted."""
    private = dict(said.private)
    if "missing" in private:
        # What a refusal must say (RGPD, art. 12(4)).
        named = (_lowered(label) for word, label in DEFECTS if word in private["missing"])
        private["missing"] = ", ".join(named)
    return [str(frame) % private[name] for name, frame in _BESIDE.items() if private.get(name)]


def _lowered(label: Text) -> str:
    """« Les raisons » within a sentence; « la CNIL » keeps its capitals."""
    return str(label)[:1].lower() + str(label)[1:]


def _prepared(said: Said) -> str:
    if said.track is Track.REQUEST:
        return _("Lettre préparée")
    return _("Plainte préparée, et gardée en attente")


def _sent(said: Said) -> str:
    what = _("Lettre envoyée") if said.track is Track.REQUEST else _("Plainte envoyée")
    return _with(what, _way(said.event))


def _received(said: Said) -> str:
    evidence = said.event.facts.get("evidence")
    return _with(_("Arrivée du courrier"), evidence.label if evidence else _("date estimée"))


def _id_asked(said: Said) -> str:
    told = _("On vous demande des précisions sur votre identité")
    return told if said.event.facts.get("reasoned", True) else _with(told, _("sans dire pourquoi"))


def _extended(said: Said) -> str:
    told = _("On vous annonce deux mois de plus")
    return told if said.event.facts.get("reasoned", True) else _with(told, _("sans raisons"))


def _answered(said: Said) -> str:
    """« Refus : … », « Opposition enregistrée (inscription auprès de la caisse) »."""
    label = code_of(said.event).label
    return _with(label[:1].upper() + label[1:], _scopes(said.event))


def _incomplete(said: Said) -> str:
    told = _("Vous avez dit qu’une partie reste sans réponse")
    return _with(told, _scopes(said.event) if said.event.facts.get("scopes") else "")


def _reminder(said: Said) -> str:
    return _with(_("Rappel envoyé"), _way(said.event))


def _outcome(said: Said) -> str:
    outcome = said.event.facts.get("outcome")
    told = _("Décision de la CNIL")
    return f"{told} : {outcome.label}" if outcome else told


def _notified(said: Said) -> str:
    step = said.event.facts.get("step")
    return str(steps.DONE[step]) if step else _("Étape du portail")


def _closed(said: Said) -> str:
    mine = said.event.by is Party.CITIZEN
    return _("Vous avez arrêté le suivi") if mine else _("Suivi clos par le portail")


def _with(told: str, more: str) -> str:
    return f"{told} ({more})" if more else told


def _way(event: Event) -> str:
    channel = event.facts.get("channel")
    return channel.label if channel else ""


def _scopes(event: Event) -> str:
    """In the order of the vocabulary; nothing where it is all that was asked."""
    found = scopes_of(event)
    return "" if found == ASKED else ", ".join(scope.label for scope in Scope if scope in found)


_TOLD: Mapping[Kind, Callable[[Said], str]] = {
    Kind.PREPARED: _prepared,
    Kind.SENT: _sent,
    Kind.RECEIVED: _received,
    Kind.ID_ASKED: _id_asked,
    Kind.EXTENDED: _extended,
    Kind.ANSWERED: _answered,
    Kind.INCOMPLETE: _incomplete,
    Kind.REMINDER_SENT: _reminder,
    Kind.CNIL_OUTCOME: _outcome,
    Kind.NOTIFIED: _notified,
    Kind.CLOSED: _closed,
}
