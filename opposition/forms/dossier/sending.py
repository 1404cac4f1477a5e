"""The letter left, arrived, or came back (rule 2)."""

from typing import Any, ClassVar

from django.forms import Field
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.domain import french
from opposition.domain.vocabulary import Channel, Evidence
from opposition.forms.dossier import questions
from opposition.forms.dossier.act import DatedForm, Depending
from opposition.forms.resuming.questions import UNKNOWN, day

PROVED = frozenset(proof.value for proof in Evidence if proof.opens)


class LeavingForm(DatedForm):
    """A letter that has left: ours, kept as it is from then on, or another copy, other words."""

    @property
    def own(self) -> bool:
        """Whether what left is not the letter made here."""
        return bool(self.cleaned_data["other"])

    @property
    def told(self) -> dict[str, Any]:
        """Without the letter itself, which is the view's to find."""
        return {name: value for name, value in super().told.items() if name != "other"}


class ByAWayForm(LeavingForm):
    """A letter to a body: the day, the way, the number that the post gave it."""

    when, missing = _("Envoyé le"), _("indiquez le jour de l’envoi.")
    after: ClassVar[Depending] = {"channel": {"number": {Channel.POST}}}

    def ask(self) -> dict[str, Field]:
        """A number is only the post's."""
        return super().ask() | {
            "channel": questions.channel(self.subject),
            "number": questions.post_number(),
            "other": questions.other_copy(),
        }


class PostedForm(ByAWayForm):
    """`poste`."""

    title = _("Vous avez envoyé ce courrier ?")
    lead = _(
        "Le délai ne part pas de l’envoi, mais de l’arrivée. Si dans dix jours rien ne la montre, "
        "nous vous proposerons trois façons d’avancer."
    )
    button = _("Oui, je l’ai envoyé")
    ways = ("deja-ecrit",)

    @property
    def notes(self) -> tuple[str, ...]:
        """A new sending starts a new clock (rule 2)."""
        before = self.subject.case.standing.sending.sent_on
        if before is None:
            return ()
        told = now("Vous l’aviez envoyé le %(day)s : un nouvel envoi fait repartir le délai.")
        return (told % {"day": french.day(before)},)


class AdoptedForm(DatedForm):
    """`deja-ecrit`: a request that the person wrote without us, with its dates."""

    title = _("Vous aviez déjà écrit ?")
    lead = _(
        "Une demande envoyée avant ce dossier, avec vos propres mots, compte aussi : donnez ses "
        "dates, le délai est calculé avec elles."
    )
    when, missing = _("Envoyée le"), _("indiquez le jour de l’envoi.")
    after: ClassVar[Depending] = {"evidence": {"received_on": PROVED, "how": {Evidence.DECLARED}}}

    def ask(self) -> dict[str, Field]:
        """Its arrival may be unknown: it is then proved as any other's."""
        unknown = _("Je ne sais pas quel jour elle est arrivée")
        asked = super().ask() | {
            "channel": questions.channel(self.subject),
            "evidence": questions.evidence(UNKNOWN, unknown),
            "received_on": day(_("Arrivée le"), missing=_("indiquez le jour d’arrivée.")),
            "how": questions.how(),
        }
        asked["evidence"].label = _("Savez-vous quel jour elle est arrivée, et comment ?")
        return asked

    @property
    def told(self) -> dict[str, Any]:
        """Without a proof, its departure alone."""
        return {name: value for name, value in super().told.items() if value != UNKNOWN}


class ReturnedForm(DatedForm):
    """`revenu`."""

    title = _("L’envoi vous est revenu ?")
    lead = _(
        "Une lettre revenue, ou un mail rejeté, n’a pas été reçue : plus aucun délai ne court. "
        "Nous vous demanderons comment la renvoyer."
    )
    button = _("Oui, il est revenu")
    when, missing = _("Revenu le"), _("indiquez le jour où il est revenu.")


class ReceivedForm(DatedForm):
    """`recu`, by a body."""

    title = _("Ils l’ont reçu : quel jour, et comment le savez-vous ?")
    lead = _("Le délai d’un mois part de ce jour-là (RGPD, art. 12, § 3).")
    when, missing = _("Reçu le"), _("indiquez le jour de réception.")
    after: ClassVar[Depending] = {"evidence": {"how": {Evidence.DECLARED}}}

    def ask(self) -> dict[str, Field]:
        """An estimate may be told; it opens nothing."""
        guessed = questions.hinted(
            _("Je ne fais qu’estimer cette date"),
            _("Elle est notée, mais n’ouvre rien : ni délai, ni rappel, ni plainte."),
        )
        return super().ask() | {
            "evidence": questions.evidence(Evidence.ESTIMATED, guessed),
            "how": questions.how(),
        }


class ProofAskedForm(DatedForm):
    """`accuse`."""

    title = _("Vous avez demandé un accusé de réception ?")
    lead = _(
        "L’organisme vous le doit (CRPA, art. L. 112-3). S’il ne vient pas, nous vous en "
        "reparlerons dix jours après."
    )
    button = _("Oui, je l’ai demandé")
    when, missing = _("Demandé le"), _("indiquez le jour de cette demande.")
