"""What of a dossier is destroyed, and what stays: the dates and codes of its journals (§4.9)."""

from datetime import date

from opposition import records
from opposition.correspondence import followed
from opposition.domain.vocabulary import OPEN, Kind, Party
from opposition.models import Dossier
from opposition.records import Entry


def shred(dossier: Dossier, on: date, by: Party) -> None:
    """Destroys the dossier, locked by the caller, with its key, letters, links and mails.

    Its open demands are closed first, so that nothing that stays is ever due. What was sealed in
    their journals remains as bytes that nobody can read: the chain goes on holding.
    """
    line = Entry(Kind.CLOSED, on, by)
    ongoing = dossier.demands.filter(state__in=OPEN)
    records.record_all(((demand, line) for demand in ongoing), today=on)
    followed.forget_files(dossier)
    dossier.demands.update(body=None, due_at=None)
    dossier.delete()
