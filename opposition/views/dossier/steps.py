"""The portal's own dated steps, in plain words: what it will do, what it has done."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import StepKind

Text = str | Promise

# After « le jeudi 24 décembre 2026, ». Only what concerns the person is announced.
AHEAD: Mapping[StepKind, Text] = {
    StepKind.ASK_POSTED: _("nous vous demanderons si la lettre est partie"),
    StepKind.OFFER_PROOF: _("sans preuve d’arrivée, nous vous proposerons trois façons d’avancer"),
    StepKind.ASK_RESEND: _("nous vous demanderons comment renvoyer la lettre"),
    StepKind.ASK_SILENCE: _("nous vous demanderons si quelque chose est arrivé"),
    StepKind.PROPOSE_REMINDER_1: _("nous vous proposerons un rappel"),
    StepKind.PROPOSE_REMINDER_2: _("nous vous proposerons un second rappel"),
    StepKind.PROPOSE_COMPLAINT: _("nous vous proposerons la plainte à la CNIL"),
    StepKind.ASK_IDENTITY: _("nous vous rappellerons les précisions demandées"),
    StepKind.ASK_SCOPE: _("nous vous redemanderons si la réponse couvre votre demande"),
    StepKind.TELL_CNIL_SILENT: _("nous vous demanderons si la CNIL vous a écrit"),
}

DONE: Mapping[StepKind, Text] = {
    StepKind.ASK_POSTED: _("Le portail a demandé si la lettre est partie"),
    StepKind.REVIEW_UNSENT: _("Le portail a signalé à l’équipe un courriel non parti"),
    StepKind.OFFER_PROOF: _("Le portail a proposé trois façons de prouver l’arrivée"),
    StepKind.ASK_RESEND: _("Le portail a demandé comment renvoyer la lettre"),
    StepKind.ASK_SILENCE: _("Le portail a demandé si quelque chose est arrivé"),
    StepKind.PROPOSE_REMINDER_1: _("Le portail a proposé un rappel"),
    StepKind.PROPOSE_REMINDER_2: _("Le portail a proposé un second rappel"),
    StepKind.PROPOSE_COMPLAINT: _("Le portail a proposé la plainte à la CNIL"),
    StepKind.ASK_IDENTITY: _("Le portail a rappelé les précisions demandées"),
    StepKind.ASK_SCOPE: _("Le portail a demandé si la réponse couvre votre demande"),
    StepKind.EXPLAIN_LIMIT: _("Le portail a expliqué ce que la loi réserve"),
    StepKind.EXPLAIN_REDIRECT: _("Le portail a expliqué ce qu’un renvoi change, et ne change pas"),
    StepKind.ASK_REPLY: _("Le portail a demandé ce que dit le message arrivé"),
    StepKind.REVIEW_REPLY: _("Le portail a confié le message à son équipe"),
    StepKind.OFFER_CNIL_UPDATE: _("Le portail a proposé d’informer la CNIL de la réponse"),
    StepKind.TELL_CNIL_SILENT: _("Le portail a dit que les trois mois de la CNIL sont passés"),
    StepKind.WARN_CLOSING: _("Le portail a prévenu que le suivi va se clore"),
    StepKind.CLOSE: _("Le portail a clos le suivi"),
}
