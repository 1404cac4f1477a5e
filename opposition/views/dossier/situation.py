"""Where a demand stands, in a sentence or two: what is known, and nothing more (rule 1)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opposition.domain import french, outcomes
from opposition.domain.vocabulary import WAITING, Evidence, Outcome, State, Track
from opposition.records import Case

# « Registered » is never called more than that (rule 17).
_ENDS: Mapping[Outcome | None, str | Promise] = {
    Outcome.ACCEPTED: gettext_lazy(
        "Votre opposition est enregistrée : gardez la réponse, c’est votre preuve. Cela ne veut "
        "pas dire « sorti du Health Data Hub »."
    ),
    Outcome.PARTIAL: gettext_lazy("Votre opposition est enregistrée en partie."),
    Outcome.REFUSED: gettext_lazy("Votre opposition a été refusée."),
    Outcome.SILENCE: gettext_lazy("Vous avez dit n’avoir rien reçu."),
    Outcome.WITHDRAWN: gettext_lazy("Vous avez retiré votre demande."),
    None: gettext_lazy("L’issue n’est pas connue."),
}


def label(case: Case) -> str:
    """The state in a few words; lateness is a date, and is told as one."""
    if case.plan.late and case.plan.state in WAITING:
        return _("délai dépassé")
    if case.standing.track is not Track.REQUEST and case.plan.state is State.READY:
        return _("gardée en attente")
    return case.plan.state.label


def sentence(case: Case) -> str:
    """What the journal amounts to, for the person."""
    of_track = _REQUEST if case.standing.track is Track.REQUEST else _AT_CNIL
    return of_track[case.plan.state](case)


def _draft(_case: Case) -> str:
    return _("Le suivi n’est pas encore confirmé : le lien est dans votre courriel.")


def _ready(_case: Case) -> str:
    return _("Votre lettre est prête. Aucun délai ne court tant qu’elle n’est pas partie.")


def _sent(case: Case) -> str:
    sending = case.standing.sending
    told = _("Lettre partie le %(day)s.") % {"day": _day(sending.sent_on)}
    if sending.evidence is Evidence.ESTIMATED:
        return told + " " + _("Sa date d’arrivée n’est qu’estimée : le délai n’a pas commencé.")
    return told + " " + _("Rien ne montre encore qu’elle est arrivée : le délai attend.")


def _undelivered(case: Case) -> str:
    told = _("L’envoi est revenu le %(day)s. Aucun délai ne court : il faut le renvoyer.")
    return told % {"day": _day(case.standing.sending.returned_on)}


def _received(case: Case) -> str:
    told = [_arrival(case)]
    if case.plan.late:
        told.append(_lateness(case))
    return " ".join(told)


def _arrival(case: Case) -> str:
    """Whoever writes back has received the letter, on that day at the latest (rule 2)."""
    sending = case.standing.sending
    day = _day(sending.received_on)
    if sending.evidence is Evidence.ACKNOWLEDGEMENT and sending.heard_on == sending.received_on:
        return _("Lettre reçue le %(day)s au plus tard : on vous a écrit ce jour-là.") % {
            "day": day
        }
    proof = sending.evidence.label if sending.evidence else ""
    return _("Lettre reçue le %(day)s (%(proof)s).") % {"day": day, "proof": proof}


def _lateness(case: Case) -> str:
    """The date has passed; whether anything came, only the person has said (rule 1)."""
    due, said = case.plan.deadline, case.standing.sending.nothing_came_on
    if due is None or due.due is None or due.overdue_from is None:
        return ""
    told = _("Le délai de réponse a pris fin le %(day)s.") % {"day": _day(due.due)}
    if said and said >= due.overdue_from:
        told += " " + _("Le %(day)s, vous avez dit n’avoir rien reçu.") % {"day": _day(said)}
    return told


def _suspended(case: Case) -> str:
    asked = case.standing.sending.identity[-1].asked if case.standing.sending.identity else None
    told = _("L’organisme a demandé le %(day)s des précisions sur votre identité.")
    told = told % {"day": _day(asked)}
    if case.plan.deadline and case.plan.deadline.suspended:
        return told + " " + _("Le délai attend que vous les donniez.")
    return told + " " + _("Trop tard pour suspendre le délai : il continue.")


def _answered(case: Case) -> str:
    told = _("Réponse du %(day)s (%(what)s). Il reste à dire si elle couvre votre demande.")
    return told % {"day": _day(case.standing.answered_on), "what": _answers(case)}


def _contested(case: Case) -> str:
    told = _("Vous contestez la réponse du %(day)s (%(what)s).")
    return told % {"day": _day(case.standing.answered_on), "what": _answers(case)}


def _filed(case: Case) -> str:
    told = _("La CNIL est saisie depuis le %(day)s.") % {"day": _day(case.standing.filed_on)}
    if case.standing.judged or case.standing.answered_on is None:
        return told
    late = _("Une réponse est arrivée le %(day)s (%(what)s).")
    words = {"day": _day(case.standing.answered_on), "what": _answers(case)}
    return told + " " + late % words


def _closed(case: Case) -> str:
    told = _("Suivi clos le %(day)s.") % {"day": _day(case.standing.closed_on)}
    return f"{told} {_ENDS[outcomes.of(case.standing)]}"


def _complaint_sent(case: Case) -> str:
    told = _("Plainte partie le %(day)s. Rien ne montre encore qu’elle est arrivée à la CNIL.")
    return told % {"day": _day(case.standing.sending.sent_on)}


def _held(_case: Case) -> str:
    return _("La plainte est écrite, et gardée jusqu’à ce que la loi lui permette de partir.")


def _lodged(case: Case) -> str:
    told = _("La CNIL est saisie depuis le %(day)s.") % {"day": _day(case.standing.lodged_on)}
    news = case.standing.cnil_news
    if news:
        told += " " + _("Dernières nouvelles : le %(day)s.") % {"day": _day(max(news))}
    return told


def _decided(case: Case) -> str:
    told = _("Suivi clos le %(day)s.") % {"day": _day(case.standing.closed_on)}
    outcome = case.standing.cnil_outcome
    return told + " " + _("Issue : %(what)s.") % {"what": outcome.label} if outcome else told


def _answers(case: Case) -> str:
    """What was answered, each class once, the earliest first."""
    given = sorted(case.standing.answers.values(), key=lambda answer: (answer.on, answer.code))
    return " ; ".join(_once(answer.code.label for answer in given)) or _("à lire")


def _once(words: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(words)


def _day(on: date | None) -> str:
    return french.day(on) if on else ""


_REQUEST: Mapping[State, Callable[[Case], str]] = {
    State.DRAFT: _draft,
    State.READY: _ready,
    State.SENT: _sent,
    State.UNDELIVERED: _undelivered,
    State.RECEIVED: _received,
    State.SUSPENDED: _suspended,
    State.ANSWERED: _answered,
    State.CONTESTED: _contested,
    State.FILED: _filed,
    State.CLOSED: _closed,
}
_AT_CNIL: Mapping[State, Callable[[Case], str]] = {
    **_REQUEST,
    State.DRAFT: _held,
    State.READY: _held,
    State.SENT: _complaint_sent,
    State.FILED: _lodged,
    State.CLOSED: _decided,
}
