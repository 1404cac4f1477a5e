"""The bodies one writes to, each with where its address was read and who checked it."""

from functools import reduce
from operator import or_
from typing import Self

from django.db import models
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a body is in the exercise of the right (CSP art. R.1461-9; complaint: GDPR art. 77)."""

    FUND = "fund", _("caisse d’assurance maladie")
    HDH = "hdh", _("Plateforme des données de santé (Health Data Hub)")
    CNAM = "cnam", _("Caisse nationale de l’assurance maladie")
    CNIL = "cnil", _("Commission nationale de l’informatique et des libertés")


class Regime(models.TextChoices):
    """The scheme a fund belongs to: the address alone does not tell a person's fund."""

    GENERAL = "general", _("régime général")
    AGRICULTURAL = "agricultural", _("régime agricole")
    SPECIAL = "special", _("régime spécial")


class Level(models.TextChoices):
    """How far the address may be trusted before staff checked it (opposition/data/README.md)."""

    A = "A", _("page officielle nommant le service")
    B = "B", _("plusieurs sources concordantes, ou document officiel nommant le service")
    C = "C", _("source secondaire ou dérivée")
    D = "D", _("document officiel ancien, à revérifier")
    N = "N", _("adresse non trouvée")


class AddresseeQuerySet(models.QuerySet["Addressee"]):
    """The reading vocabulary of the directory."""

    def funds(self) -> Self:
        return self.filter(kind=Kind.FUND)

    def general(self) -> Self:
        return self.filter(regime=Regime.GENERAL)

    def agricultural(self) -> Self:
        return self.filter(regime=Regime.AGRICULTURAL)

    def special(self) -> Self:
        return self.filter(regime=Regime.SPECIAL)

    def invented(self) -> Self:
        return self.filter(invented=True)

    def real(self) -> Self:
        return self.filter(invented=False)

    def verified(self) -> Self:
        return self.filter(verified_on__isnull=False)

    def for_department(self, *codes: str) -> Self:
        """Those that serve at least one of the departments; without a code, nobody."""
        if not codes:
            return self.none()
        # SQLite knows no "contains" inside JSON: the list is compared as text on every database.
        wanted = (models.Q(departments_text__contains=f'"{code}"') for code in codes)
        as_text = Cast("departments", models.TextField())
        return self.alias(departments_text=as_text).filter(reduce(or_, wanted))


class Addressee(models.Model):
    """A body one writes to. `verified_on` is set by staff only (rule 9: no address is sure)."""

    key = models.SlugField(_("clé"), primary_key=True, max_length=60)
    kind = models.CharField(_("nature"), max_length=10, choices=Kind)
    name = models.CharField(_("nom"), max_length=120)
    regime = models.CharField(_("régime"), max_length=20, choices=Regime, blank=True)
    scheme = models.CharField(_("public du régime spécial"), max_length=60, blank=True)
    departments = models.JSONField(_("départements servis"), default=list, blank=True)
    seat = models.CharField(_("département du siège"), max_length=3, blank=True)

    letter_name = models.CharField(_("nom sur l’enveloppe"), max_length=38)
    letter_service = models.CharField(_("service sur l’enveloppe"), max_length=38, blank=True)
    lines = models.JSONField(_("lignes d’adresse"), default=list, blank=True)
    mailbox = models.EmailField(_("boîte du service"), blank=True)
    portal = models.URLField(_("formulaire en ligne"), blank=True)

    source = models.CharField(_("source de l’adresse"), max_length=300, blank=True)
    existence_source = models.CharField(_("source de l’existence"), max_length=300, blank=True)
    seen_on = models.DateField(_("vue le"), null=True, blank=True)
    seen_text = models.CharField(_("date telle que lue"), max_length=80, blank=True)
    level = models.CharField(_("confiance"), max_length=1, choices=Level, default=Level.N)
    verified_on = models.DateField(_("vérifiée le"), null=True, blank=True)
    verified_by = models.EmailField(_("vérifiée par"), blank=True)
    invented = models.BooleanField(_("inventé"), default=False)
    note = models.TextField(_("note"), blank=True)

    objects = AddresseeQuerySet.as_manager()

    class Meta:
        verbose_name = _("destinataire")
        verbose_name_plural = _("destinataires")
        ordering = ("key",)
        constraints = (
            # A date without a name, or a name without a date, is no verification.
            models.CheckConstraint(
                name="addressee_verified_on_and_by_go_together",
                condition=models.Q(verified_on__isnull=True, verified_by="")
                | (models.Q(verified_on__isnull=False) & ~models.Q(verified_by="")),
            ),
        )

    def __str__(self) -> str:
        return self.name
