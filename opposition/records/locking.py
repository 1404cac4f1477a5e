"""Who may write: the lock of a dossier, and the refusal of an act that an old page asked for."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from opposition.domain.vocabulary import Party
from opposition.models import Dossier, Event


class StaleError(Exception):
    """The page showed a journal that has since gone on; the message holds the demand's id only."""


def lock(dossier_id: UUID | None) -> Dossier:
    """The dossier, locked until the caller's transaction ends; always before demands and chain.

    Dossier.DoesNotExist where it was erased (an erased dossier's demands have None for its id).
    """
    if dossier_id is None:
        raise Dossier.DoesNotExist
    return Dossier.objects.select_for_update().get(id=dossier_id)


def refuse_outdated(rows: Iterable[Event], seen: Mapping[UUID, int]) -> None:
    """StaleError where a journal holds lines after the ordinal `seen` of its page.

    What the portal wrote itself (a notice, a closing) outdates no page: it says nothing that the
    person must have read before acting.
    """
    for row in rows:
        if row.ordinal > seen.get(row.demand_id, row.ordinal) and row.by != Party.PORTAL:
            raise StaleError(str(row.demand_id))
