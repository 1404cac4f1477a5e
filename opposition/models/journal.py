"""The journal: lines that are only ever added, each chained to the one before it."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from opposition.domain.vocabulary import Kind, Party
from opposition.models.demand import Demand


class Event(models.Model):
    """One line of a demand's journal. `opposition.records` alone writes it, and never again."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    demand = models.ForeignKey(Demand, models.PROTECT, related_name="events")
    ordinal = models.PositiveIntegerField(_("numéro dans la demande"))
    kind = models.CharField(_("fait"), max_length=20, choices=[(str(k), k.label) for k in Kind])
    happened_at = models.DateField(_("date du fait"))
    recorded_at = models.DateTimeField(_("noté le"))
    by = models.CharField(_("par"), max_length=10, choices=[(str(p), p.label) for p in Party])
    # Dates, codes and ids only, from an allow-list (design §4.9).
    facts = models.JSONField(_("faits"), default=dict)
    # Everything else: a tracking number, a sentence quoted. Sealed under the dossier's key.
    private = models.BinaryField(_("partie scellée"), null=True)
    position = models.PositiveBigIntegerField(_("rang dans la chaîne"), unique=True)
    link = models.BinaryField(_("maillon"), max_length=32)

    class Meta:
        verbose_name = _("événement")
        ordering = ("demand_id", "ordinal")
        constraints = (
            models.UniqueConstraint(fields=["demand", "ordinal"], name="event_number_once"),
        )

    def __str__(self) -> str:
        return f"{self.demand_id} {self.ordinal}"


class Chain(models.Model):
    """The one row that every writer locks: the last link, and how many lines there are."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    link = models.BinaryField(_("dernier maillon"), max_length=32, default=bytes(32))
    length = models.PositiveBigIntegerField(_("longueur"), default=0)
    # True only within the one transaction that deletes lines past their time.
    pruning = models.BooleanField(_("suppression en cours"), default=False)

    class Meta:
        verbose_name = _("chaîne du journal")

    def __str__(self) -> str:
        return str(self.length)
