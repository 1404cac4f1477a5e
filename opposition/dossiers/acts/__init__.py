"""What a person says happened: each act writes its lines once, however often it is sent.

`act(case, today=…, seen=…, …)`: `case` is the demand's, `seen` the last line that the page showed.
All raise ActError for a date that cannot be, records.StaleError for an outdated page,
Dossier.DoesNotExist for an erased dossier. The same act sent again is a silent success.
"""

from collections.abc import Callable, Mapping

from opposition.dossiers.acts.cnil import cnil_news, cnil_outcome, cnil_registered, filed
from opposition.dossiers.acts.correcting import corrected, mendable, struck
from opposition.dossiers.acts.faults import ActError
from opposition.dossiers.acts.judging import contested, covered, incomplete, nothing_came
from opposition.dossiers.acts.offering import QUESTIONS, answering, offered
from opposition.dossiers.acts.reminding import reminder_sent, reminder_skipped
from opposition.dossiers.acts.replies import (
    answered,
    extended,
    identity_asked,
    identity_given,
    redirected,
)
from opposition.dossiers.acts.sending import adopted, posted, proof_asked, received, returned

# By the word of their page.
ACTS: Mapping[str, Callable[..., None]] = {
    "poste": posted,
    "deja-ecrit": adopted,
    "revenu": returned,
    "recu": received,
    "accuse": proof_asked,
    "rien": nothing_came,
    "repondu": answered,
    "identite": identity_asked,
    "identite-donnee": identity_given,
    "delai": extended,
    "renvoi": redirected,
    "couvre": covered,
    "incomplet": incomplete,
    "conteste": contested,
    "rappel": reminder_sent,
    "sans-rappel": reminder_skipped,
    "depose": filed,
    "cnil-enregistre": cnil_registered,
    "cnil-nouvelles": cnil_news,
    "cnil-decision": cnil_outcome,
    "corriger": corrected,
    "annuler": struck,
}

__all__ = [
    "ACTS",
    "QUESTIONS",
    "ActError",
    "adopted",
    "answered",
    "answering",
    "cnil_news",
    "cnil_outcome",
    "cnil_registered",
    "contested",
    "corrected",
    "covered",
    "extended",
    "filed",
    "identity_asked",
    "identity_given",
    "incomplete",
    "mendable",
    "nothing_came",
    "offered",
    "posted",
    "proof_asked",
    "received",
    "redirected",
    "reminder_sent",
    "reminder_skipped",
    "returned",
    "struck",
]
