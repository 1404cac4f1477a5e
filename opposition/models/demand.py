"""One addressee of a dossier: a request, or the complaint about it. Its state is only a cache."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import Procedure, State, Track
from opposition.models import addressee
from opposition.models.addressee import Addressee
from opposition.models.dossier import Dossier

AT_CNIL = (Track.COMPLAINT, Track.REPORT)


def _choices(words: type[State] | type[Track] | type[Procedure]) -> list[tuple[str, str]]:
    return [(str(word), word.label) for word in words]


class DemandQuerySet(models.QuerySet["Demand"]):
    """The reading vocabulary of demands."""

    def due(self, now: datetime) -> Self:
        """Those for which the portal has something to do, the oldest first."""
        return self.filter(due_at__lte=now).order_by("due_at", "id")

    def requests(self) -> Self:
        return self.filter(track=Track.REQUEST)

    def complaints(self) -> Self:
        return self.filter(track=Track.COMPLAINT)


class Demand(models.Model):
    """`state` and `due_at` are what the journal amounted to when it was last written."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # Null once the dossier is erased: the dates and codes of its journal stay (design §4.9).
    dossier = models.ForeignKey(Dossier, models.SET_NULL, null=True, related_name="demands")
    reference = models.CharField(_("référence"), max_length=9, unique=True)
    procedure = models.CharField(
        _("procédure"),
        max_length=10,
        choices=_choices(Procedure),
        default=Procedure.SNDS.value,
    )
    track = models.CharField(_("voie"), max_length=10, choices=_choices(Track))
    kind = models.CharField(_("nature du destinataire"), max_length=10, choices=addressee.Kind)
    # Null: a body that the person typed, and whose name is then in `body` alone.
    addressee = models.ForeignKey(Addressee, models.PROTECT, null=True, related_name="demands")
    # What the person said of the body beside the directory: a name, lines of address. Sealed.
    body = models.BinaryField(_("destinataire selon la personne, scellé"), null=True)
    seat = models.CharField(_("département du siège"), max_length=3, blank=True)
    # A complaint is about exactly one demand; its lock is read from that demand's journal.
    about = models.ForeignKey("self", models.PROTECT, null=True, related_name="complaints")
    state = models.CharField(
        _("état"), max_length=12, choices=_choices(State), default=State.DRAFT, editable=False
    )
    due_at = models.DateTimeField(_("prochaine échéance"), null=True, editable=False)

    objects = DemandQuerySet.as_manager()

    class Meta:
        verbose_name = _("demande")
        ordering = ("track", "kind", "reference")
        indexes = (
            models.Index(
                fields=["due_at", "id"],
                name="demand_due",
                condition=models.Q(due_at__isnull=False),
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="demand_complaint_is_about_one",
                condition=~models.Q(track=Track.COMPLAINT) | models.Q(about__isnull=False),
            ),
            models.CheckConstraint(
                name="demand_request_is_about_none",
                condition=~models.Q(track=Track.REQUEST) | models.Q(about__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.reference
