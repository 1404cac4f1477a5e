"""What a notice says of each step, in a sentence or two: what is asked, and of which demand.

Bodies go by plain names, and no person by any. Lateness is a date; whether there was silence, only
the person says (rule 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opposition.domain import french
from opposition.domain.vocabulary import StepKind
from opposition.models.addressee import Kind

HEADINGS: Mapping[Kind, str | Promise] = {
    Kind.FUND: gettext_lazy("À votre caisse, référence %(reference)s"),
    Kind.CNAM: gettext_lazy("À l’Assurance maladie (CNAM), référence %(reference)s"),
    Kind.HDH: gettext_lazy("Au Health Data Hub, référence %(reference)s"),
    Kind.CNIL: gettext_lazy("À la CNIL, référence %(reference)s"),
}

SENTENCES: Mapping[StepKind, str | Promise] = {
    StepKind.ASK_POSTED: gettext_lazy(
        "Votre lettre est-elle partie\u202f? Si oui, dites quel jour et par quel moyen\u202f: "
        "sans cela, aucun délai ne peut être compté."
    ),
    StepKind.OFFER_PROOF: gettext_lazy(
        "Savez-vous si votre lettre est arrivée, et quel jour\u202f? Tant qu’on l’ignore, aucun "
        "délai ne peut être compté. Votre page propose trois façons de le savoir."
    ),
    StepKind.ASK_RESEND: gettext_lazy(
        "Votre envoi est revenu\u202f: il n’a pas été remis. Par quel moyen souhaitez-vous "
        "l’envoyer de nouveau\u202f?"
    ),
    StepKind.ASK_SILENCE: gettext_lazy(
        "Une réponse était attendue au plus tard le %(day)s. Avez-vous reçu quelque chose\u202f: "
        "courrier, message ameli, mail\u202f? Regardez partout, puis dites-le, que ce soit oui "
        "ou non\u202f: la suite en dépend, et rien ne part sans vous."
    ),
    StepKind.PROPOSE_REMINDER_1: gettext_lazy(
        "Vous avez dit n’avoir rien reçu. Une lettre de rappel est prête, à relire et à envoyer. "
        "Vous pouvez saisir la CNIL dès aujourd’hui\u202f; un rappel est facultatif."
    ),
    StepKind.PROPOSE_REMINDER_2: gettext_lazy(
        "Vous avez dit n’avoir toujours rien reçu. Un second rappel est prêt, à relire et à "
        "envoyer. Vous pouvez saisir la CNIL dès aujourd’hui\u202f; un rappel est facultatif."
    ),
    StepKind.PROPOSE_COMPLAINT: gettext_lazy(
        "Vous pouvez saisir la CNIL, si vous le souhaitez. Votre page a préparé la plainte\u202f: "
        "vous la relisez, et c’est vous qui la déposez, ou non."
    ),
    StepKind.ASK_IDENTITY: gettext_lazy(
        "Des précisions d’identité vous ont été demandées. Les avez-vous données\u202f? Si oui, "
        "dites quel jour\u202f; sinon, votre page explique comment répondre, par écrit d’abord."
    ),
    StepKind.ASK_SCOPE: gettext_lazy(
        "Une réponse est notée. Couvre-t-elle tout ce que vous avez demandé\u202f? Personne ne "
        "peut le dire à votre place\u202f: rien ne se clôt sans vous."
    ),
    StepKind.EXPLAIN_LIMIT: gettext_lazy(
        "Ce qui vous a été répondu rappelle ce que la loi réserve, et que votre lettre ne "
        "demandait pas. Le délai continue pour le reste\u202f; votre page l’explique."
    ),
    StepKind.EXPLAIN_REDIRECT: gettext_lazy(
        "On vous renvoie vers un autre organisme. Cela ne dispense pas de vous répondre\u202f: le "
        "délai continue. Votre page l’explique, et propose d’écrire aussi à l’autre."
    ),
    StepKind.ASK_REPLY: gettext_lazy(
        "Un message est arrivé, que personne n’a encore lu. Que dit-il\u202f? D’ici là, rien "
        "d’autre ne vous sera proposé."
    ),
    StepKind.OFFER_CNIL_UPDATE: gettext_lazy(
        "Une réponse est notée alors que la CNIL est saisie. Vous pouvez l’en informer."
    ),
    StepKind.TELL_CNIL_SILENT: gettext_lazy(
        "Le délai de la CNIL allait jusqu’au %(day)s. Vous a-t-elle écrit\u202f? Si oui, dites "
        "quel jour\u202f: ses nouvelles font repartir le délai."
    ),
    StepKind.WARN_CLOSING: gettext_lazy(
        "Rien n’a été noté ici depuis un an. Sans signe de vous, ce suivi sera clos le %(day)s. "
        "Vous pouvez le garder ouvert depuis votre page. Clos, il peut être repris, et vos "
        "lettres restent valables."
    ),
}

# Told, not asked: the subject of the mail does not speak of a question then.
TOLD = frozenset({StepKind.EXPLAIN_LIMIT, StepKind.EXPLAIN_REDIRECT, StepKind.OFFER_CNIL_UPDATE})


@dataclass(frozen=True)
class Paragraph:
    """One demand and one step, as the mail prints them."""

    heading: str
    sentence: str
    last_time: bool


def paragraph(
    kind: Kind, reference: str, step: StepKind, *, day: date | None = None, again: bool = False
) -> Paragraph:
    """What is said of this step of this demand; `again` where it was said a week ago."""
    told = {"day": french.long_date(day) if day else ""}
    return Paragraph(
        heading=str(HEADINGS[kind]) % {"reference": reference},
        sentence=str(SENTENCES[step]) % told,
        last_time=again,
    )


def subject(steps: list[StepKind]) -> str:
    """Says that something is there, and nothing of what (a passer-by may read it)."""
    if set(steps) <= TOLD:
        return _("Votre suivi\u202f: du nouveau sur votre page")
    return _("Votre suivi\u202f: une question vous attend")
