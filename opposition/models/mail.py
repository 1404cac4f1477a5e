"""What was written and what is to leave: frozen letters, and the outbox."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from opposition.models.demand import Demand
from opposition.models.dossier import Dossier


class Letter(models.Model):
    """A letter whose words no longer change. What is printed later is printed from `content`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="letters")
    demand = models.ForeignKey(Demand, models.CASCADE, related_name="letters")
    key = models.CharField(_("courrier"), max_length=40)  # letters/texts/<key>
    version = models.CharField(_("version du texte"), max_length=20)
    dated = models.DateField(_("date imprimée"))
    frozen_at = models.DateTimeField(_("figé le"))
    # Ids of the demands that a complaint speaks of, so that each journal says it was filed.
    covers = models.JSONField(_("demandes visées"), default=list)
    statements = models.JSONField(_("énoncés cités"), default=list)
    content = models.BinaryField(_("contenu, scellé"))
    digest = models.CharField(_("SHA-256 du contenu"), max_length=64)
    # The first PDF handed out; and the one kept once the letter became evidence.
    first_pdf = models.CharField(_("SHA-256 du premier PDF"), max_length=64, blank=True)
    kept_pdf = models.CharField(_("SHA-256 du PDF conservé"), max_length=64, blank=True)
    kept_at = models.DateTimeField(_("conservé le"), null=True)

    class Meta:
        verbose_name = _("courrier")
        ordering = ("frozen_at", "id")

    def __str__(self) -> str:
        return f"{self.key} {self.id}"


class Occasion(models.TextChoices):
    """Why a notice is mailed."""

    CONFIRM = "confirm", _("confirmer le suivi")
    TIMELINE = "timeline", _("étape du suivi")
    LINK = "link", _("lien demandé")
    EMAIL = "email", _("confirmer une nouvelle adresse")


class Status(models.TextChoices):
    """Where a row of the outbox stands (design §4.3)."""

    DUE = "due", _("à envoyer")
    CLAIMED = "claimed", _("pris en charge")
    TRANSMITTING = "transmitting", _("en cours de remise")
    SENT = "sent", _("remis")
    FAILED = "failed", _("échec")
    UNKNOWN = "unknown", _("issue inconnue")
    DROPPED = "dropped", _("devenu sans objet")


class DispatchQuerySet(models.QuerySet["Dispatch"]):
    """The reading vocabulary of the outbox. `now` is civil; `moment` is the lease's own time."""

    def waiting(self, now: datetime, moment: datetime) -> Self:
        due = models.Q(status=Status.DUE)
        lapsed = models.Q(status=Status.CLAIMED, leased_until__lt=moment)
        return self.filter(due | lapsed, not_before__lte=now).order_by("not_before", "id")


class Dispatch(models.Model):
    """A row of the outbox: a letter or a notice, never both, not before a moment."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="dispatches")
    letter = models.ForeignKey(Letter, models.CASCADE, null=True, related_name="dispatches")
    occasion = models.CharField(_("motif de l’avis"), max_length=10, choices=Occasion, blank=True)
    # What the notice says: references and steps. Sealed; the link is made when it leaves.
    content = models.BinaryField(_("contenu, scellé"), null=True)
    # Makes a repeated run harmless: the same cause writes the same row.
    cause = models.CharField(_("cause"), max_length=80, unique=True)
    message_id = models.CharField(_("Message-ID"), max_length=120, unique=True)
    not_before = models.DateTimeField(_("pas avant"))
    status = models.CharField(_("état"), max_length=12, choices=Status, default=Status.DUE)
    attempt = models.PositiveSmallIntegerField(_("essai"), default=0)
    leased_until = models.DateTimeField(_("bail"), null=True)
    sent_at = models.DateTimeField(_("remis le"), null=True)
    error = models.CharField(_("code d’erreur"), max_length=40, blank=True)

    objects = DispatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("envoi")
        indexes = (
            models.Index(
                fields=["not_before", "id"],
                name="dispatch_waiting",
                condition=models.Q(status__in=["due", "claimed", "transmitting"]),
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="dispatch_letter_or_notice",
                condition=models.Q(letter__isnull=False, occasion="")
                | models.Q(letter__isnull=True) & ~models.Q(occasion=""),
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
