"""What an answer may say, in plain words, and what follows from it (rule 6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import AnswerCode

Text = str | Promise


@dataclass(frozen=True)
class Kind:
    """One choice: what the body said, a word of help, and what the next page says of it."""

    label: Text
    hint: Text = ""
    after: Text = ""


_CONTESTED = _("Si vous la contestez, vous pouvez saisir la CNIL dès maintenant.")
_REFUSED = _("C’est un refus de ce que vous demandiez : la CNIL peut être saisie sans attendre.")
_RESERVED = _(
    "Ce refus ne porte que sur ce que la loi exclut, et que vous ne demandiez pas : il n’ouvre pas "
    "de plainte."
)

# A demand for identity and an extension are dates of the step before: they move the deadline.
KINDS: Mapping[AnswerCode, Kind] = {
    AnswerCode.ACK: Kind(
        _("Un simple accusé de réception"),
        after=_("Un accusé de réception ne répond pas à la demande : le délai continue."),
    ),
    AnswerCode.REGISTERED_SNDS: Kind(
        _("Mon opposition est enregistrée, pour tout ce que je demandais"),
        after=_(
            "Gardez cette réponse : c’est votre preuve. « Opposition enregistrée » ne veut pas "
            "dire « sortie du Health Data Hub ». Aucun autre courrier n’est utile ici."
        ),
    ),
    AnswerCode.REGISTERED_PARTIAL: Kind(
        _("Mon opposition est enregistrée, mais en partie, ou sans dire pour quoi"),
        after=_CONTESTED,
    ),
    AnswerCode.REDIRECT: Kind(
        _("On me renvoie vers un autre organisme"),
        after=_("Si vous ne l’avez pas fait, écrivez aussi à l’autre organisme."),
    ),
    AnswerCode.REFUSED_PUBLIC_TASK: Kind(
        _("Un refus, au nom d’une mission d’intérêt public ou d’un motif impérieux"),
        after=_REFUSED,
    ),
    AnswerCode.REFUSED_UNIDENTIFIABLE: Kind(
        _("Un refus : mes données sont pseudonymisées, on ne peut pas m’y reconnaître"),
        after=_REFUSED,
    ),
    AnswerCode.REFUSED_EXCESSIVE: Kind(
        _("Un refus : ma demande serait infondée ou excessive"), after=_REFUSED
    ),
    AnswerCode.REFUSED_MAIN_DB: Kind(
        _("Un refus, mais seulement pour la base principale du SNDS"),
        _("Code de la santé publique, art. R. 1461-9, II, 1° : la loi l’exclut."),
        _RESERVED,
    ),
    AnswerCode.REFUSED_PERMANENT: Kind(
        _("Un refus, mais seulement pour les organismes à accès permanent"),
        _("Même article, 2° : la loi l’exclut."),
        _RESERVED,
    ),
    AnswerCode.NOT_CONTROLLER: Kind(
        _("L’organisme dit qu’il n’est pas responsable"), after=_CONTESTED
    ),
    AnswerCode.NO_DATA: Kind(_("L’organisme dit n’avoir aucune donnée sur moi"), after=_CONTESTED),
    AnswerCode.OTHER: Kind(
        _("Autre chose"), _("Recopiez alors la phrase principale, plus bas."), _CONTESTED
    ),
}
