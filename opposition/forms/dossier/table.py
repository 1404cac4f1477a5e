"""The form of each act, by the word of its address; none where the demand knows no such act."""

from collections.abc import Mapping

from opposition.domain.vocabulary import Track
from opposition.dossiers.acts.correcting import CORRECT, STRIKE
from opposition.forms.dossier import cnil, delays, judging, reminding, replies, sending
from opposition.forms.dossier.act import ActForm
from opposition.forms.dossier.correcting import CorrectionForm, StrikeForm
from opposition.records import Case

AT_BODY: Mapping[str, type[ActForm]] = {
    "poste": sending.PostedForm,
    "deja-ecrit": sending.AdoptedForm,
    "revenu": sending.ReturnedForm,
    "recu": sending.ReceivedForm,
    "accuse": sending.ProofAskedForm,
    "rien": replies.SilenceForm,
    "repondu": replies.AnsweredForm,
    "identite": delays.IdentityAskedForm,
    "identite-donnee": delays.IdentityGivenForm,
    "delai": delays.ExtendedForm,
    "renvoi": delays.RedirectedForm,
    judging.COVERED: judging.VerdictForm,
    judging.INCOMPLETE: judging.VerdictForm,
    judging.CONTESTED: judging.VerdictForm,
    "rappel": reminding.ReminderForm,
    "sans-rappel": reminding.SkipForm,
    CORRECT: CorrectionForm,
    STRIKE: StrikeForm,
}
AT_CNIL: Mapping[str, type[ActForm]] = {
    "depose": cnil.FiledForm,
    "revenu": sending.ReturnedForm,
    "recu": cnil.ArrivedForm,
    "cnil-enregistre": cnil.RegisteredForm,
    "cnil-nouvelles": cnil.NewsForm,
    "cnil-decision": cnil.OutcomeForm,
    CORRECT: CorrectionForm,
    STRIKE: StrikeForm,
}


def form_of(case: Case, word: str) -> type[ActForm] | None:
    """What is said to a body is not said to the CNIL, and the other way round."""
    table = AT_BODY if case.demand.track == Track.REQUEST else AT_CNIL
    return table.get(word)
