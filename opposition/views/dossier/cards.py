"""A demand as its card shows it: each part of the card is one small function of its case."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition import vault
from opposition.correspondence import followed
from opposition.correspondence.followed import histories
from opposition.domain.vocabulary import DISPUTABLE, GRANTS, UNSENT, WAITING, State, Track
from opposition.models import Dossier
from opposition.records import Case
from opposition.views.dossier import (
    agenda,
    clockface,
    papers,
    proving,
    situation,
    stages,
    ways_on,
    words,
)
from opposition.views.dossier.agenda import Ahead
from opposition.views.dossier.clockface import Face
from opposition.views.dossier.papers import Paper
from opposition.views.dossier.proving import Proof
from opposition.views.dossier.stages import Stage
from opposition.views.dossier.ways_on import Link
from opposition.views.outlook import Outlook, ShownOffer

Text = str | Promise

_UPDATE = _(
    "Informez la CNIL de cette réponse : quelques mots, avec le numéro de votre plainte, suffisent."
)


@dataclass(frozen=True)
class Card:
    """What the page says of one demand."""

    case: Case
    today: date
    name: str
    offers: tuple[ShownOffer, ...]
    after: Text
    papers: tuple[Paper, ...]
    proof: Proof | None

    @property
    def anchor(self) -> str:
        """The reference, which is also the id of the card."""
        return self.case.demand.reference

    @property
    def title(self) -> Text:
        """« Votre caisse »."""
        return words.called(self.case).title

    @property
    def label(self) -> str:
        """The state, in a few words."""
        return situation.label(self.case)

    @property
    def sentence(self) -> str:
        """The state, in a sentence or two."""
        return situation.sentence(self.case)

    @property
    def turn(self) -> Text:
        """Whose turn it is."""
        return words.turn(self.case)

    @property
    def face(self) -> Face | None:
        """The date in large print."""
        return clockface.face(self.case, self.today)

    @property
    def why(self) -> tuple[str, ...]:
        """How it was counted; nothing while no date of the law is shown."""
        due = self.case.plan.deadline
        return due.steps if due and agenda.owing(self.case) else ()

    @property
    def then(self) -> list[Ahead]:
        """What else comes, unless the large date says it."""
        face = self.face
        shown = face.on if face and not face.over else None
        ahead = agenda.ahead(self.case, self.today)
        return [one for one in ahead if one.on != shown and not (one.proposes and self.pressing)]

    @property
    def notes(self) -> tuple[Text, ...]:
        """The plan's advice, and what the answer received means."""
        told = (self.after, _UPDATE if _granted_late(self.case) else "")
        return (*self.case.plan.notes, *(note for note in told if note))

    @property
    def awaited(self) -> bool:
        """The body asked who the person is (RGPD, art. 12(6))."""
        return self.case.standing.identity_awaited and self.case.standing.open

    @property
    def closed(self) -> bool:
        """Over, until the person takes it up again; what was withdrawn is not."""
        return not (self.case.standing.open or self.case.standing.withdrawn)

    @property
    def pressing(self) -> bool:
        """A letter is open today: its lines are not folded away."""
        return any(offer.open for offer in self.offers)

    @property
    def answers(self) -> list[Link]:
        """The acts that answer what is asked."""
        # The three ways of rule 2 hold theirs.
        return [] if self.proof else ways_on.answers(self.case, self.today)

    @property
    def others(self) -> list[Link]:
        """What else may have happened."""
        return ways_on.others(self.case, self.today)

    @property
    def path(self) -> list[Stage]:
        """The way of this demand, as far as it went."""
        return stages.of(self.case)


def of(dossier: Dossier, cases: Sequence[Case], today: date) -> list[Card]:
    """The cards of a dossier: its requests, and the complaints that have left."""
    key, identity = vault.unwrap(dossier.key, dossier.id), followed.read_identity(dossier)
    rows = papers.rows(dossier)
    found = []
    for case in _shown(cases):
        body = followed.body_of(case.demand, key)
        read = histories.read(dossier, case, key) if _offering(case) else None
        outlook = Outlook(read, today) if read else None
        found.append(
            Card(
                case=case,
                today=today,
                name=body.name if case.about is None else words.about(case.about),
                offers=tuple(outlook.offers) if outlook else (),
                after=outlook.after if outlook and case.plan.state is State.ANSWERED else "",
                papers=tuple(papers.of(case, rows)),
                proof=proving.ways_to(case, identity, body),
            )
        )
    return found


def _shown(cases: Iterable[Case]) -> Iterator[Case]:
    """A complaint that never left has its line among those that are held, not a card."""
    return (case for case in cases if case.standing.track is Track.REQUEST or left(case))


def left(case: Case) -> bool:
    """Whether this complaint has gone on its way."""
    standing = case.standing
    return standing.state not in UNSENT and bool(standing.sending.sent_on or standing.lodged_on)


def _offering(case: Case) -> bool:
    """Reminder and complaint are spoken of once the letter has arrived."""
    return case.standing.track is Track.REQUEST and case.plan.state in WAITING | DISPUTABLE


def _granted_late(case: Case) -> bool:
    """A good answer that came after the CNIL was seized (rule 11)."""
    standing = case.standing
    return case.plan.state is State.FILED and not standing.judged and bool(standing.codes & GRANTS)
