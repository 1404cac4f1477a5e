"""What the portal stores."""

from opposition.models.addressee import Addressee
from opposition.models.demand import Demand
from opposition.models.dossier import AccessLink, Dossier
from opposition.models.journal import Chain, Event
from opposition.models.mail import Dispatch, Letter

__all__ = [
    "AccessLink",
    "Addressee",
    "Chain",
    "Demand",
    "Dispatch",
    "Dossier",
    "Event",
    "Letter",
]
