"""How this person sends this letter: the ways that are theirs, in the order of rule 8."""

from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from letters.facts import Capacity
from letters.reading import age
from opposition.correspondence import Request, followed
from opposition.correspondence.followed import Identity
from opposition.forms.you import CHILD, OF_AGE, SELF, WARD, YouForm
from opposition.views import shown
from opposition.views.dossier.writing import Desk
from opposition.views.shown import ShownLetter


@dataclass(frozen=True)
class Signer:
    """What the ways depend on; the form of the first step says the same."""

    identity: Identity
    today: date

    @property
    def who_is(self) -> str:
        """For whom: one of SELF, CHILD, WARD."""
        represented = self.identity.represents
        if represented is None:
            return SELF
        return CHILD if Capacity(represented["capacity"]).of_a_child else WARD

    @property
    def minor_alone(self) -> bool:
        """15 to 17, for oneself: the parents may see what comes back (rule 16)."""
        born = date.fromisoformat(self.identity.citizen["birth_date"])
        return self.who_is == SELF and age(born, self.today) < OF_AGE


@dataclass(frozen=True)
class Mail:
    """The letter as the page shows it, and who sends it."""

    one: ShownLetter
    you: Signer


def of(desk: Desk, request: Request) -> Mail:
    """A complaint is cut for the CNIL's form, any other letter for a message box."""
    signer = Signer(followed.read_identity(desk.dossier), desk.today)
    one = shown.letter(request, cast("YouForm", signer))
    if desk.is_complaint:
        one = replace(one, pieces=followed.pieces(request))
    return Mail(one, signer)
